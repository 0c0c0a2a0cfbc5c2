"""Writes the program's real output into the marked blocks of README.md and docs/*.md: `python docs/refresh.py`.

A block is what stands between `<!-- output: NAME -->` and `<!-- end -->`; a test fails when one is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click

from attack_timeline import build
from attack_timeline.cli import main
from attack_timeline.model import Timeline
from attack_timeline.render import RENDERERS
from attack_timeline.render.explain import explain, incident_of

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(<!-- output: ([\w ]+) -->\n```text\n).*?(```\n<!-- end -->)", re.DOTALL)
WIDTH = 110
HELP_WIDTH = 100


@cache
def seeds() -> Timeline:
    return build([ROOT / "seeds"])


def timeline() -> str:
    return RENDERERS["table"](seeds(), width=WIDTH)


def explained() -> str:
    return explain(incident_of(seeds(), "2021-02-15-erbil"), seeds(), width=WIDTH)


def help_of(*names: str) -> str:
    """The help of the program, or of one of its commands, at a fixed width."""
    command: click.Command = main
    context = main.make_context("attacks", [], resilient_parsing=True, terminal_width=HELP_WIDTH)
    for name in names:
        command = main.commands[name]
        context = command.make_context(name, [], parent=context, resilient_parsing=True, terminal_width=HELP_WIDTH)
    return command.get_help(context) + "\n"


OUTPUTS: dict[str, Callable[[], str]] = {"timeline": timeline, "explain": explained, "help": help_of}
OUTPUTS |= {f"help {name}": lambda name=name: help_of(name) for name in main.commands}  # type: ignore[misc]


def refreshed(page: str) -> str:
    """The page with every block as the program writes it today."""
    return BLOCK.sub(lambda block: f"{block[1]}{OUTPUTS[block[2]]()}{block[3]}", page)


if __name__ == "__main__":
    for path in PAGES:
        old = path.read_text(encoding="utf-8")
        new = refreshed(old)
        if new != old:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
