"""Reports to incidents: which reports tell one attack, and which of their values is the best.

The policy is in docs/reconciling.md; the order in which articles are given never matters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attack_timeline.model import Incident, Operation, Report, Tally
from attack_timeline.reconcile.collector import paused
from attack_timeline.reconcile.draft import draft
from attack_timeline.reconcile.ids import name_all
from attack_timeline.reconcile.incidents import incident
from attack_timeline.reconcile.matching import match
from attack_timeline.reconcile.operations import find_operations
from attack_timeline.reconcile.places import Gazetteer, Places
from attack_timeline.reconcile.tallies import compare_tallies

__all__ = ["Gazetteer", "Reconciled", "reconcile"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Incidents by date, operations, tallies, and the reports that no date could be found for."""

    incidents: tuple[Incident, ...] = ()
    operations: tuple[Operation, ...] = ()
    tallies: tuple[Tally, ...] = ()
    undated: tuple[Report, ...] = ()


def reconcile(reports: Sequence[Report], tallies: Sequence[Tally], knowledge: Gazetteer, published: Mapping[str, str | None]) -> Reconciled:
    """`published`: article id -> EDTF of its publication, None where unknown."""
    with paused():
        return _reconcile(reports, tallies, Places(knowledge), knowledge, published)


def _reconcile(
    reports: Sequence[Report], tallies: Sequence[Tally], places: Places, knowledge: Gazetteer, published: Mapping[str, str | None]
) -> Reconciled:
    matched = match(reports, knowledge, places, published)
    drafts = [draft(cluster, places) for cluster in matched.clusters]
    drafts.sort(key=lambda made: (made.first, made.last, made.root or "~", made.cluster.order()))
    names = name_all(drafts, places)
    operations, operation_of = find_operations(drafts, names, places)
    incidents = sorted(
        (incident(made, names[place], operation_of.get(place), places) for place, made in enumerate(drafts)),
        key=lambda one: (one.date_start, one.date_end, one.id),
    )
    return Reconciled(
        incidents=tuple(incidents),
        operations=tuple(operations),
        tallies=compare_tallies(tallies, incidents, places, published),
        undated=tuple(one.report for one in matched.undated),
    )
