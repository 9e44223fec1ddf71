"""Smileys are special symbols, but where an order allows them in posts."""

import pytest

from plainreply.checker import checker

POST = "Спасибо за комментарий! Фонари у школы починят до 5 мая 😊"


@pytest.mark.parametrize(
    ("profile", "genre", "found"),
    [
        ("kostroma", "social", False),
        ("mordovia", "social", False),
        ("kostroma", "reply", True),
        ("minprirody", "social", True),
        ("default", "social", True),
    ],
)
def test_a_smiley(profile: str, genre: str, found: bool) -> None:
    report = checker(profile, select=("special-symbol",))(POST, genre)
    assert bool(report.issues) is found


def test_no_other_picture_is_a_smiley() -> None:
    report = checker("kostroma", select=("special-symbol",))("Фонари починят ☎ 💀", "social")
    assert len(report.issues) == 2
