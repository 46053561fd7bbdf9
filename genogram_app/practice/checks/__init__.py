"""Every check, a few to a file. A check is one small function with its sentence and its source."""
