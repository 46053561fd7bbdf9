"""What is handed out works: the wheel in a fresh environment, and the folder that needs no Python."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from genogram_app.cli import run

HOME = Path(__file__).resolve().parent.parent
CAN_BUNDLE = sys.platform != "linux" or (
    shutil.which("objdump")
    and (Path(sysconfig.get_config_var("LIBDIR")) / sysconfig.get_config_var("INSTSONAME")).exists()
)

#: Loads the whole program where some modules can't be found, and says how many of its own there are.
WITHOUT = """
import importlib, pkgutil, sys
sys.modules.update(dict.fromkeys(sys.argv[1:]))
import genogram_app
names = [part.name for part in pkgutil.walk_packages(genogram_app.__path__, "genogram_app.")]
print(len([importlib.import_module(name) for name in names if not name.endswith("__main__")]))
"""


@pytest.fixture(scope="module")
def package() -> ModuleType:
    spec = importlib.util.spec_from_file_location("package", HOME / ".ci" / "package.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_wheel_does_every_command(package: ModuleType, tmp_path: Path) -> None:
    wheel = package.make_wheel(tmp_path)
    program = package.installed(wheel, tmp_path / "venv")
    package.try_out(program, tmp_path / "tried")
    with ZipFile(wheel) as parts:
        assert {f"genogram_app/docs/{part}" for part in guide()} <= set(parts.namelist())


def guide() -> list[str]:
    """Name the guide's pages and pictures."""
    pages = sorted((HOME / "docs" / "guide").glob("*.md"))
    pictures = sorted((HOME / "docs" / "pictures").glob("*.png"))
    return [path.relative_to(HOME / "docs").as_posix() for path in (*pages, *pictures)]


@pytest.fixture(scope="module")
def bundle(package: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CAN_BUNDLE:
        pytest.skip("PyInstaller needs objdump and Python's own library (binutils, libpython3)")
    folder = tmp_path_factory.mktemp("bundle")
    program: Path = package.make_bundle(folder / "dist", folder / "work")
    return program


def test_the_bundle_does_every_command(package: ModuleType, bundle: Path, tmp_path: Path) -> None:
    package.try_out(bundle, tmp_path / "tried")
    assert [part for part in guide() if not list(bundle.parent.glob(f"**/docs/{part}"))] == []


def test_the_bundle_opens_a_window_and_keeps_it_open(bundle: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    with subprocess.Popen([bundle, "--practice"], cwd=tmp_path, env=environment) as window:
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                window.wait(timeout=4)
        finally:
            window.kill()


def test_the_bundle_holds_no_network_code(package: ModuleType, bundle: Path) -> None:
    assert list(package.network_parts(bundle)) == []
    assert "genogram_app.start" in package.frozen_modules(bundle)


def test_every_command_is_among_those_that_are_tried(package: ModuleType) -> None:
    assert {words.split()[0] for words in package.COMMANDS} == set(run._COMMANDS)


def test_every_module_loads_without_what_the_bundle_leaves_out(package: ModuleType) -> None:
    loaded = package.run(
        [sys.executable, "-c", WITHOUT, *left_out()], {**os.environ, "PYTHONPATH": str(HOME)}
    )
    assert int(loaded) > 400


def left_out() -> list[str]:
    """Name the modules that build.spec leaves out for being network code."""
    spec = (HOME / "build.spec").read_text()
    found = re.search(r'^NETWORK = "(.*)"$', spec, re.MULTILINE)
    assert found
    return found[1].split()


@pytest.mark.parametrize(
    "name",
    ["ssl", "http.client", "urllib.request", "PySide6/Qt/lib/libQt6Network.so.6", "x/plugins/tls/a.so"],
)
def test_network_code_would_be_found(package: ModuleType, name: str) -> None:
    assert package.NETWORK.search(name)
    assert not package.NETWORK.search("genogram_app.store.safe")
