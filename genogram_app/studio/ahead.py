"""Working a sheet out before it is shown: what takes long in a big family, and needs no window."""

from __future__ import annotations

from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing


def ahead(session: Session, scene: Scene, viewing: Viewing) -> None:
    """Work out the sheet of an open case as it is looked at in some way, so that showing it is quick."""
    scene.sheet(session.drawn_in(viewing), session.view_in(viewing))
