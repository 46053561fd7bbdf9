"""Where words stand: those of lines, and the names of homes."""
