"""What goes through a run over many items besides the items themselves."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item whose process died over it."""

    item: T


@dataclass(frozen=True, slots=True)
class Ready(Generic[S]):
    """An item whose result is known already; it keeps its place among the others."""

    result: S
