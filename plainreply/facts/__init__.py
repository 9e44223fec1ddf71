"""What a letter states and a program can compare: dates, terms, sums, contacts,
references to acts.

Each module finds one sort of fact in a text, by its form, and knows nothing of what it is for.
Spans are in code points of the text.
"""

from plainreply.facts.acts import Act, acts
from plainreply.facts.contacts import Contact, contacts
from plainreply.facts.dates import Day, days
from plainreply.facts.moments import Moment, moments
from plainreply.facts.money import Sum, sums
from plainreply.facts.numbers import Number, numbers
from plainreply.facts.people import Person, people, same_name
from plainreply.facts.spelt import Spelt, spelt
from plainreply.facts.stated import STATED, states
from plainreply.facts.terms import Term, terms
from plainreply.facts.weekdays import NamedDay, named_days

__all__ = [
    "STATED",
    "Act",
    "Contact",
    "Day",
    "Moment",
    "NamedDay",
    "Number",
    "Person",
    "Spelt",
    "Sum",
    "Term",
    "acts",
    "contacts",
    "days",
    "moments",
    "named_days",
    "numbers",
    "people",
    "same_name",
    "spelt",
    "states",
    "sums",
    "terms",
]
