"""The table: fitted to the width of a terminal, or one whole line an incident where there is none."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attack_timeline.model import Incident, Timeline
from attack_timeline.plain import plain_line
from attack_timeline.render import cells

if TYPE_CHECKING:
    from rich.text import Text

HEADER = ("DATE", "SITE", "WEAPON", "KILLED", "WOUNDED", "CLAIMED OR BLAMED", "SOURCES", "CONFLICTS", "ID")
TITLES = ("Date", "Site", "Weapon", "Killed", "Wounded", "Claimed or blamed", "Sources", "Id")
NARROW_TITLES = ("Date", "Site", "Weapon", "Killed", "Hurt", "Claimed or blamed", "Src")
NUMBERS = frozenset({"Killed", "Hurt", "Wounded", "Src", "Sources"})
WRAPPING = {"Site": 12, "Weapon": 9, "Claimed or blamed": 14, "Id": 12}  # the least width of the columns that wrap
DAY = len("2021-02-15")
DAYS = re.compile(r"\d{4}[\d?~%-]*/")
GAP = 2
LEAST = 72  # the least width at which every column still has room
WIDE, WITH_IDS = 100, 140  # from these widths on: titles in full; ids, for which the date can stand in `attacks explain`
EMPTY = "-"  # in a piped row, so that every row has the same number of columns


def render_table(timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    if not timeline.incidents:
        return "no incidents\n" if width else ""
    return _lines(timeline) if width is None else _fitted(timeline, max(width, LEAST), color)


def _row(incident: Incident) -> tuple[str, ...]:
    return (
        plain_line(incident.date or ""),
        cells.site(incident),
        cells.weapon(incident),
        cells.number(incident.killed_low, incident.killed_high),
        cells.number(incident.wounded_low, incident.wounded_high),
        cells.claim(incident),
        str(incident.source_count),
        cells.conflicting(incident),
        plain_line(incident.id),
    )


def _lines(timeline: Timeline) -> str:
    """Columns stand two spaces apart, so that `awk -F '  +'` splits them; nothing is wrapped or cut."""
    rows: list[Sequence[str]] = [HEADER, *(tuple(cell or EMPTY for cell in _row(incident)) for incident in timeline.incidents)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows)


def _fitted(timeline: Timeline, width: int, color: bool) -> str:
    """Cells wrap inside their columns, at spaces and hyphens; `*` marks a value on which sources differ."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    titles = TITLES if width >= WITH_IDS else TITLES[:-1] if width >= WIDE else NARROW_TITLES
    rows = [[mark for mark, _ in zip(_marked(incident), titles, strict=False)] for incident in timeline.incidents]
    widths = _widths(titles, [[text for text, _ in row] for row in rows], width)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold")
    for title, column in zip(titles, widths, strict=True):
        table.add_column(title, width=column, no_wrap=True, overflow="fold", justify="right" if title in NUMBERS else "left")
    for row in rows:
        table.add_row(*(_wrapped(text, style, column) for (text, style), column in zip(row, widths, strict=True)))
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=color, color_system="standard" if color else None, legacy_windows=False).print(table)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def _marked(incident: Incident) -> list[tuple[str, str]]:
    """The row's texts, each with its style."""
    date, site, weapon, killed, wounded, claim, sources, _, name = _row(incident)
    marked = (
        (date, ("date",), ""),
        (site, ("site", "site_id", "location_text"), "bold"),
        (weapon, ("weapon", "munitions"), ""),
        (killed, ("killed",), "bold red" if incident.killed_low else ""),
        (wounded, ("wounded",), "yellow" if incident.wounded_low else ""),
        (claim, ("claim", "claim_status", "claimed_by", "attributed", "attributed_to"), ""),
    )
    texts = [(f"{text}*" if cells.differs(incident, *fields) else text, style) for text, fields, style in marked]
    return [*texts, (sources, ""), (name, "dim")]


def _widths(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Every column gets the width of its widest cell; what is too much is taken from the widest columns that may wrap."""
    widths = [max(len(title), *(len(row[column]) for row in rows)) for column, title in enumerate(titles)]
    widths[0] = min(widths[0], DAY + 1)
    floor = [WRAPPING.get(title, widths[column]) for column, title in enumerate(titles)]
    over = sum(widths) + GAP * (len(widths) - 1) - width
    while over > 0:
        column = max(range(len(widths)), key=lambda n: (widths[n] - floor[n], n))
        if widths[column] <= floor[column]:
            break
        widths[column] -= 1
        over -= 1
    return widths


def _wrapped(text: str, style: str, width: int) -> Text:
    """As Text, so that no word of an article is taken for markup; a range of days breaks behind its slash."""
    from rich.text import Text

    if len(text) > width:
        text = text.replace("/", "/\n") if DAYS.match(text) else "\n".join(textwrap.wrap(text, width))
    return Text(text, style)
