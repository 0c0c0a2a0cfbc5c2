"""Drafts to the records of the timeline: reasons, confidence, summary."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.model import Confidence, Conflict, Incident
from attack_timeline.reconcile.comparators import judge
from attack_timeline.reconcile.draft import Draft
from attack_timeline.reconcile.inherit import report_of
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import Cluster, profile_of
from attack_timeline.reconcile.summary import number, one_line
from attack_timeline.reconcile.told import sources

NAMED = 3  # articles that a reason names before it only counts them
GRAVE = frozenset({"date", "site_id", "killed"})  # fields on which a conflict lowers the confidence
MAJORITY = 0.75  # unless so many of the articles agree with the chosen value


def incident(made: Draft, name: str, operation: str | None, places: Places) -> Incident:
    articles, independent = made.articles, made.independent
    chosen = list(made.chosen)
    if independent < len(articles):
        chosen.append(("source_count", f"{len(articles)} articles, but only {sources(independent)}: the others carry the same text"))
    return Incident(
        id=name,
        operation=operation,
        conflicts=tuple(made.conflicts),
        sources=articles,
        source_count=len(articles),
        confidence=grade(made, independent),
        summary=_summary(made, places),
        reports=tuple(report_of(member, made) for member in made.members),
        chosen=tuple(chosen),
        merged_because=tuple(reasons(made.cluster, places)),
        **made.values,
    )


def grade(made: Draft, independent: int) -> Confidence:
    """high: a day and a site, both stated, by two or more independent sources, where most agree on date, site and dead.
    low: no day, no site, or one source and a day or site that is inferred. medium: the rest."""
    inferred = made.values["date_inferred"] or made.values["site_inferred"]
    if made.precision not in ("day", "range") or made.site is None or (independent < 2 and inferred):
        return "low"
    agreed = all(_mostly_agreed(conflict, made) for conflict in made.conflicts if conflict.field in GRAVE)
    return "high" if made.precision == "day" and independent >= 2 and agreed and not inferred else "medium"


def _mostly_agreed(conflict: Conflict, made: Draft) -> bool:
    """Whether the chosen value is told by the great majority of the articles that tell one."""
    chosen = made.values["killed_low"] if conflict.field == "killed" else made.values[conflict.field]
    agreeing = sum(len(told.articles) for told in conflict.values if told.value == chosen)
    return agreeing >= MAJORITY * sum(len(told.articles) for told in conflict.values)


def reasons(cluster: Cluster, places: Places) -> list[str]:
    """Why these reports are one attack, in sentences."""
    late = {article for article, _ in cluster.joined}
    core = [member for member in cluster.members if member.article not in late]
    said = []
    if len(core) > 1:
        verdict = judge(profile_of(core[:1]), profile_of(core[1:]), places)
        said.append(f"{len(core)} reports: {' '.join(verdict.reasons)}")
    by_reason: dict[tuple[str, ...], list[str]] = {}
    for article, why in cluster.joined:
        by_reason.setdefault(why, []).append(article)
    grouped = sorted((sorted(set(articles)), why) for why, articles in by_reason.items())
    return said + [f"{_listed(articles)}: {' '.join(why)}" for articles, why in grouped]


def _listed(articles: Sequence[str]) -> str:
    shown = ", ".join(articles[:NAMED])
    return shown if len(articles) <= NAMED else f"{shown} and {len(articles) - NAMED} more"


def _summary(made: Draft, places: Places) -> str:
    values = made.values
    place = values["site_name"] or values["location_text"] or values["admin1"] or places.home
    counts = [number(values[f"{name}_low"], values[f"{name}_high"]) for name in ("munitions", "killed", "wounded")]
    return one_line(values["weapon"], counts[0], values["munitions_low"] == 1 and values["munitions_high"] in (1, None), place, counts[1], counts[2])
