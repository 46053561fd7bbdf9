"""The errors that a user may see. Each message is a plain sentence:
what happened, what is safe, what to do."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can understand and act on."""


class MissingPartError(UserError):
    """A part of the program itself isn't there."""


class CardError(UserError):
    """A symbol card or theme has a fault; names the file and the reason."""


class FileError(UserError):
    """A file can't be read or written."""


class DamagedFileError(FileError):
    """A file isn't whole, or isn't what it says it is."""


class NewerFileError(FileError):
    """A file was written by a newer version of the program."""


class ForeignFileError(FileError):
    """A file of another program can't be read."""


class InUseError(FileError):
    """A file is open in another window or on another computer; names who has it."""


class ChangedError(FileError):
    """A file isn't any more what was read from it or saved in it here."""


class InTheWayError(FileError):
    """A file that nobody said to write over has the name of one that is to be written."""


class UsageError(UserError):
    """A command was given words that it can't follow."""


class BlankCopyError(UsageError):
    """A copy would have nobody on it. It is said as the family may read it: whoever may know more says so."""


class NotFoundError(UserError):
    """A person or thing that was asked for isn't in the family."""


class RefusedError(UserError):
    """What was asked for would make the record untrue, so it isn't done."""


class NotUnderstoodError(UserError):
    """Something that was typed can't be read, and how to write it."""


class GlyphError(UserError):
    """Letters that no bundled font can draw; names whose they are."""
