"""What a check found as plain data for programs, in the shape that ``reporters/schema.json``
publishes."""

from typing import Any

Json = dict[str, Any]
