"""The pages are true to the code, plain, and free of dead links."""

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import plainreply
from plainreply.reporters.catalogue import rules_reference
from plainreply.rulebook import GROUPS, OPTIONAL, REQUIRED, rulebook

ROOT = Path(__file__).parents[1]
PAGES = [
    "README.md",
    "README.ru.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/configuration.md",
    "docs/ci.md",
    "docs/api.md",
    "docs/editors.md",
    "docs/audit.md",
    "docs/windows.md",
    "benchmarks/README.md",
]
LINK = re.compile(r"\]\(([^)#\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
TICKED = re.compile(r"`([^`\n]+)`")
MARKUP = {"special-symbol"}  # the marks of Markdown itself


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = [link for link in LINK.findall(text(page)) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, ".ci/run"])
def test_no_page_knows_one_machine(page: str) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|work|opt|root|Users|tmp)\b", text(page))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_paths_named_exist(page: str) -> None:
    places = ("plainreply/", "rules/", "corpora/", "tests/", "docs/", "python corpora/")
    named = [tick for tick in TICKED.findall(FENCED.sub("", text(page))) if "<" not in tick]
    paths = [tick.removeprefix("python ").split()[0] for tick in named if tick.startswith(places)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def modules() -> list[str]:
    """The modules that the page on architecture names; those in the table stand alone."""
    page = text("docs/architecture.md")
    parts = {path.stem for path in (ROOT / "plainreply").iterdir()}
    named = {tick.removeprefix("plainreply.") for tick in TICKED.findall(page)}
    dotted = {
        name for name in named if name.split(".")[0] in parts and re.search(r"^[\w.]+$", name)
    }
    return sorted(dotted)


@pytest.mark.parametrize("name", modules())
def test_module_named_on_the_page_exists(name: str) -> None:
    parent, _, last = f"plainreply.{name}".rpartition(".")
    found = import_module(parent)
    module = hasattr(found, "__path__") and find_spec(f"{parent}.{last}")
    assert module or hasattr(found, last)


def test_layers_of_the_page_are_those_of_the_contract() -> None:
    page = text("docs/architecture.md").split("## Layers")[1].split("## Where")[0]
    rows = [row.split("|")[1] for row in page.splitlines() if row.startswith("| `")]
    told = [tick for row in rows for tick in TICKED.findall(row)]
    contract = text("pyproject.toml").split("layers = [")[1].split("]")[0]
    kept = [name for name in re.findall(r"plainreply\.(\w+)", contract) if name != "__main__"]
    assert sorted(told) == sorted(kept)


def test_every_rule_has_a_heading_that_links_lead_to() -> None:
    page = text("docs/rules.md")
    assert page == rules_reference(list(rulebook().rules.values())), "run python docs/rules.py"
    assert set(re.findall(r"^### (\S+)$", page, re.M)) == set(rulebook().rules)


def test_recipe_names_every_key_of_a_rule() -> None:
    page = text("CONTRIBUTING.md")
    recipe = page.split("## A new rule")[1].split("\n## ")[0]
    keys = {*REQUIRED, *OPTIONAL} - {"source"}
    assert [key for key in keys if not re.search(rf"\b{key}\b", recipe)] == []
    assert [group for group in GROUPS if f"`{group}`" not in recipe] == []


def test_ci_takes_its_commands_from_the_readme() -> None:
    script, page = text(".ci/run"), text("README.md")
    names = re.findall(r"^run_command (\w+)", script, re.M)
    assert names == ["test", "check"]
    assert all(f"<!-- ci: {name} -->\n```sh\n" in page for name in names)
    assert "pip install" not in script and "-m pytest" not in script


def test_changelog_opens_with_what_is_not_released() -> None:
    versions = re.findall(r"^## \[(.+?)\]", text("CHANGELOG.md"), re.M)
    assert versions[0] == "Unreleased"
    assert len(versions) == 1 or versions[1] == plainreply.__version__


def test_page_for_clerks_is_plain() -> None:
    prose = FENCED.sub("", text("README.ru.md"))
    grave = [issue for issue in plainreply.check(prose).issues if issue.severity != "info"]
    assert [i.message for i in grave if i.rule not in MARKUP] == []
    whole = plainreply.check(ROOT / "README.ru.md").score
    assert whole is not None and whole > 80


def test_page_for_clerks_quotes_what_the_program_says() -> None:
    part = text("README.ru.md").split("## Если что-то не так")[1]
    quoted = re.findall(r"^- «(.+?)»", part, re.M)
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "plainreply").rglob("*.py"))
    assert len(quoted) > 5 and "Команды нет" in quoted
    assert [q for q in quoted if q not in sources and q != "Команды нет"] == []
