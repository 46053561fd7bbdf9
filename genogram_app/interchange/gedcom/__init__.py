"""GEDCOM, the form in which genealogy programs hand families on (5.5, 5.5.1, 5.5.5 and 7)."""

from genogram_app.interchange.gedcom.read import Brought, read_gedcom
from genogram_app.interchange.gedcom.tokens import Tokens

__all__ = ["Brought", "Tokens", "read_gedcom"]
