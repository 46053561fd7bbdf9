"""Panels that open for one question and go away again."""
