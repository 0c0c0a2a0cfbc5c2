"""What a build found, in a few lines for standard error."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.model import Tally, Timeline
from attack_timeline.plain import plain_line
from attack_timeline.render import cells

MOST = 10  # lines of one kind; the JSON has them all


def summary(timeline: Timeline) -> Iterator[str]:
    read = [article for article in timeline.articles if not article.error]
    conflicts = sum(bool(incident.conflicts) for incident in timeline.incidents)
    yield ", ".join(
        (
            _count(len(read), "article"),
            _count(sum(len(incident.reports) for incident in timeline.incidents), "report"),
            _count(len(timeline.incidents), "incident") + (f" ({conflicts} with conflicting sources, see `attacks explain`)" if conflicts else ""),
            _count(len(timeline.tallies), "tally", "tallies"),
        )
    )
    yield from _some([_tally(tally) for tally in timeline.tallies], "tallies")
    undated = [f"no date: {cells.site(incident)}: {_reason(incident.reports)}" for incident in timeline.incidents if incident.date is None]
    yield from _some(undated, "incidents without a date")
    unpublished = [plain_line(f"publication date unknown: {article.path}") for article in read if article.published is None]
    yield from _some(unpublished, "articles of unknown date")


def _tally(tally: Tally) -> str:
    """A source's count beside the timeline's own."""
    count = cells.number(tally.count_low, tally.count_high) or "an open number of"
    told = f"attack number {count}" if tally.ordinal else f"{'about ' if tally.approximate else ''}{count} attacks"
    period = " ".join(part for part in (f"since {tally.since}" if tally.since else "", f"until {tally.until}" if tally.until else "") if part)
    where = f" in {tally.region}" if tally.region else ""
    own = "" if tally.timeline_count is None else f"; the timeline has {tally.timeline_count}"
    return plain_line(f"{tally.article} tells of {told} {period}{where}{own}")


def _reason(reports: tuple[object, ...]) -> str:
    return plain_line(next((reason for report in reports if (reason := getattr(report, "date_reason", None))), "the articles do not say"))


def _some(lines: list[str], kind: str) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"  ... and {len(lines) - MOST} more {kind}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
