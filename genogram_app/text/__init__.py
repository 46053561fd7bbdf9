"""Letters: fonts, direction, shaping and widths. Ask `line` for everything; no other room measures text."""
