"""Writing that never loses the good file: not on a full disk, not in a power cut.

New bytes go to a fresh file in the same folder, are counted, flushed to the
disk and read back; only then do they take the old file's name, in one step.
Nothing is ever written in place. (Qt's own safe-save class was measured to
report success after a short write.)
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from genogram_app.errors import FileError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
#: Nobody writes for so long, whatever a disk says of locks.
_STALE_SECONDS = 3600.0
#: Between a file's making and its lock lies a moment; on Windows its writer closes it before it is renamed.
_FRESH_SECONDS = 60.0 if os.name == "nt" else 3.0
_HALF_WRITTEN = re.compile(r"\..*\.saving-[0-9a-f]{8}")


def write(
    path: Path,
    data: bytes,
    check: Callable[[bytes], object] | None = None,
    *,
    private: bool = False,
    meant: Path | None = None,
) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole.

    `check` is called with the bytes read back and may raise UserError. `private`:
    a new file is for this user alone. `meant`: the file that was asked for, where this one
    only serves it; it is named in what is said. A link is followed; permissions are kept.
    Raises FileError; the old file is then unchanged.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        _refuse_read_only(target)
        sweep(target.parent)
        fresh = target.with_name(f"{_prefix(target)}{secrets.token_hex(4)}")
        try:
            with _written(fresh, data, 0o600 if private or target.exists() else 0o666):
                _read_back(fresh, data, check)
                _keep_permissions(target, fresh)
                _replace(fresh, target)
        finally:
            fresh.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except (OSError, RuntimeError) as error:
        raise FileError(_sentence(meant or path, error)) from error


def refuse_unwritable(path: Path) -> None:
    """Raise FileError, as `write` would, for a file that is marked read-only or is none."""
    try:
        _refuse_read_only(path.resolve())
    except (OSError, RuntimeError) as error:
        raise FileError(_sentence(path, error)) from error


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}.saving-"


def half_written(target: Path) -> tuple[Path, ...]:
    """Give what a program that died while it wrote a file left beside it."""
    return tuple(sorted(target.parent.glob(f"{_prefix(target)}*")))


def _refuse_read_only(target: Path) -> None:
    """Respect a file that was marked read-only, and what is no file: taking its name would destroy it."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "there is a folder of that name")
    if target.exists() and not target.is_file():
        raise OSError(errno.ENXIO, "that name belongs to a device or a pipe, not to a file")
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "the file is read-only")


def sweep(folder: Path) -> None:
    """Take away what programs that died left half written, so that no copy of a family lies about."""
    with contextlib.suppress(OSError):
        for left in sorted(folder.glob(".*.saving-*")):
            with contextlib.suppress(OSError):
                if _HALF_WRITTEN.fullmatch(left.name) and _given_up(left):
                    left.unlink()


def _given_up(left: Path) -> bool:
    """Say whether no living program is still writing a file."""
    age = time.time() - left.stat().st_mtime
    if age <= _FRESH_SECONDS:
        return False
    if age > _STALE_SECONDS:
        return True
    with left.open("rb") as file:
        return _lock(file.fileno())


def _lock(file: int) -> bool:
    """Lock an open file until it is closed or its program dies; say whether it is ours.

    On Windows there is no need: an open file can't be taken away there.
    """
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def _written(fresh: Path, data: bytes, mode: int) -> Iterator[None]:
    """Write a file that wasn't there, whole and down to the disk, and hold it against sweeping."""
    binary = getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, mode), "wb", 0) as stream:
        _lock(stream.fileno())
        _fill(stream.fileno(), data)
        if os.name == "nt":  # an open file can't be given another name
            stream.close()
        yield


def _fill(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.fsync(file)
    if os.fstat(file).st_size != len(data):
        raise OSError(errno.ENOSPC, "the disk took only a part")


def _read_back(fresh: Path, data: bytes, check: Callable[[bytes], object] | None) -> None:
    found = fresh.read_bytes()
    if found != data:
        raise OSError(errno.EIO, "the disk gave back something else than was written")
    if check:
        check(found)


def _keep_permissions(target: Path, fresh: Path) -> None:
    if not target.exists():
        return
    shutil.copymode(target, fresh)
    if hasattr(os, "chown"):
        owner = target.stat()
        with contextlib.suppress(PermissionError):
            os.chown(fresh, owner.st_uid, owner.st_gid)


def _replace(fresh: Path, target: Path) -> None:
    """Give the new file its name. On Windows a virus scanner may hold the old one for a moment."""
    for pause in (0.05, 0.1, 0.2, 0.4):
        try:
            return os.replace(fresh, target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(pause)
    os.replace(fresh, target)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _sentence(path: Path, error: Exception) -> str:
    why, advice = _why(error, path)
    return f"{path.name} wasn't saved: {why}. What was saved before is unchanged. {advice}"


def _why(error: Exception, path: Path) -> tuple[str, str]:
    number = getattr(error, "errno", None)
    if number in _NO_ROOM:
        return "there is no room left on the disk", "Make room, or save it somewhere else."
    if number in _NOT_ALLOWED:
        return "this folder or file may only be read", "Save it somewhere else."
    if number == errno.ENOENT and path.parent.is_dir():
        return f"nothing can be kept in the folder {path.parent}", "Choose another folder."
    if number == errno.ENOENT:
        return f"the folder {path.parent} isn't there", "Choose another folder."
    if number == errno.EISDIR:
        return "there is a folder of that name", "Choose another name."
    if number == errno.ENAMETOOLONG:
        return "its name is too long", "Choose a shorter name."
    reason = getattr(error, "strerror", None) or "the disk didn't take it"
    return str(reason)[:1].lower() + str(reason)[1:], "Save it somewhere else."
