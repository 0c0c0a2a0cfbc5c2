"""Sites that news describes instead of naming: "the airport in Irbil", "Taji military base", "the bases at Taji and Balad"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attack_timeline.knowledge.folding import Token
from attack_timeline.knowledge.records import Phrases, Site
from attack_timeline.knowledge.trie import Hit

_FARTHEST = 6  # words between locality and noun
_LONGEST_LIST = 6


class Described(NamedTuple):
    """Tokens first..last (excluded) describe the site."""

    first: int
    last: int
    site: str


class _Named(NamedTuple):
    other: int  # the other end of the mention
    site: str
    locality: bool  # needs the noun; False for a full name, which only continues a list


class Descriptions:
    """The descriptions in one text, found from the nouns outward."""

    def __init__(self, text: str, words: list[Token], hits: list[Hit], phrases: Phrases, sites: Mapping[str, Site]) -> None:
        self.text, self.words, self.hits, self.phrases, self.sites = text, words, hits, phrases, sites
        self.starting: dict[int, list[_Named]] = {}
        self.ending: dict[int, list[_Named]] = {}
        for hit in hits:
            if hit.id is not None and hit.kind in ("around", "short", "site"):
                locality = hit.kind != "site"
                self.starting.setdefault(hit.first, []).append(_Named(hit.last, hit.id, locality))
                self.ending.setdefault(hit.last, []).append(_Named(hit.first, hit.id, locality))

    def find(self) -> Iterator[Described]:
        """Every description; where a site's nouns do not include the noun, the locality is not taken for the site."""
        if not self.starting:
            return
        for hit in self.hits:
            if hit.kind == "noun" or hit.kind == "nouns":
                yield from self._before(hit)
                yield from self._after(hit)

    def _before(self, noun: Hit) -> Iterator[Described]:
        at = noun.first
        for _ in range(_FARTHEST):
            if not self._near(at):
                return
            if found := self._fitting(self.ending.get(at, []), noun):
                break
            if self.words[at - 1].raw.casefold() not in self.phrases.modifiers:
                return
            at -= 1
        else:
            return
        yield from (Described(named.other, noun.last, named.site) for named in found if named.locality)
        if noun.kind == "nouns":
            yield from self._list(found[0].other, noun, backward=True)

    def _after(self, noun: Hit) -> Iterator[Described]:
        at = noun.last
        if not self._near(at) or at >= len(self.words) or self.words[at].raw.casefold() not in self.phrases.prepositions:
            return
        at += 1
        for _ in range(_FARTHEST):
            if not self._near(at):
                return
            if found := self._fitting(self.starting.get(at, []), noun):
                break
            if self.words[at].raw.casefold() not in self.phrases.fillers:
                return
            at += 1
        else:
            return
        plural = noun.kind == "nouns"
        yield from (Described(at if plural else noun.first, named.other, named.site) for named in found if named.locality)
        if plural:
            yield from self._list(found[0].other, noun, backward=False)

    def _list(self, at: int, noun: Hit, backward: bool) -> Iterator[Described]:
        """The other members of "Taji, Balad and K-1", from one end."""
        for _ in range(_LONGEST_LIST):
            at = self._over_joiner(at, backward)
            found = self._fitting((self.ending if backward else self.starting).get(at, []), noun)
            if not found:
                return
            for named in found:
                if named.locality:
                    yield Described(min(at, named.other), max(at, named.other), named.site)
            at = found[0].other

    def _over_joiner(self, at: int, backward: bool) -> int:
        step = -1 if backward else 1
        comma = 0 < at < len(self.words) and self._gap(at) == ", "
        for _ in range(2):  # "and", "and the", "and in"
            word = at - 1 if backward else at
            if 0 <= word < len(self.words) and (comma or self._near(at)) and self.words[word].raw.casefold() in self.phrases.joiners:
                at += step
        return at if comma or self._near(at) else -1

    def _fitting(self, named: list[_Named], noun: Hit) -> list[_Named]:
        """The mentions that the noun can describe, the longest only."""
        found = [one for one in named if not one.locality or noun.id in self._nouns(one.site)]
        if not found:
            return []
        ends = [one.other for one in found]
        farthest = min(ends) if min(ends) < noun.first else max(ends)
        return [one for one in found if one.other == farthest]

    def _nouns(self, site: str) -> tuple[str, ...]:
        own = self.sites[site].nouns
        return self.phrases.nouns.get(self.sites[site].kind, ()) if own is None else own

    def _gap(self, at: int) -> str:
        return self.text[self.words[at - 1].end : self.words[at].start]

    def _near(self, at: int) -> bool:
        """Do only blanks, a hyphen or a possessive ending stand before the word?"""
        if not 0 < at < len(self.words):
            return False
        gap = self._gap(at)
        return len(gap) < 4 and (gap.isspace() or gap == "-" or gap in ("'s ", "’s ", "' ", "’ ", '" ', "” "))
