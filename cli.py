"""Runs plainreply from a bare checkout: ``python cli.py check letter.docx``."""

import sys

from plainreply.cli import main

if __name__ == "__main__":
    sys.exit(main())
