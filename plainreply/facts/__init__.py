"""What a letter states and a program can compare: dates, terms, sums, contacts,
references to acts.

Each module finds one sort of fact in a text, by its form, and knows nothing of what it is for.
Spans are in code points of the text.
"""

from plainreply.facts.acts import Act, acts
from plainreply.facts.contacts import Contact, contacts
from plainreply.facts.dates import Day, days
from plainreply.facts.money import Sum, sums
from plainreply.facts.terms import Term, terms

__all__ = [
    "Act",
    "Contact",
    "Day",
    "Sum",
    "Term",
    "acts",
    "contacts",
    "days",
    "sums",
    "terms",
]
