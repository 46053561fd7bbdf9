"""Where things go: pure functions from a family and measured sizes to places and lines."""
