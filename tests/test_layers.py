"""Imports go one way, and nothing heavy is imported before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attack_timeline"
STAGES = ("reading", "extract", "dating", "reconcile", "render")
# A room may import what stands to the left of it, and itself.
LAYERS: tuple[tuple[str, ...], ...] = (("errors", "plain"), ("model",), ("knowledge",), STAGES, ("pipeline",), ("writing",), ("cli",), ("__main__",))
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported_rooms(path: Path) -> Iterator[str]:
    """Rooms of the package that a module imports anywhere in it, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "attack_timeline" else [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "attack_timeline" and len(parts) > 1 and parts[1] != "__version__":
                yield parts[1]


def test_every_module_stands_in_a_known_room() -> None:
    assert {room_of(path) for path in MODULES} - {"__init__"} <= set(LEVEL)


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) != "__init__"], ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    mine = room_of(path)
    wrong = {room for room in imported_rooms(path) if room != mine and LEVEL[room] >= LEVEL[mine]}
    assert not wrong, f"{mine} may not import {', '.join(sorted(wrong))}"


def modules_after(code: str) -> set[str]:
    """Top-level packages that are loaded once the code has run in a new interpreter."""
    after = "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n{after}"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_is_there_without_anything_heavy(arguments: list[str]) -> None:
    loaded = modules_after(f"from attack_timeline.cli import main; main({arguments!r})")
    assert "click" in loaded
    assert not loaded & {"pydantic", "yaml", "rich", "dateutil"}


def test_the_package_itself_imports_nothing_heavy() -> None:
    assert not modules_after("import attack_timeline") & {"click", "pydantic", "yaml", "rich", "dateutil"}


def test_a_table_in_a_pipe_needs_no_rich() -> None:
    loaded = modules_after("from attack_timeline.render import RENDERERS; from attack_timeline.model import Timeline; RENDERERS['table'](Timeline())")
    assert "rich" not in loaded
