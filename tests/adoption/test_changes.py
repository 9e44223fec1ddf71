"""Only findings in paragraphs that have changed since a revision in git are told."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PASSIVE, Run, run

__all__ = ["run"]
OTHER = "Комиссией рассмотрена ваша жалоба."
DOCX = Path(__file__).parents[2] / "corpora" / "letters" / "03-final-housing.docx"
CHECK = ("check", ".", "--format", "concise", "--select", "passive", "--diff-base")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.ru", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


def put(folder: Path, text: str, name: str = "письмо.txt") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    put(tmp_path, f"{PASSIVE}\n\nМы ответим.\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_what_has_not_changed_is_hidden(run: Run, repository: Path) -> None:
    result = run(*CHECK, "main")
    assert (result.exit_code, "замечания и советы: 1" in result.output) == (0, True)


def test_a_changed_paragraph_is_told_and_one_that_moved_is_not(run: Run, repository: Path) -> None:
    put(repository, f"Мы ответим.\n\n{PASSIVE}\n\n{OTHER}\n")
    result = run(*CHECK, "HEAD")
    assert (result.exit_code, result.stdout.count("passive")) == (1, 1)
    assert "письмо.txt:5" in result.stdout
    git(repository, "commit", "-qam", "two")
    assert run(*CHECK, "HEAD").exit_code == 0
    assert run(*CHECK, "HEAD~1").exit_code == 1


def test_a_new_file_is_told_whole_and_a_renamed_one_is_compared(run: Run, repository: Path) -> None:
    put(repository, OTHER, "папка/новое.txt")
    git(repository, "mv", "письмо.txt", "старое имя.txt")
    result = run(*CHECK, "main")
    assert result.stdout.count("passive") == 1 and "новое.txt:1" in result.stdout


def test_a_word_file_is_compared_by_its_paragraphs(run: Run, repository: Path) -> None:
    shutil.copy(DOCX, repository / "a.docx")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "two")
    assert run(*CHECK, "HEAD").exit_code == 0
    assert run(*CHECK, "HEAD~1").exit_code == 1


def test_what_git_cannot_tell_is_an_error(run: Run, repository: Path) -> None:
    for revision in ("нет-такой", "--help", ""):
        result = run(*CHECK, revision)
        assert result.exit_code == 2 and f"Версии «{revision}» в git нет" in result.stderr


def test_outside_a_repository_there_is_nothing_to_compare_with(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    result = run(*CHECK, "main")
    assert result.exit_code == 2 and "не под git" in result.stderr


def test_without_git_the_clerk_is_told(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = run(*CHECK, "main")
    assert result.exit_code == 2 and "установите" in result.stderr


def test_a_baseline_and_a_revision_work_together(run: Run, repository: Path) -> None:
    put(repository, f"{PASSIVE}\n\n{OTHER}\n")
    run("baseline", ".", "--select", "passive")
    put(repository, f"{PASSIVE}\n\n{OTHER}\n\nКомиссией проведена проверка.\n")
    result = run(*CHECK, "main", "--baseline", ".plainreply-baseline.json")
    assert (result.exit_code, result.stdout.count("passive")) == (1, 1)
