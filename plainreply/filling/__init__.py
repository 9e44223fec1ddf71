"""Templates read like letters: example data in their slots, control tags and comments left out.

What is checked is the filled letter; what is told is the template as it stands, so every finding
is led back to it.
"""

from plainreply.filling.fill import Filled, as_template, filled
from plainreply.filling.words import example

__all__ = ["Filled", "as_template", "example", "filled"]
