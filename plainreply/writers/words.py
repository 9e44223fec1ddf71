"""What comments and changes say, made fit for XML."""

import re

from plainreply.writers.values import Stamp

NO_PLACE = "в этом месте файла примечание поставить нельзя"
QUOTED = 60
"""How much of the words at fault a comment quotes that cannot stand at them, in code points."""

_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return ``text`` without the characters that XML cannot hold; tabs and line breaks stay."""
    return _UNFIT.sub("", text)


def quote(words: str) -> str:
    """Return «К словам „…“:» for a comment that stands elsewhere than at ``words``."""
    short = " ".join(words.split())
    return f"К словам «{short[:QUOTED].rstrip()}{'…' if len(short) > QUOTED else ''}»:"


def dated(stamp: Stamp) -> str:
    """Return the time of a comment or a change as Word writes it: local, though it says «Z»."""
    return f"{stamp.date.isoformat(timespec='seconds')}Z"
