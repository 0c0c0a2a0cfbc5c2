"""Every command on the pages works, and every output on them is the program's own."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    blocks = [block for page in PAGES for block in CONSOLE.findall(page.read_text(encoding="utf-8"))]
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def entry_of_the_docs() -> str:
    [entry] = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "docs" / "adding-a-base.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return str(entry)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the pages has it: seeds/, articles in news/, knowledge in my-data/, and `attacks` on the path."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("seeds", "news"):
        shutil.copytree(ROOT / "seeds", folder / name)
    (folder / "my-data").mkdir()
    (folder / "my-data" / "sites.yaml").write_text(entry_of_the_docs())
    script = folder / "bin" / "attacks"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m attack_timeline "$@"\n')
    script.chmod(0o755)
    return folder


def run(command: str, desk: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=desk, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_pages_works(command: str, desk: Path) -> None:
    done = run(command, desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout or "-o" in command.split()


@pytest.mark.parametrize("code", PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8")))
def test_python_of_the_readme_works(code: str, desk: Path) -> None:
    (desk / "example.py").write_text(code)
    done = run(f"'{sys.executable}' example.py", desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_sources_file_of_the_readme_is_read(desk: Path) -> None:
    [sources] = re.findall(r"^```csv\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    (desk / "given.csv").write_text(sources)
    done = run("attacks build news/ --sources given.csv --format json", desk)
    assert '"published": "2021-04-18",\n   "published_by": "metadata"' in done.stdout


def test_the_base_of_the_docs_is_found(desk: Path) -> None:
    (desk / "b.txt").write_text("BAGHDAD, April 18, 2021 - Three rockets were fired at Camp Example in Anbar on Sunday, the army said.\n")
    done = run("attacks build b.txt --data my-data/ --format jsonl", desk)
    assert '"site_id": "camp-example"' in done.stdout


def test_the_readme_has_exactly_two_set_up_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 -m venv .+$", text, re.MULTILINE)) == 2
    assert len(re.findall(r"^```sh$", text, re.MULTILINE)) == 2
    assert ".ci/run" in text


@pytest.fixture(scope="module")
def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_outputs_on_a_page_are_current(page: Path, refresh: ModuleType) -> None:
    text = page.read_text(encoding="utf-8")
    stale = refresh.refreshed(text) != text
    assert not stale, "run: python docs/refresh.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link
