"""`python -m genogram_app`."""

import sys

from genogram_app.start import main

if __name__ == "__main__":
    sys.exit(main())
