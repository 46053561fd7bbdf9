"""What is selected, in plain words and few fields: one page for each kind of record."""
