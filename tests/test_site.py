"""The site of the documentation: built strictly, whole, and free of anything from outside."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from plainreply.examples import pieces
from plainreply.reporters.catalogue import rule_page
from plainreply.reporters.ruleview import view
from plainreply.rulebook import rulebook

ROOT = Path(__file__).parents[1]
BOOK = rulebook()
NEEDED = ("mkdocs", "material", "mkdocstrings", "mkdocstrings_handlers.python")
OUTSIDE = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//")


def missing() -> list[str]:
    """What is not installed of that which builds the site."""
    return [name for name in NEEDED if find_spec(name.split(".")[0]) is None]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if missing():
        pytest.skip(f"not installed: {', '.join(missing())}; pip install -e '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    told = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **told}, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, html.HtmlElement]:
    return {path: html.document_fromstring(path.read_bytes()) for path in site.rglob("*.html")}


def words(text: str) -> str:
    """The text without white space and the invisible, which a terminal is spared."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def local(pages: dict[Path, html.HtmlElement]) -> Iterator[tuple[Path, str, str]]:
    """Every link to the site itself: page, target, anchor."""
    for path, page in pages.items():
        if path.name != "404.html":
            for link in page.xpath("//@href | //@src"):
                parts = urlsplit(link)
                if not parts.scheme and not parts.netloc:
                    yield path, unquote(parts.path), unquote(parts.fragment)


def test_every_rule_has_a_page_and_a_row(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    made = {path.stem for path in (site / "rules").glob("*.html")} - {"index"}
    assert made == set(BOOK.rules)
    rows = pages[site / "rules/index.html"].xpath("//article//table//tbody/tr/td[2]//text()")
    assert {row.strip() for row in rows} - {""} == set(BOOK.rules)


def test_faults_of_bad_examples_are_marked(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    for rule in BOOK.rules.values():
        faults = [p.text for e in rule.examples if e.bad for p in pieces(e.bad.strip()) if p.fault]
        marks = pages[site / f"rules/{rule.id}.html"].xpath("//*[@class='bad']//mark")
        assert [words(mark.text_content()) for mark in marks] == list(map(words, faults)), rule.id


def test_page_says_what_the_command_says(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    for rule in BOOK.rules.values():
        shown = view(rule, BOOK)
        page = words(pages[site / f"rules/{rule.id}.html"].xpath("//article")[0].text_content())
        command = words(rule_page(rule, BOOK, 10_000))
        told = [rule.title, shown.why, shown.switch, shown.ignored, shown.comment, shown.tuning]
        told += [*shown.genres, *(example.incoming or "" for example in rule.examples)]
        for demand in shown.demands:
            told += [f"{demand.order}, {demand.requirement.place}: «{demand.requirement.quote}»"]
        for level in shown.levels:
            told += [level.profile.id, level.severity]
            told += [f"{name} = {value}" for name, value in level.options.items()]
        examples = [text for e in rule.examples for text in (e.bad, e.good) if text]
        seen = [p.text for e in rule.examples if e.bad for p in pieces(e.bad)]
        assert [one for one in told + seen if words(one) not in page] == [], rule.id
        assert [one for one in told + examples if words(one) not in command] == [], rule.id


def test_every_link_leads_somewhere(pages: dict[Path, html.HtmlElement]) -> None:
    ids = {path: set(page.xpath("//@id | //a/@name")) for path, page in pages.items()}
    dead = []
    for path, target, anchor in local(pages):
        there = (path.parent / target).resolve() if target else path
        there = there / "index.html" if there.is_dir() else there
        known = ids.get(there)
        if not there.exists() or (anchor and known is not None and anchor not in known):
            dead.append((path.name, target, anchor))
    assert dead == []


def test_no_page_loads_anything_from_outside(
    site: Path, pages: dict[Path, html.HtmlElement]
) -> None:
    loaded = "//@src | //@srcset | //link[not(@rel='canonical')]/@href | //object/@data"
    outside = {link for page in pages.values() for link in page.xpath(loaded) if "//" in link}
    assert outside == set()
    assert [str(p) for p in site.rglob("*.css") if OUTSIDE.search(p.read_text("utf-8"))] == []


def test_reference_shows_every_public_name(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    import plainreply

    heads = pages[site / "reference.html"].xpath("//article//h2/@id")
    assert {head.rpartition(".")[2] for head in heads} == set(plainreply.__all__)


def test_pages_of_the_docs_and_the_readmes_are_there(site: Path) -> None:
    names = ("index", "guide", "configuration", "ci", "api", "architecture", "requirements")
    assert [name for name in names if not (site / f"{name}.html").exists()] == []
    own = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"rules"}
    assert own <= {path.stem for path in site.glob("*.html")}
