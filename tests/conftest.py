"""What several tests use: the articles of seeds/ and the command run on them, built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attack_timeline import build, pipeline
from attack_timeline.cli import main
from attack_timeline.knowledge import Knowledge, load
from attack_timeline.model import Timeline

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_timeline(seeds: Path) -> Timeline:
    return build([seeds])


@pytest.fixture(scope="session")
def load_once() -> Callable[..., Knowledge]:
    """Knowledge by folder, compiled once for all tests that run the command in this process."""
    return cache(load)


@pytest.fixture
def attacks(monkeypatch: pytest.MonkeyPatch, load_once: Callable[..., Knowledge]) -> Callable[..., Result]:
    """Runs the command in this process; standard output is no terminal."""
    monkeypatch.setattr(pipeline, "load", load_once)

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return run
