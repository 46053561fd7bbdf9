"""Relationship lines and ties: the ways that they take round everything else."""
