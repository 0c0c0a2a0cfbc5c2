"""What several tests use: the articles of seeds/ and the command run on them, built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attack_timeline import build
from attack_timeline.cli import main
from attack_timeline.model import Timeline

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_timeline(seeds: Path) -> Timeline:
    return build([seeds])


@pytest.fixture
def attacks() -> Callable[..., Result]:
    """Runs the command in this process; standard output is no terminal."""

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return run
