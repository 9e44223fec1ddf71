"""The program works as a wheel, built from the source archive, and as a bare checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

import plainreply

ROOT = Path(__file__).parents[1]
LETTER = ROOT / "corpora" / "letters" / "03-final-housing.docx"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
WHERE = "import plainreply; print(plainreply.__file__)"
Ran = "subprocess.CompletedProcess[str]"


def run(*command: str | Path, cwd: Path) -> Ran:
    """Run a command that sees nothing of the checkout's own Python path."""
    hidden = ("PYTHONPATH", "FORCE_COLOR", "COLUMNS")
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**{k: v for k, v in os.environ.items() if k not in hidden}, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def done(*command: str | Path, cwd: Path) -> str:
    result = run(*command, cwd=cwd)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "build", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that has the dependencies but not plainreply.

    It borrows the installed packages by a path file; path files among them are not followed,
    so an editable install of plainreply stays unseen.
    """
    folder = tmp_path_factory.mktemp("bare")
    done(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    scripts = folder / SCRIPTS
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(done(scripts / "python", "-c", code, cwd=folder).strip())
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


def test_checkout_runs_without_an_installation(bare: Path, tmp_path: Path) -> None:
    assert run(bare / "python", "-c", "import plainreply.cli", cwd=tmp_path).returncode == 1
    result = run(bare / "python", ROOT / "cli.py", "check", LETTER, cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    assert "страдательный залог" in result.stdout and "Оценка: " in result.stdout


def test_wheel_runs_from_another_directory(built: Path, bare: Path, tmp_path: Path) -> None:
    [wheel] = built.glob("*.whl")
    own = tmp_path / "own"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    done(*pip, "install", "--no-deps", "--no-index", "--target", own, wheel, cwd=tmp_path)
    program = f"import sys; sys.path.insert(0, {str(own)!r}); "
    where = done(bare / "python", "-c", program + WHERE, cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(own)
    main = "from plainreply.cli import main; sys.exit(main(sys.argv[1:]))"
    result = run(bare / "python", "-c", program + main, "check", LETTER, cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    assert "страдательный залог" in result.stdout and "Оценка: " in result.stdout
    checkout = run(sys.executable, ROOT / "cli.py", "check", LETTER, cwd=tmp_path)
    assert result.stdout == checkout.stdout


def test_wheel_holds_the_package_and_the_rules_only(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = ZipFile(wheel).namelist()
    info = f"plainreply-{plainreply.__version__}.dist-info/"
    assert all(name.startswith(("plainreply/", info)) for name in names)
    schemas = {f"plainreply/reporters/schema{name}.json" for name in ("", "-lines", "-score")}
    assert {"plainreply/py.typed", *schemas} <= set(names)
    pages = [p for p in (ROOT / "plainreply/reporters/html").iterdir() if p.is_file()]
    assert {path.relative_to(ROOT).as_posix() for path in pages} <= set(names)
    assert f"{info}licenses/LICENSE" in names
    shipped = {name.removeprefix("plainreply/") for name in names}
    rules = [p for p in (ROOT / "rules").rglob("*") if p.suffix in (".toml", ".tsv")]
    assert {path.relative_to(ROOT).as_posix() for path in rules} <= shipped


def test_wheel_installs_the_command(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    [name] = [n for n in ZipFile(wheel).namelist() if n.endswith("entry_points.txt")]
    assert "plainreply = plainreply.cli:main" in ZipFile(wheel).read(name).decode()


def test_source_archive_holds_what_a_build_needs(built: Path) -> None:
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= names
    assert {"plainreply/__init__.py", "rules/profiles/default.toml"} <= names
