"""Lines of the family itself: from partner to partner, from parents and carers to children."""
