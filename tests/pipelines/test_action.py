"""The GitHub Action: its metadata is sound, and its steps do what they promise."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from pipeline_runner import (
    CLEAN,
    PASSIVE,
    ROOT,
    Shell,
    check_schema,
    clean,
    needs_bash,
    skip_without_registry,
)

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
PROMISED = {"paths", "profile", "format", "fail-on", "version"}


def test_metadata_matches_the_schema_of_github() -> None:
    check_schema("vendor.github-actions", ROOT / "action.yml")
    assert set(ACTION["inputs"]) >= PROMISED


def filled(value: str, inputs: dict[str, str]) -> str:
    """Fill in the expressions of the runner."""
    known = {
        **{f"inputs.{name}": str(spec["default"]) for name, spec in ACTION["inputs"].items()},
        **{f"inputs.{name}": told for name, told in inputs.items()},
        "github.action_path": str(ROOT),
        "github.server_url": "https://github.com",
        "github.action_repository": "example/plainreply",
        "github.action_ref": "v1",
    }
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: known[found[1]], value)


class Runner:
    """Runs the step of the check with the files that GitHub gives to a step."""

    def __init__(self, shell: Shell, folder: Path) -> None:
        self._shell = shell
        self.work = folder / "work"
        self.output, self.summary = folder / "output", folder / "summary"

    def __call__(self, **inputs: str) -> "subprocess.CompletedProcess[str]":
        told = {name.replace("_", "-"): value for name, value in inputs.items()}
        step = {name: filled(value, told) for name, value in CHECK["env"].items()}
        files = {"GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary)}
        return self._shell(CHECK["run"], **step, **files)

    @property
    def outputs(self) -> dict[str, str]:
        lines = self.output.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def action(shell: Shell, tmp_path: Path) -> Runner:
    return Runner(shell, tmp_path)


def letters(work: Path, **texts: str) -> None:
    for name, text in texts.items():
        (work / f"{name}.txt").write_text(text, encoding="utf-8")


@needs_bash
def test_findings_are_annotated_reported_and_summed_up(action: Runner) -> None:
    letters(action.work, **{"мой ответ": PASSIVE, "чистый": CLEAN})
    done = action()
    assert done.returncode == 1, done.stderr
    assert "::warning title=Страдательный залог (passive),file=мой ответ.txt,line=1" in done.stdout
    run = json.loads((action.work / "plainreply.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["passive"]
    rules = {rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert "https://github.com/example/plainreply/blob/v1/docs/rules.md#passive" in rules
    assert action.outputs == {"status": "1", "sarif-file": "plainreply.sarif"}
    assert re.search(r"мой ответ\.txt$", action.summary.read_text(encoding="utf-8"), re.M)


@needs_bash
@pytest.mark.parametrize(
    ("paths", "inputs", "status"),
    [
        ("чистый.txt", {}, 0),
        ("плохой.txt", {"fail_on": "error"}, 0),
        ("плохой.txt\nчистый.txt", {"fail_on": "warning", "format": "concise"}, 1),
        ("чистый.txt\nнет.txt", {"fail_on": "never"}, 2),
        ("чистый.txt", {"profile": "kostroma", "sarif_file": ""}, 0),
        ("чистый.txt", {"profile": "нет такого"}, 2),
    ],
)
def test_step_ends_with_the_status_of_the_check(
    action: Runner, paths: str, inputs: dict[str, str], status: int
) -> None:
    letters(action.work, плохой=PASSIVE, чистый=CLEAN)
    done = action(paths=paths, **inputs)
    assert (done.returncode, action.outputs["status"]) == (status, str(status)), done.stderr
    sarif = action.work / "plainreply.sarif"
    assert sarif.exists() == (inputs.get("sarif_file") is None and "нет" not in str(inputs))


@needs_bash
def test_paths_are_words_to_the_shell_and_no_commands(action: Runner) -> None:
    done = action(paths="$(touch взлом).txt; touch взлом")
    assert done.returncode == 2 and not (action.work / "взлом").exists()


@needs_bash
def test_install_step_makes_the_command(tmp_path: Path) -> None:
    path = tmp_path / "path"
    env = {name: filled(value, {}) for name, value in INSTALL["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", INSTALL["run"]],
        env=clean(RUNNER_TEMP=str(tmp_path), GITHUB_PATH=str(path), **env),
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    skip_without_registry(done)
    assert done.returncode == 0, done.stderr
    program = Path(path.read_text(encoding="utf-8").strip(), "plainreply")
    ran = subprocess.run([program, "--version"], env=clean(), capture_output=True, check=True)
    assert ran.stdout.startswith(b"plainreply ")
