"""The tables ``[rules.ID]``: severity and options of single rules."""

from collections.abc import Iterator, Mapping
from typing import Any

from plainreply.rule import SEVERITIES
from plainreply.rulebook import Rulebook
from plainreply.settings.keys import Place, near, one_of, text
from plainreply.settings.values import Given, Key

LEVELS = (*SEVERITIES, "off")
NOT_TABLE = 'пишите так: {} = "warning" или раздел [rules.{}]'
NO_OPTION = "у правила «{}» нет параметра «{}»{}; есть: {}"
NO_OPTIONS = "у правила «{}» нет параметра «{}»: ему можно задать только severity"
OTHER_TYPE = "параметр «{}» правила «{}» должен быть {}"
NEGATIVE = "параметр «{}» правила «{}» не может быть меньше нуля"
TYPES: Mapping[type, str] = {
    bool: "true или false",
    int: "целым числом",
    float: "числом",
    str: "строкой в кавычках",
    list: "списком",
    dict: "таблицей",
}


def tuning(place: Place) -> Iterator[tuple[Key, Given]]:
    """Yield what the tables set, a key each. Raises BadConfiguration for what no rule has."""
    if not isinstance(place.value, dict):
        raise place.fault(NOT_TABLE.format("passive", "passive"))
    for id, value in place.value.items():
        if id not in place.book.rules:
            told = f"правила «{id}» нет{near(id, place.book.rules)}. Список: plainreply rule"
            raise place.fault(told, id)
        yield from _rule(Place(place.file, (*place.keys, id), value, place.book), id)


def _rule(place: Place, id: str) -> Iterator[tuple[Key, Given]]:
    if isinstance(place.value, str):
        severity = one_of(LEVELS)(place)
        yield Key("rules", id, "severity"), Given(severity, place.file, place.keys)
        return
    if not isinstance(place.value, dict):
        raise place.fault(NOT_TABLE.format(id, id))
    for option, value in place.value.items():
        own = Place(place.file, (*place.keys, option), value, place.book)
        told = one_of(LEVELS)(own) if option == "severity" else _option(own, id, option)
        yield Key("rules", id, option), Given(told, own.file, own.keys)


def _option(place: Place, id: str, option: str) -> Any:
    """Return the value of an option, which must be of the type that it has in our rules."""
    known = options_of(place.book, id)
    if not known:
        raise place.fault(NO_OPTIONS.format(id, option))
    if option not in known:
        names = ("severity", *known)
        raise place.fault(NO_OPTION.format(id, option, near(option, names), ", ".join(names)))
    model, value = known[option], place.value
    kind = type(model)
    fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if kind is float and type(value) is int:
        return float(value)
    if fits and kind in (int, float) and value < 0:
        raise place.fault(NEGATIVE.format(option, id))
    if not fits:
        raise place.fault(OTHER_TYPE.format(option, id, TYPES.get(kind, kind.__name__)))
    if model and kind is list and isinstance(model[0], str):
        for item in value:
            text(Place(place.file, place.keys, item, place.book))
    return value


def options_of(book: Rulebook, id: str) -> dict[str, Any]:
    """Return the options that a rule can be given, each with a value that it has somewhere: those
    of every rule of its kind, and what profiles set."""
    rule = book.rules[id]
    found: dict[str, Any] = {}
    for other in book.rules.values():
        if other.kind == rule.kind:
            found |= other.options
            for profile in book.profiles.values():
                found |= profile.options.get(other.id, {})
    return {**found, **rule.options}
