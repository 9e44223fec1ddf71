"""Lets finders look once: what was found is kept with the sentence or analysis, or by a key."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from functools import wraps
from threading import Lock, RLock
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar


class Remembering(Protocol):
    """A value with a place for what was found in it."""

    @property
    def memo(self) -> dict[Any, Any]:
        """What was found, by who found it."""


Loaded = TypeVar("Loaded")
Owner = TypeVar("Owner", bound=Remembering)
Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Key = TypeVar("Key", bound=Hashable)


class Once(Generic[Loaded]):
    """A function that loads something large: it is called once, and threads that ask meanwhile
    wait for it."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load
        self._loaded: list[Loaded] = []
        self._lock = RLock()

    def __call__(self) -> Loaded:
        """Return what is loaded."""
        if not self._loaded:
            with self._lock:
                if not self._loaded:
                    self._loaded.append(self._load())
        return self._loaded[0]

    def cache_clear(self) -> None:
        """Forget what is loaded."""
        self._loaded = []


class Memory(Generic[Key, Found]):
    """What was found lately by its key: at most ``size`` finds, those kept longest go first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Key, Found] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Found | None:
        """Return what was found, None if that is not known."""
        return self._kept.get(key)

    def keep(self, key: Key, found: Found) -> None:
        """Remember what was found."""
        with self._lock:
            self._kept[key] = found
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)


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
