"""Make `.venv` and fill it from requirements.lock; see to the system libraries that the parts need.

Run by ./run, ./test, ./bench and ./package (and their .cmd twins) with any Python 3.11 or later, before
anything is installed: the standard library only. The last argument of the command line says for what.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
LOCK = HOME / "requirements.lock"
STAMP = VENV / "installed-from"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt and the tests ask of the system: the file that must be found, and Debian's name for its package.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
}
PACKAGE_PROGRAMS = {"objdump": "binutils"}
if sys.base_prefix == "/usr":  # Debian keeps Python's own library apart; the bundle takes it along
    MINOR = sys.version_info.minor
    PACKAGE_PROGRAMS[f"libpython3.{MINOR}.so.1.0"] = f"libpython3.{MINOR}"
WANTED = {
    "run": QT | SCREEN,
    "test": QT | SCREEN | TEST_PROGRAMS | PACKAGE_PROGRAMS,
    "bench": QT | SCREEN | {"Xvfb": "xvfb"},
    "package": QT | SCREEN | PACKAGE_PROGRAMS,
}


def main(purpose: str) -> int:
    """Set up for one purpose; give 0, or 2 once a sentence says what is missing."""
    if not is_ready():
        if not can_make_venv():
            return 2
        make_venv()
        if not install_parts():
            return 2
    if sys.platform == "linux" and (purpose != "run" or has_display()):
        see_to_system(purpose)
    return 0


def stamp() -> str:
    """Give what the mark of a finished set-up must say: this lock, in this Python."""
    return (
        f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version_info.major}.{sys.version_info.minor}"
    )


def is_ready() -> bool:
    """Say whether `.venv` holds exactly what the lock names."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == stamp()


def has_display() -> bool:
    """Say whether a window could be shown; without one Qt is never loaded."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_make_venv() -> bool:
    """Check for the part of Python that Debian keeps in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return True
    package = f"python3.{sys.version_info.minor}-venv"
    if apt_install([package]):
        return True
    say(f"Python's venv is missing. Install it ('sudo apt-get install {package}') and try again.")
    return False


def make_venv() -> None:
    """Make `.venv` afresh unless a working one of the same Python is there."""
    if not has_pip():
        import venv  # slow to import, and rarely needed

        venv.create(VENV, with_pip=True, clear=VENV.exists())


def has_pip() -> bool:
    """Say whether the Python in `.venv` starts and can install: not if the system's Python moved on."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0


def install_parts() -> bool:
    """Install what the lock names, each file checked against its hash."""
    say("Setting up: fetching the program's parts, once. This takes a few minutes.")
    STAMP.unlink(missing_ok=True)
    flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    done = subprocess.run([PYTHON, "-m", "pip", "install", *flags, "--require-hashes", "-r", LOCK])
    if done.returncode:
        say("The program's parts couldn't all be fetched; the reason stands above. Nothing else was changed.")
        return False
    STAMP.write_text(stamp())
    return True


def see_to_system(purpose: str) -> None:
    """Install what the system lacks, or name it in one line; the program may still do part of its work."""
    missing = missing_packages(WANTED[purpose])
    if missing and not apt_install(missing):
        say(f"The system lacks {' '.join(missing)}. To install: sudo apt-get install {' '.join(missing)}")


def missing_packages(wanted: dict[str, str]) -> list[str]:
    """Give the packages whose library or program isn't found."""
    return sorted({package for file, package in wanted.items() if not is_there(file)})


def is_there(file: str) -> bool:
    """Say whether the loader finds a library, or the shell a program."""
    if ".so." not in file:
        return shutil.which(file) is not None
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def apt_install(packages: Iterable[str]) -> bool:
    """Install Debian packages if we may; say whether that was done."""
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        return False
    names = list(packages)
    say(f"Installing from the system: {' '.join(names)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = [["update"], ["install", "--yes", "--no-install-recommends", *names]]
    runs = (
        subprocess.run(["apt-get", "-qq", *command], env=quiet, stdin=subprocess.DEVNULL, capture_output=True)
        for command in commands
    )
    return all(run.returncode == 0 for run in runs)


def say(sentence: str) -> None:
    """Tell the person at the terminal, and leave standard output to the program."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[-1]))
