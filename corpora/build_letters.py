"""Builds the DOCX letters from `letters/src`: `python corpora/build_letters.py [--check]`."""

import argparse
import sys
from pathlib import Path

from letterkit.package import build
from letterkit.source import read

LETTERS = Path(__file__).parent / "letters"


def stale(sources: list[Path]) -> list[Path]:
    """Give the letters whose file differs from what its source makes."""
    targets = {path: LETTERS / f"{path.stem}.docx" for path in sources}
    return [
        target
        for path, target in targets.items()
        if not target.exists() or target.read_bytes() != build(read(path))
    ]


def main() -> int:
    """Write every letter, or with --check only say which are out of date (status 1)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    sources = sorted((LETTERS / "src").glob("*.md"))
    if parser.parse_args().check:
        old = stale(sources)
        print("\n".join(f"out of date: {path.name}" for path in old) or "up to date")
        return int(bool(old))
    for path in sources:
        (LETTERS / f"{path.stem}.docx").write_bytes(build(read(path)))
    print(f"{len(sources)} letters written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
