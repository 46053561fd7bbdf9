"""What `symbols/` says: cards read into typed, immutable values. `load()` gives them all."""

from genogram_app.catalog.load import Catalog, load
from genogram_app.catalog.theme import Theme, load_theme

__all__ = ["Catalog", "Theme", "load", "load_theme"]
