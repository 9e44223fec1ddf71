"""What a text is meant to be: the kinds of text that an office writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

GENRES: Mapping[str, str] = MappingProxyType(
    {
        "reply": "ответ",
        "first-reply": "первичный ответ",
        "refusal": "отказ",
        "forwarding": "переадресация",
        "fix-request": "просьба исправить",
        "mailing": "рассылка",
        "social": "соцсети",
        "notice": "уведомление",
        "call-in": "входящий звонок",
        "call-out": "исходящий звонок",
        "chatbot": "чат-бот",
    }
)
"""The genres by id, with their Russian names."""


@dataclass(frozen=True)
class Setting:
    """The genre of a text, for the rules that only some letters must keep.

    ``genre`` is an id of ``GENRES``, or ``""`` for a text that is no letter, such as a pasted
    sentence; ``confidence`` is how sure that is (0..1), 1 where someone has ``told`` it.
    """

    genre: str = ""
    confidence: float = 1.0
    told: bool = False


NO_SETTING = Setting()
