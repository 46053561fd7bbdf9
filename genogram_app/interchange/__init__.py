"""Families that other programs wrote: one reader for each form, each with its report."""
