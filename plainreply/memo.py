"""Lets finders look once: what was found is kept with the sentence or the analysis."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Remembering(Protocol):
    """A value with a place for what was found in it."""

    @property
    def memo(self) -> dict[Any, Any]:
        """What was found, by who found it."""


Owner = TypeVar("Owner", bound=Remembering)
Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def kept(
    tell: Callable[Concatenate[Owner, Asked], Found],
) -> Callable[Concatenate[Owner, Asked], Found]:
    """Return ``tell`` with what it says of its first argument kept there: many rules ask again."""

    @wraps(tell)
    def once(owner: Owner, /, *args: Asked.args, **named: Asked.kwargs) -> Found:
        key = (tell, args, *named.items()) if args or named else tell
        if key not in owner.memo:
            owner.memo[key] = tell(owner, *args, **named)
        found: Found = owner.memo[key]
        return found

    return once


def remembered(
    find: Callable[Concatenate[Owner, Asked], Iterator[Found]],
) -> Callable[Concatenate[Owner, Asked], tuple[Found, ...]]:
    """Return ``find`` with its finds kept, as a tuple."""

    @kept
    @wraps(find)
    def every(owner: Owner, /, *args: Asked.args, **named: Asked.kwargs) -> tuple[Found, ...]:
        return tuple(find(owner, *args, **named))

    return every
