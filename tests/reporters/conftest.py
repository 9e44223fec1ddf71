"""Lets the tests of reporters use the builder of DOCX files that the tests of readers have."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "readers"))
