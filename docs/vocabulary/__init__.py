"""Say what can be drawn, with its cards, pictures and tests: `.venv/bin/python -m docs.vocabulary`."""
