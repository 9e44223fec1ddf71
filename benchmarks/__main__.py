"""Run the benchmarks: ``python -m benchmarks --help``."""

import os
import sys

for library in ("OPENBLAS", "OMP", "MKL"):  # CPU time of one thread, for everybody
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

if __name__ == "__main__":
    from benchmarks.run import main

    sys.exit(main())
