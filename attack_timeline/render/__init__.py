"""A timeline as text: every renderer is a function of the timeline under one contract, and gives the same text for the same timeline."""

from __future__ import annotations

from typing import Protocol

from attack_timeline.model import Timeline
from attack_timeline.render.document import render_json, render_jsonl
from attack_timeline.render.markdown import render_markdown
from attack_timeline.render.sheet import render_csv
from attack_timeline.render.table import render_table


class Renderer(Protocol):
    """`width`: columns of the terminal, None where the output is no terminal; `color`: whether escape codes may be used."""

    def __call__(self, timeline: Timeline, *, width: int | None = None, color: bool = False) -> str: ...


RENDERERS: dict[str, Renderer] = {
    "table": render_table,
    "csv": render_csv,
    "json": render_json,
    "jsonl": render_jsonl,
    "md": render_markdown,
}

__all__ = ["RENDERERS", "Renderer"]
