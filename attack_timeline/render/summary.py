"""What a build found, in a few lines for standard error."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.model import Report, Tally, Timeline
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
    yield from _some([_undated(report) for report in timeline.undated], "attacks without a date")
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


def _undated(report: Report) -> str:
    where = report.site_id or report.location_text or report.admin1 or "an unknown site"
    return plain_line(f"no date found for an attack on {where} in {report.article}: {report.date_reason or 'the article gives none'}")


def _some(lines: list[str], kind: str) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"  ... and {len(lines) - MOST} more {kind}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
