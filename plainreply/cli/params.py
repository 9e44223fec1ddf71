"""Values that options take, checked here so that every complaint is in Russian."""

from collections.abc import Callable, Iterable
from typing import Annotated

import typer

Profile = Annotated[
    str, typer.Option("--profile", metavar="ИМЯ", help="Набор правил; все: plainreply profile.")
]


def choice(names: Iterable[str]) -> Callable[[str], str]:
    """Return a callback that lets only ``names`` pass."""
    names = tuple(names)

    def checked(value: str) -> str:
        if value not in names:
            raise typer.BadParameter(f"«{value}» не подходит, выберите: {', '.join(names)}")
        return value

    return checked


def comma_list(values: list[str] | None) -> list[str]:
    """Return the ids of an option that is given many times, with commas, or both."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return [part for part in parts if part]
