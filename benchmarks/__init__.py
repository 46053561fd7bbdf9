"""Measurements of whole tasks, each against a yardstick in the same run."""
