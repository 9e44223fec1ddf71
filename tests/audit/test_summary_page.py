"""The summary page: what it says is worst, where and since when, and what it is drawn from."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs plainreply[audit]")

from plainreply.audit.gist import gist, standing, turn
from plainreply.audit.page import bars, summary
from plainreply.audit.pictures import columns, timeline
from plainreply.audit.tally import NOBODY, Tally
from plainreply.rulebook import rulebook

RULES = rulebook().rules
STRANGE = "Отдел <script>alert(1)</script> & «Архив»\u202e"


def tally(*kinds: tuple[str, str, int, int, float]) -> Tally:
    """Return the sums of letters: office, month, how many, how many of them faulty, their score."""
    found = Tally()
    for office, month, number, faulty, score in kinds:
        for at in range(number):
            bad = at < faulty
            day = date(int(month[:4]), int(month[5:]), 1) if month else None
            row: dict[str, Any] = {"date": day, "office": office, "template": None, "source": "a"}
            row |= {"errors": 0, "warnings": int(bad), "score": score + at % 3 - 1}
            found._letter(row, ["passive", "missing-survey"] if bad else [])
    return found


def test_worst_office_its_fault_and_the_best_are_named() -> None:
    found = tally(("МФЦ", "2024-01", 20, 18, 40.0), ("Загс", "2024-01", 20, 2, 90.0))
    said = gist(found, RULES)
    assert said[0] == (
        "Труднее всего письма ведомства «МФЦ»: средняя оценка 40 из 100, с замечаниями 90\u00a0% "
        "писем, чаще всего «Страдательный залог»."
    )
    assert said[1].startswith("Проще всего письма ведомства «Загс»: средняя оценка 90, с")
    assert said[2] == "Чаще всего встречаются «Страдательный залог» (50\u00a0% писем)."


def test_two_bad_letters_make_no_worst_office() -> None:
    found = tally(("Редкий", "", 2, 2, 30.0), ("МФЦ", "", 80, 60, 45.0), ("Загс", "", 80, 2, 90.0))
    assert standing(found.offices["МФЦ"], found.all) < standing(found.offices["Редкий"], found.all)
    assert [bar.name for bar in bars(found.offices, found, RULES)] == ["МФЦ", "Редкий", "Загс"]


def test_office_nobody_named_is_neither_worst_nor_best() -> None:
    found = tally((NOBODY, "", 20, 20, 10.0), ("МФЦ", "", 20, 9, 50.0), ("Загс", "", 20, 0, 90.0))
    assert "«МФЦ»" in gist(found, RULES)[0]


def test_month_since_when_letters_are_worse_is_told() -> None:
    good = [("МФЦ", f"2024-{month:02}", 10, 1, 80.0) for month in range(1, 7)]
    bad = [("МФЦ", f"2024-{month:02}", 10, 8, 60.0) for month in range(7, 10)]
    same = [("Загс", f"2024-{month:02}", 10, 1, 80.0) for month in range(1, 10)]
    said = gist(tally(*good, *bad, *same), RULES)
    assert (
        "У ведомства «МФЦ» с июля 2024 года письма стали труднее: средняя оценка 59,9, была 79,9; "
        "с замечаниями 80\u00a0% писем, было 10\u00a0%." in said
    )
    assert not any("ведомства «Загс» с" in line for line in said)


def test_chance_is_no_turn() -> None:
    swaying = [("", f"2024-{month:02}", 2, 1, 50.0 + 30 * (month % 2)) for month in range(1, 13)]
    assert turn(tally(*swaying).all.months) is None
    assert turn(tally(("", "2024-01", 99, 9, 50.0)).all.months) is None
    assert turn({}) is None


def test_month_without_letters_breaks_the_line() -> None:
    found = tally(*(("", f"2024-{month:02}", 4, 2, 50.0) for month in (1, 2, 5, 6, 8)))
    drawn = timeline(found.all.months)
    assert drawn is not None
    assert [period.letters for period in drawn.periods] == [4, 4, 0, 0, 4, 4, 0, 4]
    assert len(drawn.part_lines) == len(drawn.mean_lines) == 2
    assert [period.part for period in drawn.periods[1:3]] == ["50\u00a0%", "нет"]


@pytest.mark.parametrize(
    ("months", "unit", "periods"),
    [
        (("2019-03", "2024-01"), "месяц", 59),
        (("2009-03", "2024-01"), "год", 16),
        (("0024-03", "2023-12", "2024-01"), "год", 3),
    ],
)
def test_long_times_are_told_by_year(months: tuple[str, ...], unit: str, periods: int) -> None:
    drawn = timeline(tally(*(("", month, 1, 0, 50.0) for month in months)).all.months)
    assert drawn is not None and (drawn.unit, len(drawn.periods)) == (unit, periods)
    assert sum(period.letters for period in drawn.periods) == len(months)


def test_columns_of_scores_meet_without_a_gap() -> None:
    drawn = columns(tally(("", "", 3, 0, 99.0)))
    assert [(column.low, column.high) for column in drawn[-2:]] == [(80, 89), (90, 100)]
    assert drawn[-1].letters == 3


def page(*kinds: tuple[str, str, int, int, float]) -> str:
    return summary(tally(*kinds), RULES)


def test_strange_names_are_shown_and_not_obeyed() -> None:
    made = page((STRANGE, "2024-01", 9, 3, 50.0), ("МФЦ", "2024-03", 9, 3, 50.0))
    assert "<script>alert" not in made and "\u202e" not in made
    assert "&lt;script&gt;alert(1)" in made


def test_every_picture_has_its_table() -> None:
    made = page(("МФЦ", "2024-01", 9, 3, 50.0), ("Загс", "2024-03", 9, 3, 50.0))
    assert made.count("Те же числа таблицей") == 2
    assert "<td>33,3\u00a0%</td>" in made and 'aria-labelledby="t-time d-time"' in made


def test_archive_without_dates_offices_or_letters_has_a_page() -> None:
    assert "Как письма меняются" not in page((NOBODY, "", 2, 1, 50.0))
    assert "<h1>" in summary(Tally(), RULES)


def test_browser_finds_the_page_accessible(tmp_path: Path) -> None:
    import shutil

    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium")
    path = tmp_path / "summary.html"
    path.write_text(
        page((STRANGE, "2024-01", 9, 3, 50.0), ("МФЦ", "2024-03", 9, 3, 50.0)), encoding="utf-8"
    )
    looks = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": PHONE})
    with driver.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for look in looks:
            shown = browser.new_context(bypass_csp=True, **look).new_page()
            shown.goto(path.as_uri())
            shown.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))")
            grave = [
                (rule["id"], rule["nodes"][0]["html"])
                for rule in axe.Axe().run(shown).response["violations"]
                if rule["impact"] in ("serious", "critical")
            ]
            assert grave == []
            width = shown.viewport_size["width"]
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()


PHONE = {"width": 375, "height": 740}
