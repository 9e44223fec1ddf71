"""What a program works with: one checker for texts, files, batches and threads."""

import doctest
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from threadpoolctl import threadpool_info

import plainreply
from plainreply.memo import Once
from plainreply.reporters import Options, render

ROOT = Path(__file__).parents[1]
LETTERS = ROOT / "corpora" / "letters"
TEXTS = [
    "Комиссией рассмотрено ваше заявление.",
    "Мы получили письмо 😀 и в целях уточнения адреса осуществили проверку.",
    "Просим Вас предоставить справку. Письмо отправлено 5 мая.",
    "",
]
SCHEMA = json.loads((files("plainreply.reporters") / "schema.json").read_text(encoding="utf-8"))
PARTS = {"$defs": SCHEMA["$defs"]}
CHECKED = Draft202012Validator({**PARTS, "$ref": "#/$defs/checked"})
FAILED = Draft202012Validator({**PARTS, "$ref": "#/$defs/failed"})


def test_threads_share_a_checker_and_get_equal_reports() -> None:
    wanted = [plainreply.Checker().check(text) for text in TEXTS]
    before = blas_threads()
    shared, together = plainreply.Checker(), Barrier(4)

    def work(number: int) -> list[plainreply.Report]:
        together.wait()
        order = range(number, number + 2 * len(TEXTS))
        found = {at % len(TEXTS): shared.check(TEXTS[at % len(TEXTS)]) for at in order}
        return [found[at] for at in range(len(TEXTS))]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [wanted] * 4
    assert blas_threads() == before


def blas_threads() -> list[Any]:
    return [found["num_threads"] for found in threadpool_info() if found["user_api"] == "blas"]


def test_threads_that_ask_at_once_load_once() -> None:
    together, loaded = Barrier(4), list[object]()

    def load() -> object:
        loaded.append(object())
        return loaded[-1]

    once = Once(load)

    def ask(_: int) -> object:
        together.wait()
        return once()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, range(4)))
    assert len(loaded) == 1 and found == loaded * 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_batch_gives_in_order_what_single_checks_give(jobs: int, tmp_path: Path) -> None:
    sources = [TEXTS[0], LETTERS / "03-final-housing.docx", tmp_path / "нет.txt", TEXTS[3]]
    checker = plainreply.Checker(genre="reply")
    outcomes = list(checker.check_many(sources, jobs=jobs))
    missing = outcomes.pop(2)
    assert isinstance(missing, plainreply.Failed)
    assert missing == plainreply.Failed(str(sources[2]), "Файл не найден: проверьте путь.")
    FAILED.validate(missing.to_dict())
    alone = [checker.check(source) for source in (*sources[:2], sources[3])]
    names = ["-", str(sources[1]), "-"]
    assert outcomes == [plainreply.Checked(*pair) for pair in zip(names, alone, strict=True)]


def test_batch_draws_its_sources_as_it_goes() -> None:
    drawn = []

    def endless() -> Any:
        while True:
            drawn.append(TEXTS[0])
            yield TEXTS[0]

    outcomes = plainreply.Checker(select=["passive"]).check_many(endless())
    assert [next(outcomes).name for _ in range(3)] == ["-"] * 3 and len(drawn) == 3


def test_configuration_holds_for_each_file_of_its_folder(tmp_path: Path) -> None:
    settings = 'select = ["passive"]\n[[overrides]]\npaths = ["тихо/**"]\nignore = ["passive"]\n'
    (tmp_path / "plainreply.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "тихо").mkdir()
    drafts = [tmp_path / "письмо.txt", tmp_path / "тихо" / "письмо.txt"]
    for draft in drafts:
        draft.write_text(TEXTS[0], encoding="utf-8")
    checker = plainreply.Checker(config=tmp_path / "plainreply.toml")
    assert [len(checker.check(draft).issues) for draft in drafts] == [1, 0]
    found = plainreply.Checker(config=plainreply.settings_for(drafts[1]))
    assert found.check(TEXTS[0]).issues == ()


@pytest.mark.parametrize("wrong", [{"profile": "нет"}, {"select": ["нет"]}, {"genre": "нет"}])
def test_wrong_choice_is_told_at_once(wrong: Any) -> None:
    with pytest.raises(plainreply.BadConfiguration):
        plainreply.Checker(**wrong)


def test_fixes_go_into_the_source_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "ответ.html"
    page.write_text("<p>Комиссией <b>рассмотрено</b> заявление.</p>", encoding="utf-8")
    checker = plainreply.Checker()
    fixed = checker.fix(checker.check(page))
    assert fixed == "<p>Комиссия <b>рассмотрела</b> заявление.</p>"


@pytest.mark.parametrize("name", ["03-final-housing.docx", "good-04-notice-school.txt"])
def test_plain_data_is_what_the_json_report_says(name: str) -> None:
    report = plainreply.check(LETTERS / name)
    CHECKED.validate(report.to_dict())
    told = json.loads(render("json", [plainreply.Checked(name, report)], Options()))["files"][0]
    assert told == json.loads(json.dumps({**report.to_dict(), "path": name}))


def test_issue_alone_says_what_it_knows_by_the_keys_of_the_schema() -> None:
    report = plainreply.check(TEXTS[0])
    told = report.issues[0].to_dict()
    kinds = SCHEMA["$defs"]["issue"]["properties"]
    for key, value in told.items():
        Draft202012Validator({**PARTS, **kinds[key]}).validate(value)
    assert told.items() <= report.to_dict()["issues"][0].items()


def test_import_loads_nothing_and_every_public_name_is_there() -> None:
    script = (
        "import sys, plainreply\n"
        "print(sorted(name for name in sys.modules if name.startswith('plainreply')))\n"
        "assert all(getattr(plainreply, name) for name in plainreply.__all__)\n"
        "assert set(plainreply.__all__) <= set(dir(plainreply))\n"
    )
    told = python("-c", script)
    assert told == "['plainreply', 'plainreply.errors', 'plainreply.version']\n"
    with pytest.raises(AttributeError, match="нет"):
        plainreply.нет  # type: ignore[attr-defined]  # noqa: B018


CONSUMER = """
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import plainreply


def main(letter: Path) -> list[dict[str, object]]:
    checker = plainreply.Checker(ignore=["all-caps"])
    texts = ["Комиссией рассмотрено ваше заявление.", "Письмо отправлено 5 мая."]
    with ThreadPoolExecutor(2) as pool:
        reports: list[plainreply.Report] = list(pool.map(checker.check, texts))
    reports.append(checker.check(letter))
    for outcome in checker.check_many([*texts, letter, Path("нет.txt")], jobs=2):
        if isinstance(outcome, plainreply.Failed):
            reason: str = outcome.reason
            sys.stderr.write(reason)
        else:
            reports.append(outcome.report)
    issue: plainreply.Issue = reports[0].issues[0]
    span: plainreply.Span = issue.fixes[0].edits[0].span
    assert span.of(reports[0].document.text) == "Комиссией"
    assert checker.fix(reports[0]) == "Комиссия рассмотрела ваше заявление."
    return [report.to_dict() for report in reports]


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1])), sys.stdout)
"""


def test_program_of_a_stranger_works_and_is_typed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(CONSUMER, encoding="utf-8")
    reports = json.loads(python(str(program), str(LETTERS / "03-final-housing.docx")))
    for report in reports:
        CHECKED.validate(report)
    assert reports[:3] == reports[3:] and len(reports) == 6
    assert "Success" in python("-m", "mypy", "--strict", "--config-file=", str(program))


def python(*args: str) -> str:
    result = subprocess.run(
        [sys.executable, "-X", "utf8", *args],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_page_shows_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False)
    assert outcome.attempted > 10 and not outcome.failed
