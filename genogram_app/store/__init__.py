"""Files: the document's form, safe writing, recovery, locks."""
