"""Make what is handed out: the wheel, and the program as one folder that needs no Python.

`./package` puts both into dist/ and tries them with a cleared environment; tests/test_package.py does the
same in a folder of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
FAMILY = HOME / "resources" / "samples" / "practice.genogram"
SUFFIX = ".exe" if os.name == "nt" else ""
# What would let the program reach a network, as a module or a file. `_socket` comes with the parts.
NETWORK = re.compile(
    r"QtNetwork|Qt6Network|Qt6WebSockets|plugins/tls|networkinformation|qvnc|tuio|libssl|libcrypto|gnutls|"
    r"^(_?ssl|asyncio|ftplib|http|imaplib|poplib|smtplib|socketserver|urllib\.request|urllib3|requests|httpx)\b"
)


# Every command of the program; each file that is named is written, and begins so.
COMMANDS = (
    "new --child Jay -o new.genogram",
    "import new.ged -o brought.genogram",
    "show {family}",
    "check {family}",
    "schema",
    "export {family} -o family.pdf --date 2026-03-02",
    "export {family} -o family.png --date 2026-03-02 --view ecomap",
    "export {family} -o family.svg --date 2026-03-02 --view combined --copy family",
    "symbols -o symbols.pdf",
)
BEGINS = {".pdf": b"%PDF-", ".png": b"\x89PNG", ".svg": b"<?xml", ".genogram": b"{"}
GEDCOM = "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME Jay /Carter/\n0 TRLR\n"


def main() -> int:
    """Make both into dist/, try both, and name them."""
    out = HOME / "dist"
    program = make_bundle(out, HOME / "build")
    found = sorted(set(network_parts(program)))
    if found:
        print(f"Network code is in the bundle: {', '.join(found)}", file=sys.stderr)
        return 1
    try_out(program, out / "from-bundle")
    wheel = make_wheel(out)
    try_out(installed(wheel, HOME / "build" / "wheel-venv"), out / "from-wheel")
    print(f"Made and tried: {program.parent} and {wheel}")
    return 0


def make_wheel(out: Path) -> Path:
    """Build the wheel with what is installed, fetching nothing."""
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)])
    return max(out.glob("genogram-*.whl"), key=lambda path: path.stat().st_mtime)


def installed(wheel: Path, folder: Path) -> Path:
    """Install a wheel into a fresh environment that borrows this one's libraries; give the command."""
    venv.create(folder, clear=True, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / f"python{SUFFIX}")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    run([sys.executable, "-m", "pip", "--python", python, "install", *quiet, str(wheel)])
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    Path(run(where).strip(), "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return scripts / f"genogram{SUFFIX}"


def make_bundle(out: Path, work: Path) -> Path:
    """Make the folder with PyInstaller; give the program in it."""
    folders = ["--distpath", str(out), "--workpath", str(work)]
    quiet = ["--noconfirm", "--log-level", "ERROR"]
    run([sys.executable, "-m", "PyInstaller", *quiet, *folders, str(HOME / "build.spec")])
    return out / "genogram" / f"genogram{SUFFIX}"


def network_parts(program: Path) -> Iterator[str]:
    """Give each file and each frozen module of a bundle that has to do with networks."""
    files = (path.relative_to(program.parent).as_posix() for path in program.parent.rglob("*"))
    for name in (*files, *frozen_modules(program)):
        if NETWORK.search(name):
            yield name


def frozen_modules(program: Path) -> list[str]:
    """Give the names of the Python modules inside a bundle's program."""
    from PyInstaller.archive.readers import CArchiveReader

    return sorted(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)


def try_out(program: Path, folder: Path) -> None:
    """Run every command of a program, started with a cleared environment and from an empty folder.

    The practice family is what it shows and exports. Raises RuntimeError where a command fails or
    writes something else than it should.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "new.ged").write_text(GEDCOM)
    for words in COMMANDS:
        command = [str(program), *(word.format(family=FAMILY) for word in words.split())]
        said = run(command, environment=cleared(), folder=folder)
        out = folder / command[command.index("-o") + 1] if "-o" in command else None
        if not (out.read_bytes().startswith(BEGINS[out.suffix]) if out else said):
            raise RuntimeError(f"{' '.join(command)} wrote nothing of use.")


def cleared() -> dict[str, str]:
    """Give the least that a process must be told: nothing, but Windows' own folder on Windows."""
    return {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}


def run(command: Sequence[str], environment: dict[str, str] | None = None, folder: Path = HOME) -> str:
    """Run to the end and give what was printed. Raises RuntimeError with the program's words if it fails."""
    result = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {result.returncode}:\n{result.stderr}")
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
