"""Whether the entries prove themselves: every example is found, no counterexample is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attack_timeline.knowledge.patterns import complaint
from attack_timeline.knowledge.records import Entry, NameMatch, Site
from attack_timeline.knowledge.store import Knowledge


def check(knowledge: Knowledge) -> list[str]:
    """What is wrong, one sentence each; nothing when all is well."""
    problems = []
    for file, entry, found in _kinds(knowledge):
        for pattern in (*entry.patterns, *getattr(entry, "bare_patterns", ())):
            if reason := complaint(pattern):
                problems.append(f"data/{file}: entry '{entry.id}', field 'patterns': {pattern!r} {reason}")
        for example in entry.examples:
            if entry.id not in {match.id for match in found(example)}:
                problems.append(f"data/{file}: entry '{entry.id}', field 'examples': not found in \"{example}\"")
        for example in entry.counterexamples:
            if hits := [match.text for match in found(example) if match.id == entry.id]:
                problems.append(f"data/{file}: entry '{entry.id}', field 'counterexamples': '{hits[0]}' found in \"{example}\"")
    return problems + _ambiguous(knowledge)


def _kinds(knowledge: Knowledge) -> Iterator[tuple[str, Entry, Callable[[str], list[NameMatch]]]]:
    kinds: tuple[tuple[str, Iterable[Entry], Callable[[str], list[NameMatch]]], ...] = (
        ("sites.yaml", knowledge.sites.values(), knowledge.site_mentions),
        ("groups.yaml", knowledge.groups.values(), knowledge.group_mentions),
        ("places.yaml", knowledge.places.values(), knowledge.place_mentions),
        ("weapons.yaml", knowledge.weapons, knowledge.weapon_mentions),
    )
    for file, entries, found in kinds:
        for entry in entries:
            yield file, entry, found


def _ambiguous(knowledge: Knowledge) -> list[str]:
    """Two sites that one description would name."""
    owner: dict[tuple[str, str], str] = {}
    problems = []
    for site in knowledge.sites.values():
        for locality in site.around:
            for noun in _nouns(knowledge, site):
                other = owner.setdefault((locality.casefold(), noun), site.id)
                if other != site.id:
                    problems.append(f"data/sites.yaml: entry '{site.id}', field 'around': \"{noun} in {locality}\" is '{other}', too; give one of them its own 'nouns'")
    return problems


def _nouns(knowledge: Knowledge, site: Site) -> Iterable[str]:
    return knowledge.phrases.nouns.get(site.kind, ()) if site.nouns is None else site.nouns
