"""What the guidance asks of a genogram, as questions that a worker can take along."""
