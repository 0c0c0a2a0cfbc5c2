"""One incident, value by value: the words it was read from, the article, the rule, and why this value was chosen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from attack_timeline.errors import TimelineError
from attack_timeline.model import Conflict, Evidence, Incident, OtherValue, Report, Timeline
from attack_timeline.plain import plain_line, plain_text
from attack_timeline.render import cells

CONTEXT = 70  # characters shown on either side of the words, as far as the line reaches
OPEN, CLOSE = "\x02", "\x03"  # around the words while lines are wrapped; no article has them
BOLD, HIGHLIGHT, DIM, RESET = "\x1b[1m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
ORDER = ("date", "site", "attack", "weapon", "munitions", "killed", "wounded", "claim", "attributed")
NAMES = {"attributed": "blamed on"}
# Fields of an incident that a piece of evidence stands for, where their names differ.
COLUMNS = {"site": ("site", "site_id", "site_inferred", "location_text", "admin1"), "claim": ("claim", "claim_status", "claimed_by"),
           "attributed": ("attributed", "attributed_to"), "attack": ("attack", "attack_type"), "date": ("date", "date_inferred")}  # fmt: skip


def incident_of(timeline: Timeline, name: str) -> Incident:
    """The incident with this id, or the only one whose id begins so."""
    exact = [incident for incident in timeline.incidents if incident.id == name]
    found = exact or [incident for incident in timeline.incidents if incident.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(plain_line(incident.id) for incident in (found or timeline.incidents)[:8])
    if found:
        raise TimelineError(f"{plain_line(name)}: {len(found)} incidents begin so: {listed}{' ...' if len(found) > 8 else ''}")
    raise TimelineError(f"{plain_line(name)}: no such incident" + (f"; there are {listed} ..." if listed else "; the timeline is empty"))


def explain(incident: Incident, timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    pen = _Pen(width, color)
    texts = {article.id: article.text for article in timeline.articles}
    return "".join(f"{line}\n" for line in _lines(incident, texts, pen))


class _Pen:
    """Writes lines, wrapped where there is a width; highlights with colour on a terminal, with guillemets elsewhere."""

    def __init__(self, width: int | None, color: bool) -> None:
        self.width, self.color = width, color

    def bold(self, text: str) -> str:
        return f"{BOLD}{text}{RESET}" if self.color else text

    def dim(self, text: str) -> str:
        return f"{DIM}{text}{RESET}" if self.color else text

    def wrap(self, text: str, indent: str) -> list[str]:
        return self._wrapped(plain_line(text), indent)

    def quote(self, before: str, words: str, after: str, indent: str) -> list[str]:
        """The words marked inside what stands around them; the marks go in after wrapping, so that they take no columns."""
        text = f"{plain_text(before)}{OPEN}{plain_line(words)}{CLOSE}{plain_text(after)}"
        opening, closing = (HIGHLIGHT, RESET) if self.color else ("«", "»")
        return [line.replace(OPEN, opening).replace(CLOSE, closing) for line in self._wrapped(" ".join(text.split()), indent)]

    def _wrapped(self, text: str, indent: str) -> list[str]:
        if self.width is None:
            return [indent + text] if text else []
        return textwrap.wrap(text, self.width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _lines(incident: Incident, texts: dict[str, str], pen: _Pen) -> Iterator[str]:
    yield pen.bold(plain_line(incident.id))
    yield from pen.wrap(incident.summary, "  ")
    yield f"  {_articles(incident.sources)}; confidence {incident.confidence}"
    for reason in incident.merged_because:
        yield from pen.wrap(f"one incident because {reason}", "  ")
    for field in _fields(incident):
        yield ""
        yield from _field(field, incident, texts, pen)


def _fields(incident: Incident) -> list[str]:
    told = {evidence.field for report in incident.reports for evidence in report.evidence}
    return [field for field in ORDER if field in told or _value(field, incident)] + sorted(told - set(ORDER))


def _field(field: str, incident: Incident, texts: dict[str, str], pen: _Pen) -> Iterator[str]:
    columns = COLUMNS.get(field, (field,))
    yield f"{pen.bold(NAMES.get(field, field))}  {_value(field, incident)}"
    conflicts = [conflict for conflict in incident.conflicts if conflict.field in columns]
    for conflict in conflicts:
        yield from pen.wrap(f"sources differ: {_told(conflict)}", "  ")
        yield from pen.wrap(f"chosen: {conflict.chosen_because}", "  ")
    for name, why in incident.chosen:
        if name in columns and why not in {conflict.chosen_because for conflict in conflicts}:
            yield from pen.wrap(why, "  ")
    for report in incident.reports:
        for evidence in report.evidence:
            if evidence.field == field:
                yield from _words(evidence, report, "", texts, pen)
        for other in report.others:
            if other.field == field:
                yield from _words(other, report, f"{cells.number(other.low, other.high)}, {other.status}: ", texts, pen)


def _words(evidence: Evidence | OtherValue, report: Report, label: str, texts: dict[str, str], pen: _Pen) -> Iterator[str]:
    """The words in their line, with what stands around them, then where they are and which rule read them."""
    text = texts.get(report.article, "")
    start, end = evidence.start, evidence.end
    left = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    line_end = text.find("\n", end)
    right = min(len(text) if line_end < 0 else line_end, end + CONTEXT)
    before, after = text[left:start], text[end:right]
    if left and text[left - 1] not in "\n ":
        before = "…" + before.partition(" ")[2]
    if right < len(text) and text[right] not in "\n ":
        after = after.rpartition(" ")[0] + "…"
    yield from pen.quote(f"{label}{before}", evidence.quote, after, "    ")
    yield pen.dim(f"    {plain_line(report.article)} {start}-{end} {plain_line(evidence.rule)}")


def _told(conflict: Conflict) -> str:
    return "; ".join(f"{_plain(value.value)} ({', '.join(value.articles)})" for value in conflict.values)


def _plain(value: Any) -> str:
    """A value of a conflict in words: a pair is a range."""
    if isinstance(value, list | tuple) and len(value) == 2 and all(part is None or isinstance(part, int) for part in value):
        return cells.number(value[0], value[1]) or "unknown"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _value(field: str, incident: Incident) -> str:
    values: dict[str, str | None] = {
        "date": f"{incident.date or 'unknown'}{' (inferred)' if incident.date_inferred else ''}",
        "site": cells.site(incident),
        "attack": incident.attack_type,
        "weapon": f"{incident.weapon}{f' (in the words: {incident.weapon_text})' if incident.weapon_text else ''}",
        "munitions": cells.number(incident.munitions_low, incident.munitions_high),
        "killed": cells.number(incident.killed_low, incident.killed_high),
        "wounded": cells.number(incident.wounded_low, incident.wounded_high),
        "claim": " ".join((incident.claim_status if incident.claim_status != "unknown" else "", ", ".join(incident.claimed_by))).strip(),
        "attributed": ", ".join(incident.attributed_to) + (f", by {', '.join(incident.attributed_by)}" if incident.attributed_by else ""),
    }
    return plain_line(values.get(field) or "")


def _articles(names: Iterable[str]) -> str:
    return ", ".join(map(plain_line, names))
