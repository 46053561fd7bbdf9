"""The window, and the only room that knows Qt."""

import builtins
import importlib
import sys

_import = importlib.__import__ if "PySide6" in sys.modules else builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

# Qt's binding puts a watch on `import` that reads the source of every module loaded after it, to find
# those that want its names in another style. None here does, and it would take a tenth of the start.
builtins.__import__ = _import
