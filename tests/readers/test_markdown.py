"""Markdown: what is prose in it, and what is markup."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.document import Document
from plainreply.lint import Linter
from plainreply.readers import read_bytes
from plainreply.rulebook import rulebook

LETTER = """\
# Ответ на обращение #

Мы **получили** ваше письмо.
> Вопрос заявителя.

- копия паспорта
* [x] заявление

| Дата | Срок |
|:-----|-----:|
| 3 мая | 5 дней |

```sh
ls | grep x & echo §
```
***
Итог
====
[1]: https://example.ru
"""


def document(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def parts(text: str) -> list[tuple[str, str]]:
    found = document(text)
    return [(p.role, p.span.of(found.text)) for p in found.paragraphs]


def symbols(text: str) -> list[str]:
    issues = Linter([rulebook().rule("special-symbol")])(document(text))
    return [issue.span.of(text) for issue in issues]


def test_markup_around_prose_is_left_out() -> None:
    assert document(LETTER).text == LETTER
    assert parts(LETTER) == [
        ("heading", "Ответ на обращение"),
        ("body", "Мы **получили** ваше письмо."),
        ("body", "Вопрос заявителя."),
        ("list", "копия паспорта"),
        ("list", "заявление"),
        ("cell", "Дата"),
        ("cell", "Срок"),
        ("cell", "3 мая"),
        ("cell", "5 дней"),
        ("heading", "Итог"),
    ]


def test_code_that_is_left_out_is_told() -> None:
    assert document(LETTER).source.notes == ("Блоки кода не проверены.",)
    assert document("Мы ответили.").source.notes == ()


def test_item_goes_on_in_the_next_line() -> None:
    first = "- копию документа, который удостоверяет личность заявителя или его"
    assert parts(f"{first}\n  представителя, с переводом;\n- заявление.")[0] == (
        "list",
        f"{first[2:]}\n  представителя, с переводом;",
    )


@pytest.mark.parametrize("text", ["> > Текст", "> - Текст", ">> ## Текст", "- [ ] Текст", "|Текст"])
def test_nested_markup_is_left_out(text: str) -> None:
    assert [found for _, found in parts(text)] == ["Текст"]


def test_only_prose_has_special_symbols() -> None:
    assert symbols(LETTER) == []
    text = (
        "Смотрите **§ 5** [тут](a/bcd/efg.md), `a & b`, <https://e.ru>, ~~да~~ и паспорт & снилс."
    )
    assert symbols(text) == ["§", "&"]


@pytest.mark.parametrize(
    "piece", [">", "[", "](", "<a", "`", "|", "#", "-", "* ", "|-", "```\n", "|a"]
)
def test_hostile_markup_takes_no_time(piece: str) -> None:
    start = time.perf_counter()
    symbols(f"{piece * 20_000}x Текст")
    assert time.perf_counter() - start < 5


@given(st.text(st.sampled_from("абВ1. -–\t\n\r;:)#|>*`[]=~\\")))
def test_paragraphs_are_ordered_and_bare(text: str) -> None:
    if not text.strip():
        return
    at = 0
    for paragraph in document(text).paragraphs:
        found = paragraph.span.of(text)
        assert paragraph.span.start >= at and found.strip() == found != ""
        at = paragraph.span.stop
