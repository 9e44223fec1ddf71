"""Hooks of MkDocs: a page for each rule, and pages of the site from files outside ``docs/``."""

import posixpath
import re
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import plainreply
from plainreply.examples import LOOKS, Piece, pieces
from plainreply.reporters.ruleview import RuleView, view
from plainreply.rulebook import rulebook

ROOT = Path(__file__).parents[2]
OUTSIDE = {
    "README.md": "index.md",
    "README.ru.md": "guide.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""Files at the root of the repository and the pages that they become."""
MOVED = {**OUTSIDE, "docs/rules.md": "rules/index.md"}
LINK = re.compile(r"(?P<text>!?\[(?P<words>[^\]]*)\])\((?P<path>[^)#\s:]+)(?P<anchor>#[^)\s]*)?\)")
HEADING = re.compile(r"^# (.+)$", re.M)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the rules into the navigation, and last the pages that ``mkdocs.yml`` does not name."""
    assert config.nav is not None
    groups = [{group: [_entry(shown) for shown in views]} for group, views in _groups().items()]
    config.nav.insert(2, {"Правила": ["rules/index.md", *groups]})
    named = repr(config.nav)
    pages = sorted(Path(config.docs_dir).glob("*.md"))
    more = [page for page in pages if page.name != "rules.md" and f"'{page.name}'" not in named]
    config.nav += [{_title(page): page.name} for page in more]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are generated and those from outside."""
    groups = _groups()
    templates = _templates()
    made = {"rules/index.md": templates.get_template("rules.md.j2").render(groups=groups)}
    page = templates.get_template("rule.md.j2")
    for views in groups.values():
        made |= {f"rules/{v.rule.id}.md": page.render(view=v, rule=v.rule) for v in views}
    made["reference.md"] = _reference()
    made |= {uri: (ROOT / name).read_text(encoding="utf-8") for name, uri in OUTSIDE.items()}
    for uri, text in made.items():
        files.append(File.generated(config, uri, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links between files of the repository to pages of the site, or to copies there."""
    uri = page.file.src_uri
    origin = next((name for name, moved in OUTSIDE.items() if moved == uri), f"docs/{uri}")

    def led(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), match["path"]))
        if target.startswith("docs/rules/"):
            return match[0]
        if (ROOT / target).is_dir():
            return match["words"]
        there = _on_site(target, config, files)
        address = posixpath.relpath(there, posixpath.dirname(uri) or ".")
        return f"{match['text']}({address}{match['anchor'] or ''})"

    text = LINK.sub(led, markdown)
    return _with_rules(text) if uri == "requirements.md" else text


def _on_site(target: str, config: MkDocsConfig, files: Files) -> str:
    """Return where a file of the repository is on the site, after copying one that was not."""
    uri = MOVED.get(target) or target.removeprefix("docs/")
    if files.get_file_from_path(uri) is None and (ROOT / target).is_file():
        uri = f"source/{target}" if not target.endswith(".md") else f"source/{target}.txt"
        if files.get_file_from_path(uri) is None:
            files.append(File.generated(config, uri, abs_src_path=str(ROOT / target)))
    return uri


def _with_rules(text: str) -> str:
    """Return the page of requirements with a link at every rule it names."""
    rules = rulebook().rules
    return re.sub(
        r"`([\w-]+)`", lambda m: f"[{m[0]}](rules/{m[1]}.md)" if m[1] in rules else m[0], text
    )


def _groups() -> dict[str, list[RuleView]]:
    """Return what there is to say about all rules, by the title of their group."""
    book = rulebook()
    found: dict[str, list[RuleView]] = {}
    for rule in book.rules.values():
        shown = view(rule, book)
        found.setdefault(shown.group, []).append(shown)
    return found


def _entry(shown: RuleView) -> dict[str, str]:
    return {shown.rule.title: f"rules/{shown.rule.id}.md"}


def _title(page: Path) -> str:
    heading = HEADING.search(page.read_text(encoding="utf-8"))
    return heading[1] if heading else page.stem


def _reference() -> str:
    """Return the page that shows the docstrings of all public names."""
    objects = [getattr(plainreply, name) for name in plainreply.__all__]
    names = [f"{one.__module__}.{one.__qualname__}" for one in objects]
    return "# API reference\n\n" + "\n\n".join(f"::: {name}" for name in names) + "\n"


def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent)
    made = Environment(loader=loader, undefined=StrictUndefined)
    made.filters |= {"marked": _marked, "plain": _plain, "lines": _lines}
    return made


def _marked(text: str) -> str:
    """Return the HTML of a bad example, with its faults marked."""
    return "".join(map(_shown, pieces(text)))


def _plain(text: str) -> str:
    """Return the HTML of a good example, where brackets are brackets."""
    return "".join(map(_shown, pieces(text, LOOKS)))


def _shown(piece: Piece) -> str:
    words = _lines(escape(piece.text, quote=False))
    look = f"<small>({escape(piece.look)})</small>" if piece.look else ""
    if piece.whole:
        return f"{look} "
    words = f"<mark>{words}</mark>" if piece.fault else words
    return f"{words} {look}" if look else words


def _lines(text: str) -> str:
    """Return HTML with its lines kept; ``text`` may be ``Markup``, which would escape the tag."""
    return str(text).replace("\n", "<br>")
