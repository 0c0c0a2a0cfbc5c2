"""Reports that took over a date or site from the attack they were merged into: a copy that says so."""

from __future__ import annotations

from typing import Any

from attack_timeline.model import Evidence, Report
from attack_timeline.reconcile.draft import Draft
from attack_timeline.reconcile.sighting import Sighting

DATE_RULE = "reconcile.inherited-date"
SITE_RULE = "reconcile.inherited-site"
FROM_DATE = "date taken over from another article's report of the same attack"


def report_of(member: Sighting, made: Draft) -> Report:
    """The report as it stands in the incident: untouched, or a copy with the date and site it took over."""
    report = member.report
    update: dict[str, Any] = {}
    evidence: list[Evidence] = []
    if report.date is None:
        names = ("date", "date_start", "date_end", "date_precision")
        update |= {name: made.values[name] for name in names}
        update |= {"date_inferred": True, "date_reason": member.date_from or FROM_DATE}
        evidence += _backing(report, "date", DATE_RULE)
    if report.site_id is None and made.site is not None and not member.shared:
        update |= {"site_id": made.site, "site_inferred": True}
        evidence += _backing(report, "site", SITE_RULE)
    if not update:
        return report
    return report.model_copy(update={**update, "evidence": (*report.evidence, *evidence)})


def _backing(report: Report, field: str, rule: str) -> list[Evidence]:
    """The words that tell the attack back the value that hangs on them."""
    words = next((one for one in report.evidence if one.field == "attack"), next(iter(report.evidence), None))
    return [Evidence(field=field, start=words.start, end=words.end, quote=words.quote, rule=rule)] if words else []
