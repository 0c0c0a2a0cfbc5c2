"""Records for tests: every builder gives a valid record, and the test names only what matters to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attack_timeline.model import Article, Conflict, ConflictValue, Evidence, Incident, Report, Timeline


def an_article(text: str = "Five rockets hit the base on Sunday.", name: str = "a.txt", **fields: Any) -> Article:
    return Article(**{"id": name, "path": name, "text": text, "sha256": "0" * 64, **fields})


def evidence(text: str, words: str, field: str = "date", rule: str = "a-rule") -> Evidence:
    """Evidence for `words` where they stand in `text`."""
    start = text.index(words)
    return Evidence(field=field, start=start, end=start + len(words), quote=words, rule=rule)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def a_report(site: str | None = "balad", date: str | None = "2021-04-18", **fields: Any) -> Report:
    day = _day(date) if date and len(date) == 10 else None
    known: dict[str, Any] = {"article": "a.txt", "evidence": (), "site_id": site, "weapon": "rocket", "geo_precision": "site" if site else None}
    if day:
        known |= {"date": date, "date_start": day, "date_end": day, "date_precision": "day"}
    else:
        known["date"] = date
    return Report(**{**known, **fields})


def an_incident(site: str | None = "balad", date: str | None = "2021-04-18", **fields: Any) -> Incident:
    report = a_report(site, date)
    known: dict[str, Any] = {
        "id": f"{date}-{site}",
        "site_name": site.title() if site else None,
        "sources": ("a.txt",),
        "source_count": 1,
        "reports": (report,),
        "latitude": 33.94,
        "longitude": 44.36,
        **report.model_dump(include={"date", "date_start", "date_end", "date_precision", "site_id", "weapon", "geo_precision"}),
    }
    return Incident(**{**known, **fields})


def a_conflict(field: str, *values: Any, because: str = "the later report") -> Conflict:
    told = tuple(ConflictValue(value=value, articles=(f"{n}.txt",)) for n, value in enumerate(values))
    return Conflict(field=field, values=told, chosen_because=because)


def a_timeline(*incidents: Incident, **fields: Any) -> Timeline:
    return Timeline(**{"incidents": incidents, "articles": (an_article(),), **fields})
