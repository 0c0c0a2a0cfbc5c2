"""A Markdown table, for a report or an issue."""

from __future__ import annotations

import re

from attack_timeline.model import Incident, Timeline
from attack_timeline.plain import plain_line
from attack_timeline.render import cells

HEADER = ("Date", "Site", "Weapon", "Killed", "Wounded", "Claimed or blamed", "Sources", "Conflicts")
RIGHT = {"Killed", "Wounded", "Sources"}
SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&!$])")


def render_markdown(timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    rules = ["---:" if name in RIGHT else "---" for name in HEADER]
    rows = [_row(incident) for incident in timeline.incidents]
    return "".join(f"| {' | '.join(row)} |\n" for row in [HEADER, rules, *rows])


def _row(incident: Incident) -> list[str]:
    texts = (
        incident.date or "",
        cells.site(incident),
        cells.weapon(incident),
        cells.number(incident.killed_low, incident.killed_high),
        cells.number(incident.wounded_low, incident.wounded_high),
        cells.claim(incident),
        str(incident.source_count),
        cells.conflicting(incident),
    )
    return [SPECIAL.sub(r"\\\1", plain_line(text)) for text in texts]
