"""The page in a real browser: Chromium without a window. Skipped where there is none."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report_builder import MISSING, checked
from test_html import HOSTILE, LETTERS, letter

import plainreply
from plainreply.document import Document
from plainreply.report import Report
from plainreply.reporters import Checked, Options, render
from plainreply.reporters.html import site
from plainreply.rule import Fix, Issue
from plainreply.spans import Edit

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
PHONE = {"viewport": {"width": 375, "height": 740}, "has_touch": True}
HOUSING = LETTERS[2]
OPENS_WITHIN = 2.0
"""Seconds until the page of a document of 100 pages is loaded."""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(NAMES)} is installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a page from disk; whatever it complains of or asks of the network fails the test."""
    complaints: list[str] = []

    def open_file(source: str | Path, **options: Any) -> Any:
        path = source if isinstance(source, Path) else tmp_path / "отчёт.html"
        if isinstance(source, str):
            path.write_text(source, encoding="utf-8", errors="replace")
        page = browser.new_context(**options).new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on(
            "request", lambda asked: asked.url.startswith("file:") or complaints.append(asked.url)
        )
        page.goto(path.as_uri())
        return page

    yield open_file
    for context in browser.contexts:
        context.close()
    assert complaints == []


def html(one: Checked, **options: Any) -> str:
    return render("html", [one], Options(**options))


def test_highlights_are_drawn_under_the_words(open_page: Open) -> None:
    one = letter(HOUSING)
    page = open_page(html(one, info=True))
    drawn = page.evaluate(
        """() => [...document.querySelectorAll(".m")].map((mark) => {
            mark.scrollIntoView();
            const range = document.createRange();
            range.selectNodeContents(mark);
            const line = getComputedStyle(mark.querySelector("span"));
            const tinted = line.backgroundColor !== "rgba(0, 0, 0, 0)";
            const seen = tinted || line.borderBottomStyle !== "none";
            return [mark.dataset.f, mark.innerText, range.getBoundingClientRect().width, seen];
        })"""
    )
    text, words = one.report.document.text, dict[int, str]()
    for numbers, inner, width, seen in drawn:
        assert seen and (width > 0 or not inner.strip())
        for number in map(int, numbers.split()):
            words[number] = words.get(number, "") + inner
    for number, issue in enumerate(one.report.issues, 1):
        wanted = "".join(span.of(text) for span in sorted(issue.words or (issue.span,)))
        assert "".join(words[number].split()) == "".join(wanted.split())


def test_hover_and_key_show_why_and_the_rewrite(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)))
    mark = page.locator(".has-now .m:not(.off)[id]").first
    mark.scroll_into_view_if_needed()
    mark.hover()
    number = mark.get_attribute("data-f").split()[0]
    note = page.locator("#chosen")
    assert page.inner_text(f"#t{number}") in note.inner_text()
    assert note.locator(".why").first.is_visible()
    rewritten = page.locator(f".has-now:has(#{mark.get_attribute('id')}) .now")
    assert note.locator(".becomes").text_content() == rewritten.text_content()
    mark.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "note"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == mark.get_attribute("id")


def test_rewrite_is_copied(open_page: Open) -> None:
    page = open_page(html(checked("Комиссией рассмотрено ваше заявление.")))
    page.hover(".m")
    page.click(".copy")
    page.wait_for_function("document.querySelector('.copy').textContent === 'Скопировано'")
    page.keyboard.press("Control+v")
    pasted = page.evaluate(
        """() => { const area = document.body.appendChild(document.createElement("textarea"));
            area.focus(); }"""
    )
    page.keyboard.press("Control+v")
    assert pasted is None
    assert page.input_value("textarea") == "Комиссия рассмотрела ваше заявление."


def test_layers_are_switched(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)))
    passive = page.locator("a.m:not(.off):has(> .k-verb.s-warning:only-child)").first
    assert passive.get_attribute("href")
    page.uncheck("[data-layer=verb]")
    assert passive.count() == 0 or "off" in passive.get_attribute("class")
    hidden = "a.m > .k-verb.s-warning:only-child"
    assert page.locator(hidden).first.evaluate(
        "mark => getComputedStyle(mark).borderBottomColor === 'rgba(0, 0, 0, 0)'"
        " && !mark.parentNode.hasAttribute('href')"
    )
    page.check("[data-layer=verb]")
    assert page.locator(hidden).first.evaluate(
        "mark => getComputedStyle(mark).borderBottomColor !== 'rgba(0, 0, 0, 0)'"
    )
    advice = page.locator("a.m:has(> .s-info:only-child)").first
    assert "off" in advice.get_attribute("class")
    page.check("[data-sev=info]")
    assert page.locator("a.m:has(> .s-info:only-child)").first.get_attribute("href")


def test_letter_is_shown_as_it_would_become(open_page: Open) -> None:
    page = open_page(html(checked("Комиссией рассмотрено ваше заявление. Звоните.")))
    assert page.inner_text(".text") == "Комиссией рассмотрено ваше заявление. Звоните."
    page.check("#after")
    assert page.inner_text(".text") == "Комиссия рассмотрела ваше заявление. Звоните."


def test_table_is_filtered_and_says_so(open_page: Open) -> None:
    one = letter(HOUSING)
    page = open_page(html(one))
    levels = [issue.severity for issue in one.report.issues]
    assert page.locator("#rows tr:visible").count() == len(levels) - levels.count("info")
    page.select_option("#f-sev", "error")
    assert page.locator("#rows tr:visible").count() == levels.count("error")
    assert page.inner_text("#said") == f"Показано {levels.count('error')} из {len(levels)}"


def test_bar_leads_to_its_sentence(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)), reduced_motion="reduce")
    bar = page.locator(".rows a").nth(20)
    bar.click()
    assert page.url.endswith(bar.get_attribute("href"))
    box = page.locator(":target").bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"] - box["height"]


def test_theme_follows_the_system_until_it_is_chosen(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.reload()
    assert page.evaluate(ground) != dark
    assert page.get_attribute("#theme", "aria-pressed") == "false"


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize("what", ["letter", "index", "clean"])
def test_axe_finds_no_grave_fault(open_page: Open, look: str, what: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    if what == "index":
        *_, (_, source) = site([letter(HOUSING), letter(LETTERS[0]), MISSING], Options(), "", "i")
    else:
        source = html(letter(HOUSING if what == "letter" else LETTERS[-1]), info=True)
    options = PHONE if look == "phone" else {"color_scheme": look}
    page = open_page(source, bypass_csp=True, **options)
    if page.locator(".m").count():
        page.locator(".m:not(.off)[id]").nth(4).click()
    page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))")
    found = axe.Axe().run(page).response["violations"]
    assert [
        (rule["id"], [node["html"][:120] for node in rule["nodes"]][:3])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ] == []


def test_phone_shows_the_note_from_below_and_nothing_sticks_out(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)), reduced_motion="reduce", **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert not page.locator("#note").is_visible()
    mark = page.locator(".m:not(.off)[id]").nth(4)
    mark.tap()
    box = page.locator("#note").bounding_box()
    place = mark.bounding_box()
    assert place["y"] >= 0 and place["y"] + place["height"] <= box["y"]
    assert box["y"] + box["height"] == pytest.approx(740, abs=1) and box["height"] <= 410
    page.click("#close")
    assert not page.locator("#note").is_visible()


def test_page_is_read_without_script(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)), java_script_enabled=False)
    assert not page.locator(".controls, #note, #theme").first.is_visible()
    mark = page.locator(".m").first
    mark.click()
    assert page.url.endswith(mark.get_attribute("href"))
    assert page.locator("#rows tr").last.is_visible()


def test_printed_page_numbers_the_faults(open_page: Open) -> None:
    page = open_page(html(letter(HOUSING)), color_scheme="dark")
    page.emulate_media(media="print")
    mark = page.locator(".m:not(.off)[data-n]").first
    told = mark.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert told == f'"{mark.get_attribute("data-n")}"'
    assert not page.locator(".controls, #note, .filters").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(32, 36, 42)"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("attack", HOSTILE)
def test_attack_is_shown_as_text(open_page: Open, attack: str) -> None:
    text = f"В целях ремонта {attack} рассмотрено заявление. Не может не {attack} быть."
    page = open_page(html(Checked(f"{attack}.txt", plainreply.check(text)), info=True))
    assert page.locator("article .p").evaluate_all("all => all.map(p => p.innerText)") == [text]
    for mark in page.locator(".m[id]").all():
        mark.hover()
    assert page.locator("script").count() == 1


def repeated(report: Report, times: int) -> Report:
    """Return the report of a document that is the same letter over and over."""
    document = report.document
    step = len(document.text) + 1
    starts = [step * n for n in range(times)]
    paragraphs = [(p, at) for at in starts for p in document.paragraphs]
    text = "\n".join([document.text] * times)
    body = tuple(replace(p, span=p.span.shift(at)) for p, at in paragraphs)
    return replace(
        report,
        document=Document(text, body),
        issues=tuple(moved(issue, at) for at in starts for issue in report.issues),
        sentences=tuple(span.shift(at) for at in starts for span in report.sentences),
        lengths=report.lengths * times,
    )


def moved(issue: Issue, by: int) -> Issue:
    fixes = [
        Fix(tuple(Edit(edit.span.shift(by), edit.text) for edit in fix.edits), fix.safety)
        for fix in issue.fixes
    ]
    words = tuple(word.shift(by) for word in issue.words)
    return replace(issue, span=issue.span.shift(by), words=words, fixes=tuple(fixes))


def test_document_of_100_pages_opens_at_once(open_page: Open) -> None:
    report = repeated(letter(HOUSING).report, 50)  # the letter has two pages
    assert len(report.issues) > 4000 and report.readability.words > 100
    source = html(Checked("большое.txt", report))
    times = []
    for _ in range(3):
        page = open_page(source)
        load = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        times.append(load / 1000)
        page.context.close()
    assert min(times) < OPENS_WITHIN, times


def test_index_sorts_by_a_column(open_page: Open) -> None:
    letters = [letter(path) for path in (LETTERS[0], LETTERS[2], LETTERS[-1])]
    *_, (_, source) = site(letters, Options(), "", "index.html")
    page = open_page(source)
    names = page.locator("tbody td:first-child").all_inner_texts()
    page.click("th:nth-child(3) button")
    values = page.locator("tbody td:nth-child(3)").all_inner_texts()
    assert values == sorted(values, key=int) and page.locator("[aria-sort=ascending]").count() == 1
    page.click("th:nth-child(2) button")
    assert page.locator("tbody td:first-child").all_inner_texts() == names
