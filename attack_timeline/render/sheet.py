"""CSV: one row an incident, in the columns that are promised, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from attack_timeline.model import Incident, Timeline
from attack_timeline.plain import plain_line

COLUMNS = (
    "id", "date", "date_start", "date_end", "date_precision", "site_id", "site_name", "location_text", "admin1", "latitude", "longitude",
    "geo_precision", "attack_type", "weapon", "weapon_text", "munitions_low", "munitions_high", "killed_low", "killed_high", "wounded_low",
    "wounded_high", "claim_status", "claimed_by", "attributed_to", "attributed_by", "operation", "conflicts", "sources", "source_count",
    "confidence", "summary",
)  # fmt: skip
# A cell that begins with one of these is a formula to a spreadsheet; the full-width forms are to some of them.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render_csv(timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    """RFC 4180: lines end in CRLF, lists are joined by `; `, unknown is empty."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(incident, column) for column in COLUMNS] for incident in timeline.incidents)
    return stream.getvalue()


def _cell(incident: Incident, column: str) -> str | int | float:
    value = getattr(incident, column)
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    if column == "conflicts":
        value = tuple(conflict.field for conflict in incident.conflicts)
    return _safe("; ".join(map(plain_line, value)) if isinstance(value, tuple) else plain_line(str(value)))


def _safe(text: str) -> str:
    """Text that a spreadsheet would run gets an apostrophe in front (control characters and tabs are gone already)."""
    return f"'{text}" if text.startswith(FORMULA) else text
