"""`genogram new`: a child, two parents and four grandparents, to be filled in."""

from __future__ import annotations

from argparse import Namespace

from genogram_app.catalog.load import load
from genogram_app.cli.saving import said, save_new
from genogram_app.cli.setting import Setting
from genogram_app.edit.result import Stamp
from genogram_app.edit.start import new_case
from genogram_app.edit.text import read_date, read_name
from genogram_app.model.base import Blank, Share
from genogram_app.studio.kinds import kinds_of


def new(arguments: Namespace, setting: Setting) -> None:
    """Start a family and save it.

    It holds the child and question marks, as a sheet does on which a family
    begins to draw, so it is shared: the window opens on it in the family's view.
    """
    stamp = Stamp(today=setting.today, share=Share.SHARED, new_id=setting.new_id)
    born = read_date(arguments.born, setting.today) if arguments.born else Blank.NOT_ASKED
    edit = new_case(stamp, kinds_of(load()), read_name(arguments.child), born)
    setting.write(said(*save_new(edit.case, arguments.output)))
