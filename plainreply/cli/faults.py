"""Names a fault of plainreply itself without a word of the letter."""

from pathlib import Path
from traceback import extract_tb


def fault(error: Exception) -> str:
    """Return a sentence with the type of ``error`` and its place.

    Its message is left out: it could hold the text of the letter.
    """
    frame = extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    return f"Внутренняя ошибка plainreply ({place}): сообщите о ней разработчикам."
