"""Small controls of which panels are made."""
