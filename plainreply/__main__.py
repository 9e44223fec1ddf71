"""Makes ``python -m plainreply`` the same as ``plainreply``."""

import sys

from plainreply.cli import main

if __name__ == "__main__":
    sys.exit(main())
