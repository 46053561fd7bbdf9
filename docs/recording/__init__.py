"""Record every screen of the program anew into `docs/pictures/`: `.venv/bin/python -m docs.recording`."""
