"""Tools: what a press, a drag and a release on the canvas mean. One gesture, one file."""
