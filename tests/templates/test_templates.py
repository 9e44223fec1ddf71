"""A folder of templates: the sample one is clean, a bad one is not; slots, filling, places."""

import json
from datetime import date
from pathlib import Path

import pytest

from plainreply.checker import checker
from plainreply.facts.slots import Slot
from plainreply.readers.front_matter import example_data
from plainreply.reporters import Options
from plainreply.reporters.templates import text as as_text
from plainreply.rulebook import rulebook
from plainreply.spans import Span
from plainreply.templates import Library, library, library_of, review
from plainreply.templates.fill import example, filled
from plainreply.templates.library import KINDS, with_replies
from plainreply.templates.review import CHECKS

SAMPLES = Path(__file__).resolve().parents[2] / "corpora" / "templates"
TODAY = date(2026, 6, 1)
BAD = {
    "a.txt": "---\nkind: reply\ntopic: двор\nneed: срок\nupdated: 2020-01-01\nowner: Котова\n---\n"
    "Здравствуйте, {{имя}!\n\nВаше заявление рассмотрят в течение 10 дней.\n",
    "b.txt": "---\nkind: reply\ntopic: двор\nneed: срок\nupdated: 2026-05-20\nowner: Котова\n---\n"
    "Ваше заявление {{номер}} рассмотрят в течение 15 дней. За справкой идите в ПФР.\n",
    "c.txt": "Комиссией рассмотрено заявление.\n",
    "d.en.txt": "---\nkind: notice\nlang: en\n---\nWe shall wait for you.\n",
}


@pytest.fixture
def bad(tmp_path: Path) -> Library:
    for name, text in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return library(tmp_path)


def test_the_sample_folder_has_nothing_to_mend() -> None:
    told = review(library(SAMPLES), checker(), TODAY)
    assert len(told.library.templates) >= 8
    assert [(note.template, note.rule) for note in told.notes] == []


@pytest.mark.parametrize("profile", sorted(rulebook().profiles))
def test_every_template_of_the_sample_folder_is_good_under_every_profile(profile: str) -> None:
    notes = review(library(SAMPLES), checker(profile), TODAY).notes
    assert [note for note in notes if note.template and note.severity == "error"] == []


def test_a_bad_folder_is_told_what_it_lacks(bad: Library) -> None:
    told = review(bad, checker(), TODAY)
    found = {(note.template, note.rule) for note in told.notes}
    assert {
        ("", "no-insult-template"),
        ("", "no-call-scripts"),
        ("a.txt", "stale-template"),
        ("a.txt", "broken-placeholder"),
        ("b.txt", "template-conflict"),
        ("b.txt", "outdated-name"),
        ("c.txt", "no-topic-or-need"),
        ("c.txt", "passive"),
    } <= found
    assert ("b.txt", "stale-template") not in found
    assert not {rule for name, rule in found if name == "d.en.txt"} & {
        "passive",
        "missing-greeting",
    }


def test_a_finding_stands_in_its_line_of_the_template(bad: Library) -> None:
    notes = review(bad, checker(), TODAY).of("b.txt")
    note = next(note for note in notes if note.rule == "outdated-name")
    text = BAD["b.txt"]
    assert note.span.of(text) == "ПФР"
    assert note.line == text[: text.index("ПФР")].count("\n") + 1


def test_templates_grow_stale_sooner_where_the_order_says_a_month(bad: Library) -> None:
    late = date(2026, 7, 1)
    rules = [
        {n.rule for n in review(bad, checker(p), late).of("b.txt")} for p in ("default", "kostroma")
    ]
    assert ["stale-template" in found for found in rules] == [False, True]


def test_slots_are_filled_and_places_lead_back() -> None:
    (template,) = library_of("Ответ {{номер}} дадим {дата} в отделе {неведомо}.").templates
    told = filled(template)
    assert told.document.text == "Ответ 123 дадим 12 мая 2026 года в отделе неведомо."
    at = told.document.text.index("дадим")
    assert told.origin(Span(at, at + 5)).of(template.document.text) == "дадим"
    at = told.document.text.index("мая")
    assert told.origin(Span(at, at + 3)).of(template.document.text) == "{дата}"


def test_the_words_of_the_template_go_before_those_of_the_table() -> None:
    slot = Slot(Span(0, 1), "имя")
    assert example(slot, {"имя": "Вера"}) == "Вера"
    assert example(slot, {}) == "Анна Петровна"
    assert example(Slot(Span(0, 1), "имя отчество"), {}) == "Анна Петровна"
    assert example(Slot(Span(0, 1), "неведомо"), {}) == ""
    assert example_data("---\nexample:\n  Имя: Вера\n---\nПисьмо") == {"имя": "Вера"}
    assert example_data("---\nexample: имя\n---\nПисьмо") == {}


def test_a_word_file_has_its_head_beside_it(tmp_path: Path) -> None:
    source = SAMPLES.parent / "letters" / "good-02-final-roads.docx"
    (tmp_path / "a.docx").write_bytes(source.read_bytes())
    (tmp_path / "a.yaml").write_text("kind: ответ\ntopic: дороги\n", encoding="utf-8")
    (template,) = library(tmp_path).templates
    assert (template.kind, template.topic, template.genre) == ("reply", "дороги", "reply")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no package")
    (tmp_path / ".hidden.txt").write_text("Текст", encoding="utf-8")
    assert [name for name, _ in library(tmp_path).failed] == ["a.docx"]


def test_replies_are_held_against_the_templates(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Фонарь на улице Мира починили.", encoding="utf-8")
    told = review(with_replies(library(SAMPLES), tmp_path), checker(), TODAY)
    assert {note.rule for note in told.notes} == {"reply-without-template"}


def test_every_rule_about_a_folder_names_a_check_and_known_kinds() -> None:
    rules = [rule for rule in rulebook().rules.values() if rule.kind == "folder"]
    assert {rule.options["check"] for rule in rules} == set(CHECKS)
    assert {kind for rule in rules for kind in rule.options.get("kinds", ())} <= set(KINDS)


def test_many_templates_are_compared_in_fair_time() -> None:
    text = "".join(
        f"=== {n}.txt ===\n---\nkind: reply\ntopic: т{n % 40}\n---\nМы ответим вам за {n} дней. "
        f"Здравствуйте, это письмо о деле {n}, его ведёт отдел {n % 7}.\n"
        for n in range(400)
    )
    folder = library_of(text)
    rules = [rule for rule in rulebook().rules.values() if rule.kind == "folder"]
    found = [list(CHECKS[rule.options["check"]](folder, rule, TODAY)) for rule in rules]
    assert any(found)


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    from plainreply.cli import main

    status = main(["templates", *args])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_command_reports_and_sets_the_status(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, _ = run(capsys, str(SAMPLES), "--today", "2026-06-01")
    assert (status, "Замечаний нет." in out) == (0, True)
    for name, text in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    status, out, _ = run(capsys, str(tmp_path), "--today", "2026-06-01")
    assert status == 1 and "вся папка" in out and "(stale-template)" in out
    assert run(capsys, str(tmp_path), "--fail-on", "never")[0] == 0
    (tmp_path / "x.docx").write_bytes(b"no package")
    assert run(capsys, str(tmp_path))[0] == 2


def test_the_command_speaks_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(BAD["c.txt"], encoding="utf-8")
    data = json.loads(run(capsys, str(tmp_path), "--format", "json")[1])
    assert data["summary"]["templates"] == 1
    assert {issue["rule"] for issue in data["issues"]} >= {"no-faq"}
    assert data["templates"][0]["issues"][0]["line"] == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["нет-такой"], "Папки"),
        ([str(SAMPLES), "--today", "завтра"], "2026-05-31"),
        ([str(SAMPLES), "--replies", "нет"], "Папки"),
    ],
)
def test_the_command_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    status, _, err = run(capsys, *args)
    assert status == 2 and said in err


def test_an_empty_folder_is_no_clean_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, _, err = run(capsys, str(tmp_path))
    assert status == 2 and "нет шаблонов" in err


def test_what_many_templates_share_is_told_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(BAD["a.txt"], encoding="utf-8")
    told = as_text(review(library(tmp_path), checker(), TODAY), "шаблоны", Options()).splitlines()
    stale = [line for line in told if "(stale-template)" in line]
    assert len(stale) == 1 and stale[0].endswith(", мест: 3: a.txt:5, b.txt:5, c.txt:5")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("kind: чепуха", "«kind» (не понятно «чепуха»)"),
        ("kind: refusel", "«kind» (не понятно «refusel», возможно, это «refusal»)"),
        ("updated: вчера", "«updated» (не понятно «вчера»)"),
        ("updatd: 2026-05-20", "«updated» (исправьте имя «updatd»)"),
        ("topic: [", "; строка 3 не понята: «topic: [»"),
        ("topic: двор: свет", "; строка 3 не понята: «topic: двор: свет»"),
    ],
)
def test_what_is_wrong_in_a_head_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(f"---\ntemplate: yes\n{line}\n---\nЖдём вас.\n", "utf-8")
    notes = review(library(tmp_path), checker(), TODAY).notes
    assert any(said in note.message for note in notes if note.template)
