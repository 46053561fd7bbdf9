"""Write the page of the vocabulary anew."""

from __future__ import annotations

from docs.vocabulary.page import write
from genogram_app.catalog import load

if __name__ == "__main__":
    print(f"Wrote {write(load())} files.")
