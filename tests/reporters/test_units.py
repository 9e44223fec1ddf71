"""Issues grouped by sentence, and what their fixes make of it."""

from report_builder import TWO, checked

from plainreply.reporters import Options
from plainreply.reporters.units import change, units
from plainreply.rule import Fix
from plainreply.spans import Edit, Span


def test_issues_of_a_sentence_are_one_unit_worst_first() -> None:
    report = checked(f"{TWO} Мы ждём вас.").report
    (unit,) = units(report, Options())
    assert unit.span.of(report.document.text) == TWO
    assert {issue.rule for issue in unit.issues} == {"compound-preposition", "passive"}


def test_advice_is_left_out_unless_asked_for() -> None:
    report = checked("Мы начали подготовку ответа.").report
    assert units(report, Options()) == []
    assert [
        issue.severity for unit in units(report, Options(info=True)) for issue in unit.issues
    ] == ["info"]


def test_all_fixes_of_the_sentence_are_made_at_once() -> None:
    report = checked(TWO).report
    (unit,) = units(report, Options())
    assert unit.rewritten(report.document.text) == (
        "Чтобы уточнить адрес, комиссия рассмотрела ваше заявление."
    )


def test_change_leaves_out_what_stays_far_between() -> None:
    text = f"один {'слово ' * 10}два"
    fix = Fix((Edit(Span(0, 4), "раз"), Edit(Span(len(text) - 3, len(text)), "три")))
    assert change(text, fix) == ("один … два", "раз … три")


def test_bare_insertion_and_deletion_show_their_neighbours() -> None:
    text = "мы ждём вас"
    assert change(text, Fix((Edit(Span(3, 3), "все "),))) == ("мы ждём", "мы все ждём")
    assert change(text, Fix((Edit(Span(3, 8), ""),))) == ("мы ждём вас", "мы вас")


def test_blanks_are_seen_where_they_alone_differ() -> None:
    fix = Fix((Edit(Span(7, 8), "\u00a0"),))
    assert change("площади 14", fix) == ("площади·14", "площади°14")
    assert change("мы  ждём", Fix((Edit(Span(2, 4), " "),))) == ("мы··ждём", "мы·ждём")
