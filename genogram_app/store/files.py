"""Opening and saving a case: the codec and the safe write together."""

from __future__ import annotations

import hashlib
from pathlib import Path

from genogram_app.errors import ChangedError, FileError
from genogram_app.family.case import Case
from genogram_app.store import codec, safe


def read(path: Path) -> Case:
    """Open a case. Raises FileError or one of its kinds."""
    return codec.decode(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """Read an ordinary file's bytes. Raises FileError with the reason in words."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise FileError(f"{path} is a device or a pipe, not a file. Nothing of it was read.")
        if path.is_file() and path.stat().st_size > codec.LARGEST:
            raise FileError(f"{path.name} is far too large to be a family. It was left as it is.")
        return path.read_bytes()
    except OSError as error:
        raise FileError(_unread(path, error)) from error


def digest(data: bytes) -> str:
    """Give what tells a file's bytes from any others."""
    return hashlib.sha256(data).hexdigest()


def save(case: Case, path: Path, known: str | None = None) -> str:
    """Save a case; when this returns, the file was read back and holds just this case. Gives its digest.

    known: the digest of the file as it was last read or saved here. Another is never replaced,
    nor is any where nothing is known (""); None is for whoever was asked to replace what there is.
    Raises FileError, ChangedError where the file is another; what was saved before is then unchanged.
    """
    data = codec.encode(case)

    def check(found: bytes) -> None:
        _same(found, data, path.name)
        if known is not None:
            _check_unchanged(path, known)

    safe.write(path, data, check)
    return digest(data)


def _same(found: bytes, data: bytes, name: str) -> None:
    if codec.encode(codec.decode(found, name)) != data:
        raise FileError(f"{name} wasn't saved: it couldn't be read back. What was saved before is unchanged.")


def _check_unchanged(path: Path, known: str) -> None:
    """Refuse to replace what somebody else wrote. In the last moment before the file is replaced."""
    if path.exists() and digest(read_bytes(path)) != known:
        raise ChangedError(
            f"{path.name} was changed by somebody else since it was opened here. "
            "Nothing was saved: what is open here and what is in the file are both as they were."
        )


def _unread(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file {path}. Check its name and folder."
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder. Name the file in it."
    if isinstance(error, PermissionError):
        return f"You may not read {path}. Ask whoever looks after that folder."
    return f"{path} can't be read: {error.strerror or 'the disk gave an error'}. Nothing was changed."
