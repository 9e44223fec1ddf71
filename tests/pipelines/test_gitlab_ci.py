"""The pipelines of docs/ci.md: sound for GitLab and GitHub, and run as they stand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pipeline_runner import CLEAN, PASSIVE, ROOT, Shell, check_schema, needs_bash

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def example(section: str) -> str:
    part = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.search(r"^```yaml\n(.*?)^```$", part, re.M | re.S)[1]


@pytest.mark.parametrize(
    ("section", "schema"),
    [
        ("GitLab CI", "vendor.gitlab-ci"),
        ("A folder of templates", "vendor.gitlab-ci"),
        ("GitHub Actions", "vendor.github-workflows"),
    ],
)
def test_example_matches_the_schema_of_its_host(section: str, schema: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yml"
    path.write_text(example(section), encoding="utf-8")
    check_schema(schema, path)


def test_inputs_of_the_example_are_those_of_the_action() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    jobs = yaml.safe_load(example("GitHub Actions"))["jobs"]
    [step] = [s for s in jobs["plainreply"]["steps"] if "example/plainreply" in s["uses"]]
    assert set(step["with"]) <= set(inputs)
    assert all(f"`{name}`" in PAGE for name in inputs)


def job(section: str, shell: Shell) -> Any:
    """Run a job of GitLab: its lines in one shell, as runners do. Return what it did."""
    [job] = yaml.safe_load(example(section)).values()
    script = "\n".join((*job["before_script"], *job["script"]))
    return shell(script, **job["variables"])


@needs_bash
@pytest.mark.parametrize(("text", "status"), [(CLEAN, 0), (PASSIVE, 1), ("\x00", 2)])
def test_job_leaves_a_report_whatever_its_status(
    shell: Shell, programs: Path, tmp_path: Path, text: str, status: int
) -> None:
    letters = tmp_path / "work" / "letters"
    letters.mkdir()
    (letters / "ответ.txt").write_text(text, encoding="utf-8")
    done = job("GitLab CI", shell)
    assert done.returncode == status, done.stderr
    report = json.loads((tmp_path / "work" / "gl-code-quality-report.json").read_bytes())
    names = {0: [], 1: ["passive"], 2: ["unreadable-file"]}
    assert [entry["check_name"] for entry in report] == names[status]
    assert all(entry["location"]["path"] == "letters/ответ.txt" for entry in report)
    assert "plainreply@v0.1.0" in (programs / "pip.log").read_text(encoding="utf-8")


@needs_bash
def test_job_checks_a_folder_of_templates(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "work" / "templates"
    folder.mkdir()
    (folder / "ответ.md").write_text(f"---\nkind: ответ\n---\n{CLEAN}", encoding="utf-8")
    done = job("A folder of templates", shell)
    assert done.returncode < 2, done.stderr
    assert json.loads((tmp_path / "work" / "templates.json").read_bytes())["templates"]
