"""`python -m svodka`."""

import sys

from svodka.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a console without Cyrillic is no reason to stop
    sys.exit(main())
