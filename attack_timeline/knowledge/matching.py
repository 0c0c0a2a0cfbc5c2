"""All mentions of sites, groups, places and weapons in a text, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from attack_timeline.knowledge.folding import Token, tokens
from attack_timeline.knowledge.patterns import PatternSet
from attack_timeline.knowledge.phrases import Descriptions
from attack_timeline.knowledge.records import Entry, Group, How, NameMatch, Phrases, Place, Site, Weapon
from attack_timeline.knowledge.trie import Hit, Trie

KINDS = ("site", "group", "place", "weapon")
_STRONG = ("name", "phrase", "pattern")
_TIER: dict[How, int] = {"name": 0, "pattern": 0, "phrase": 1, "short": 2, "bare": 2, "locality": 3}
_BLOCK = ""  # the id of a wording that is no mention

Candidate = tuple[int, int, str, How]


class Matcher:
    """Finds the names of the entries it is given; compiled when first used."""

    def __init__(
        self,
        sites: Mapping[str, Site],
        groups: Mapping[str, Group],
        places: Mapping[str, Place],
        weapons: Sequence[Weapon],
        phrases: Phrases,
    ) -> None:
        self.sites, self.groups, self.places, self.weapons, self.phrases = sites, groups, places, weapons, phrases
        self._last: tuple[str, dict[str, list[NameMatch]]] | None = None

    def mentions(self, text: str, kind: str) -> list[NameMatch]:
        """The mentions of one kind; the text last read is remembered, since all kinds are found together."""
        if self._last is None or (self._last[0] is not text and self._last[0] != text):
            self._last = (text, self._read(text))
        return list(self._last[1][kind])

    @cached_property
    def _trie(self) -> Trie:
        trie = Trie()
        named: tuple[tuple[str, Iterable[Entry]], ...] = (
            ("site", self.sites.values()),
            ("group", self.groups.values()),
            ("place", self.places.values()),
        )
        for kind, entries in named:
            for entry in entries:
                _add_names(trie, kind, entry)
        for site in self.sites.values():
            for name in site.around:
                trie.add(name, "around", site.id, by_sound=True)
            for name in site.around_plain:
                trie.add(name, "around", site.id, by_sound=False)
            for name in site.short:
                trie.add(name, "short", site.id, by_sound=True)
        for noun in dict.fromkeys(n for site in self.sites.values() for n in (site.nouns or self.phrases.nouns.get(site.kind, ()))):
            trie.add(noun, "noun", noun, by_sound=False)
            trie.add(noun + "s", "nouns", noun, by_sound=False)
        for weapon in self.weapons:
            _add_weapon(trie, weapon)
        return trie

    @cached_property
    def _patterns(self) -> dict[str, PatternSet]:
        sites = self.sites.values()
        full: list[tuple[str, str, How]] = [(p, site.id, "pattern") for site in sites for p in site.patterns]
        bare: list[tuple[str, str, How]] = [(p, site.id, "bare") for site in sites for p in site.bare_patterns]
        return {
            "site": PatternSet(full + bare),
            "group": PatternSet((p, group.id, "pattern") for group in self.groups.values() for p in group.patterns),
            "place": PatternSet((p, place.id, "pattern") for place in self.places.values() for p in place.patterns),
            "weapon": PatternSet((p, weapon.id, "pattern") for weapon in self.weapons for p in weapon.patterns),
        }

    @cached_property
    def _modifiers(self) -> dict[str, frozenset[str]]:
        return {w.id: frozenset(t.raw.casefold() for m in w.modifiers for t in tokens(m)) for w in self.weapons}

    def _read(self, text: str) -> dict[str, list[NameMatch]]:
        words = tokens(text)
        hits = list(self._trie.hits(text, words))
        found: dict[str, list[Candidate]] = {kind: [] for kind in KINDS}
        for hit in hits:
            if hit.kind in found:
                first = self._widened(text, words, hit) if hit.kind == "weapon" and hit.id else hit.first
                found[hit.kind].append((words[first].start, words[hit.last - 1].end, hit.id or _BLOCK, "name"))
        for kind in KINDS:
            found[kind] += self._patterns[kind].find(text)
        found["site"] += self._described(text, words, hits, found["site"])
        return {kind: [NameMatch(s, e, i, text[s:e], how) for s, e, i, how in _longest(found[kind])] for kind in KINDS}

    def _described(self, text: str, words: list[Token], hits: list[Hit], named: list[Candidate]) -> list[Candidate]:
        """Descriptions, short forms beside a fuller mention, and towns that stand for their base."""
        more: list[Candidate] = [
            (words[d.first].start, words[d.last - 1].end, d.site, "phrase") for d in Descriptions(text, words, hits, self.phrases, self.sites).find()
        ]
        full = {entry for _, _, entry, how in (*named, *more) if how in _STRONG}
        for hit in hits:
            if hit.id is None:
                continue
            if hit.kind == "short" and hit.id in full:
                more.append((words[hit.first].start, words[hit.last - 1].end, hit.id, "short"))
            elif hit.kind == "around" and self.sites[hit.id].by_locality:
                more.append((words[hit.first].start, words[hit.last - 1].end, hit.id, "locality"))
        return more

    def _widened(self, text: str, words: list[Token], hit: Hit) -> int:
        """The first word of a weapon with the modifiers before it."""
        first, own = hit.first, self._modifiers[hit.id or ""]
        while first > max(0, hit.first - 5) and words[first].start - words[first - 1].end == 1 and words[first - 1].raw.casefold() in own:
            first -= 1
        while first < hit.first and text[words[first].start - 1 : words[first].start] == "-":
            first += 1  # half of a compound ("Russian-made") is no modifier
        return first


def _add_names(trie: Trie, kind: str, entry: Entry) -> None:
    trie.add(entry.name, kind, entry.id, by_sound=False)
    for name in entry.names:
        trie.add(name, kind, entry.id, by_sound=True)
    for name in entry.plain:
        trie.add(name, kind, entry.id, by_sound=False)
    for name in entry.not_names:
        trie.add(name, kind, None, by_sound=False)


def _add_weapon(trie: Trie, weapon: Weapon) -> None:
    for name in (weapon.name, *weapon.names, *weapon.plain):
        trie.add(name, "weapon", weapon.id, by_sound=False)
        if name[-1].isalpha() and name[-1] != "s":
            trie.add(name + "s", "weapon", weapon.id, by_sound=False)
    for name in weapon.not_names:
        trie.add(name, "weapon", None, by_sound=False)


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    """The longest of those that overlap, in the order of the text, without the wordings that are no mention."""
    ordered = sorted(set(candidates))
    kept: list[Candidate] = []
    reach, cluster = -1, 0
    numbered = []
    for candidate in ordered:
        if candidate[0] >= reach:
            cluster += 1
        reach = max(reach, candidate[1])
        numbered.append((cluster, candidate))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        kept += _winners([candidate for _, candidate in group])
    return kept


def _winners(cluster: list[Candidate]) -> list[Candidate]:
    """Names before descriptions, then the longest; what else was found of the same entry at that place widens the mention."""
    if len(cluster) == 1:
        return [c for c in cluster if c[2] != _BLOCK]
    won: list[Candidate] = []
    for one in sorted(cluster, key=lambda c: (_TIER[c[3]], c[0] - c[1], c[2] == _BLOCK, c[0], c[2], c[3])):
        overlapping = [other for other in won if one[0] < other[1] and other[0] < one[1]]
        if not overlapping:
            won.append(one)
        elif len(overlapping) == 1 and overlapping[0][2] == one[2]:
            _, _, entry, how = overlapping[0]
            won[won.index(overlapping[0])] = (min(one[0], overlapping[0][0]), max(one[1], overlapping[0][1]), entry, how)
    return sorted(c for c in won if c[2] != _BLOCK)
