"""A line of words, as families speak, read into one edit of the family."""
