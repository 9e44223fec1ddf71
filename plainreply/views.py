"""Mappings that nobody changes, and that can be sent from process to process."""

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def view(content: Mapping[Key, Value]) -> MappingProxyType[Key, Value]:
    """Return a view of a mapping through which it cannot be changed."""
    return MappingProxyType(dict(content))


copyreg.pickle(MappingProxyType, lambda shown: (view, (dict(shown),)))
