"""The expected errors: each carries one Russian sentence that says what to do."""


class PlainreplyError(Exception):
    """Base of all errors that a user can mend. ``str(error)`` is the sentence to show."""


class UnreadableDocument(PlainreplyError):
    """A draft could not be read; the sentence names the cause, never the text of the letter."""


class BadRule(PlainreplyError):
    """A rule, profile or lexicon is malformed; the sentence names the file and the key."""


class BadConfiguration(PlainreplyError):
    """An option, profile or configuration value is unknown or impossible."""
