"""The pages of many letters: the index counts right and leads to every page."""

from urllib.parse import unquote

from html_page import Page
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked

from plainreply.reporters import Checked, Options, Outcome
from plainreply.reporters.html import Namer, site
from plainreply.reporters.html.overview import Frequent, columns

OUTCOMES: list[Outcome] = [
    checked(CLEAN, "письма/чистое.txt"),
    checked(f"{TWO} {PASSIVE}", "письма/трудное.txt"),
    MISSING,
    checked(PASSIVE, "архив/чистое.txt"),
]


def pages(folder: str = "", home: str = "index.html") -> dict[str, Page]:
    return {name: Page(text) for name, text in site(OUTCOMES, Options(), folder, home)}


def test_every_letter_has_a_page_that_leads_back() -> None:
    made = pages()
    assert list(made) == ["чистое.html", "трудное.html", "чистое-2.html", "index.html"]
    for name, page in made.items():
        if name != "index.html":
            assert page.all("//p[@class='home']/a/@href") == ["index.html"]


def test_index_leads_to_every_page() -> None:
    told = {unquote(str(href)) for href in pages()["index.html"].all("//tbody//a/@href")}
    assert told == {"чистое.html", "трудное.html", "чистое-2.html"}


def test_pages_may_lie_in_a_folder_beside_the_index() -> None:
    made = pages("отчёт 5", "отчёт 5.html")
    first, *_, last = made
    assert (first, last) == ("отчёт 5/чистое.html", "отчёт 5.html")
    hrefs = [str(href) for href in made["отчёт 5.html"].all("//tbody//a/@href")]
    assert all(href.isascii() for href in hrefs)
    assert "отчёт 5/трудное.html" in map(unquote, hrefs)
    [back] = made["отчёт 5/трудное.html"].all("//p[@class='home']/a/@href")
    assert unquote(str(back)) == "../отчёт 5.html"


def test_worst_letter_comes_first() -> None:
    rows = pages()["index.html"].texts("//tbody/tr/td[1]")
    assert rows[0].split() == ["трудное.txt", "письма"]
    assert rows[-1].split() == ["чистое.txt", "письма"]


def test_file_that_was_not_read_is_named_with_the_reason() -> None:
    index = pages()["index.html"]
    assert index.texts("//section[contains(@class, 'failed')]//li") == [
        "нет.txt: Файл не найден: проверьте путь."
    ]
    assert "Проверено писем: 3 из 4" in index.texts("//p[@class='told']")


def test_picture_of_scores_counts_every_letter_once() -> None:
    index = pages()["index.html"]
    bricks = index.all("//*[contains(@class, 'brick')]")
    assert len(bricks) == 3
    last = columns([])[-1]
    assert (last.low, last.high) == (90, 100)


def test_frequent_faults_count_findings_and_letters() -> None:
    frequent = Frequent()
    for outcome in OUTCOMES:
        if isinstance(outcome, Checked):
            frequent.add(outcome.report)
    found = {fault.rule.id: fault for fault in frequent.faults()}
    assert (found["passive"].count, found["passive"].letters) == (3, 2)
    assert found["compound-preposition"].letters == 1


def test_names_of_pages_are_safe_and_apart() -> None:
    made = list(
        map(Namer(), ["a/Ответ.docx", "b/ответ.txt", "../x/<i>:?.md", "-", "index.txt", "я" * 99])
    )
    assert made[:2] == ["Ответ.html", "ответ-2.html"]
    assert made[2:5] == ["i.html", "письмо.html", "index-2.html"]
    assert len(made[5]) < 70 and len({name.casefold() for name in made}) == 6
