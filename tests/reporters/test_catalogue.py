"""Rules and profiles as shown to people and programs."""

import json

from plainreply.reporters.catalogue import (
    profile_page,
    profile_table,
    rule_json,
    rule_page,
    rule_table,
)
from plainreply.requirements import Requirement
from plainreply.rule import Example, Rule
from plainreply.rulebook import Profile, Rulebook, rulebook

RULE = Rule(
    id="passive",
    group="wording",
    kind="passive",
    title="Страдательный залог",
    severity="warning",
    message="«{found}»",
    why="Читатель не понимает,\nкого спросить.",
    source=("R028",),
    examples=(Example("Письмо [получено].", "Мы получили письмо."), Example(None, "Дом открыт.")),
)
PAGE = """\
Страдательный залог [passive]
─────────────────────────────
Важность: замечание. Раздел: слова и фразы.

Зачем
  Читатель не понимает, кого спросить.

Как исправить
  Было:  Письмо [получено].
  Стало: Мы получили письмо.

Так хорошо
  • Дом открыт.

Требования
  • R028. Порядок, п. 1: «кто действует» (рекомендуется)

Важность в наборах
  ours  ошибка, words = 5

Как отключить: строки в plainreply.toml
  [rules]
  passive = "off"
или один раз
  plainreply check письмо.docx --ignore passive
или в письме
  <!-- plainreply: пропустить passive — причина -->

Как настроить: здесь обычные значения
  [rules.passive]
  severity = "warning"
"""
OURS = Profile("ours", "Порядок", {"passive": "error"}, {"passive": {"words": 5}}, "ours")
BOOK = Rulebook(
    {"passive": RULE},
    {"ours": OURS},
    (Requirement("R028", "ours", "п. 1", "кто действует", "should"),),
)


def test_rule_page() -> None:
    assert rule_page(RULE, BOOK, 80) == PAGE


def test_rule_table_names_every_rule() -> None:
    rules = list(rulebook().rules.values())
    table = rule_table(rules, 80)
    assert all(rule.id in table and rule.title in table for rule in rules)


def test_rule_json_has_examples() -> None:
    (rule,) = json.loads(rule_json([RULE], ascii=True))["rules"]
    assert rule["examples"][0] == {"bad": "Письмо [получено].", "good": "Мы получили письмо."}


def test_profile_says_what_is_on_off_and_tuned() -> None:
    soft = Profile(
        "soft", "Мягкий", {"passive": "info", "italic": "off"}, {"passive": {"words": 5}}
    )
    italic = Rule("italic", "format", "face", "Курсив", "warning", "", "")
    book = Rulebook({"passive": RULE, "italic": italic}, {"soft": soft})
    page = profile_page(soft, book.choose("soft"), book, 80)
    assert "passive  совет       Страдательный залог (words = 5)" in page
    assert "Выключены: italic" in page
    assert profile_table(book) == "soft  1 правило   Мягкий\n"
