"""Whether the entries prove themselves: every example is found, no counterexample is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attack_timeline.errors import KnowledgeError
from attack_timeline.knowledge.landmarks import prove
from attack_timeline.knowledge.patterns import complaint
from attack_timeline.knowledge.records import Entry, NameMatch, Site
from attack_timeline.knowledge.store import Knowledge


def check(knowledge: Knowledge) -> list[str]:
    """What is wrong, one sentence each; nothing when all is well."""
    problems = [f"data/{file}: entry '{entry.id}', {words}" for file, entry, found in _kinds(knowledge) for words in _complaints(entry, found)]
    return problems + _ambiguous(knowledge) + _landmark_problems(knowledge)


def _landmark_problems(knowledge: Knowledge) -> list[str]:
    problems = []
    for landmark in knowledge.landmarks:
        try:
            prove("data/landmarks.yaml", landmark)
        except KnowledgeError as problem:
            problems.append(str(problem))
        unknown = [site for site in (landmark.attack.sites if landmark.attack else ()) if site not in knowledge.sites]
        problems += [f"data/landmarks.yaml: entry '{landmark.id}', field 'attack': '{site}' is no site" for site in unknown]
    return problems


def _complaints(entry: Entry, found: Callable[[str], list[NameMatch]]) -> Iterator[str]:
    for pattern in (*entry.patterns, *getattr(entry, "bare_patterns", ())):
        if reason := complaint(pattern):
            yield f"field 'patterns': {pattern!r} {reason}"
    for example in entry.examples:
        if entry.id not in {match.id for match in found(example)}:
            yield f"field 'examples': not found in \"{example}\""
    for example in entry.counterexamples:
        for match in found(example):
            if match.id == entry.id:
                yield f"field 'counterexamples': '{match.text}' found in \"{example}\""


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
        for locality in (*site.around, *site.around_plain):
            for noun in _nouns(knowledge, site):
                other = owner.setdefault((locality.casefold(), noun), site.id)
                if other != site.id:
                    words = f"\"{noun} in {locality}\" is '{other}', too; give one of them its own 'nouns'"
                    problems.append(f"data/sites.yaml: entry '{site.id}', field 'around': {words}")
    return problems


def _nouns(knowledge: Knowledge, site: Site) -> Iterable[str]:
    return knowledge.phrases.nouns.get(site.kind, ()) if site.nouns is None else site.nouns
