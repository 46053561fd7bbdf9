"""Whether a reader takes one line or symbol for another, on a photocopy in black and white."""
