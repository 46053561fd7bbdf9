"""Genograms and ecomaps, drawn with the family."""

__version__ = "0.1.0"
