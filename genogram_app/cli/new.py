"""`genogram new`: a child, two parents and four grandparents, to be filled in."""

from __future__ import annotations

from argparse import Namespace

from genogram_app.cli.cards import cards
from genogram_app.cli.saving import said, save_new
from genogram_app.cli.setting import Setting
from genogram_app.edit.result import Stamp
from genogram_app.edit.start import new_case
from genogram_app.edit.text import LifeTold, read_life, read_name
from genogram_app.errors import UsageError
from genogram_app.model.base import Share, clean_line
from genogram_app.studio.kinds import kinds_of


def new(arguments: Namespace, setting: Setting) -> None:
    """Start a family and save it.

    It holds the child and question marks, as a sheet does on which a family
    begins to draw, so it is shared: the window opens on it in the family's view.
    """
    name = read_name(arguments.child)
    if not clean_line(arguments.child):
        raise UsageError("The child has no name. Nothing was written; write --child ? where it isn't known.")
    told = read_life(arguments.born, setting.today) if arguments.born else LifeTold()
    stamp = Stamp(today=setting.today, share=Share.SHARED, new_id=setting.new_id)
    edit = new_case(stamp, kinds_of(cards()), name, **told.fields())
    setting.write(said(*save_new(edit.case, arguments.output)))
