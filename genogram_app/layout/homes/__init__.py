"""Rings round who lives together: their ground, their corridors, their shape."""
