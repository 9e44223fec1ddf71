"""The first settings file holds, any line of it may be switched on, nothing is overwritten."""

import re
from pathlib import Path

import pytest
import yaml

import plainreply
from plainreply.cli.init import PIPELINES
from plainreply.settings import settings_for
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def test_the_settings_file_holds_as_it_is_written(run: Run, tmp_path: Path) -> None:
    result = run("init")
    assert (result.exit_code, result.stdout) == (0, "Создано: plainreply.toml\n")
    assert settings_for(tmp_path / "a.txt").choice.profile == "default"
    (tmp_path / "a.txt").write_text("Комиссией рассмотрено ваше заявление.", encoding="utf-8")
    assert run("check", ".").exit_code == 1


def test_every_line_may_be_switched_on(run: Run, tmp_path: Path) -> None:
    run("init")
    path = tmp_path / "plainreply.toml"
    text = re.sub(r"(?m)^# (?=[\w-]+ = |\[)", "", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    found = settings_for(tmp_path / "отказы" / "a.txt")
    assert (found.genre, found.min_score, found.choice.ignore[-1]) == ("refusal", 60, "negation")
    tuned = {each.rule: (each.severity, dict(each.options)) for each in found.choice.tuning}
    assert tuned["long-sentence"] == ("", {"words": 15, "error": 25})
    assert tuned["idiom"] == ("off", {})


@pytest.mark.parametrize("system", PIPELINES)
def test_a_pipeline_file_is_yaml_that_runs_the_check(run: Run, tmp_path: Path, system: str) -> None:
    assert run("init", "--ci", system).exit_code == 0
    text = (tmp_path / PIPELINES[system][1]).read_text(encoding="utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    assert "plainreply check" in text and f"plainreply=={plainreply.__version__}" in text


def test_the_hook_takes_the_files_that_the_published_one_takes(run: Run, tmp_path: Path) -> None:
    run("init", "--ci", "pre-commit")
    written = yaml.safe_load((tmp_path / PIPELINES["pre-commit"][1]).read_text(encoding="utf-8"))
    hook = written["repos"][0]["hooks"][0]
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    assert (hook["files"], hook["exclude"]) == (published["files"], published["exclude"])


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plainreply.toml").write_text('profile = "easy"', encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2 and "остался прежним" in result.stderr
    assert run("init", "--ci", "gitlab").exit_code == 0
    again = run("init", "--ci", "gitlab")
    assert again.exit_code == 2 and "plainreply check" in again.stdout
    assert (tmp_path / "plainreply.toml").read_text(encoding="utf-8") == 'profile = "easy"'


def test_bad_usage_is_told(run: Run) -> None:
    assert "нет: создайте" in run("init", "нет").stderr
    assert "github, gitlab" in run("init", "--ci", "jenkins").stderr
