"""A folder of templates: what is in it, whether it has all that an order asks for, how each reads.

``library`` reads the folder, ``fill`` puts example data into the slots, the checks look at the
folder as a whole, and ``review`` lints every filled template and puts it all together.
"""

from plainreply.templates.library import Library, Template, library, library_of, with_replies
from plainreply.templates.review import Note, Review, folder_notes, review

__all__ = [
    "Library",
    "Note",
    "Review",
    "Template",
    "folder_notes",
    "library",
    "library_of",
    "review",
    "with_replies",
]
