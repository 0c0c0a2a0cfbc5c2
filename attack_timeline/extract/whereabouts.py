"""Where the words around a noun phrase put it: whose it is, which governorate and country, where the phrase begins and ends."""

from __future__ import annotations

import re

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.tokens import Item
from attack_timeline.knowledge import Knowledge

LEFT_REACH = 6  # tokens before "base" that may say whose it is
BREAKS = frozenset({";", ":", "—", "–", "."})
REGIONS = {
    "western": "west",
    "west": "west",
    "northern": "north",
    "north": "north",
    "southern": "south",
    "south": "south",
    "eastern": "east",
    "east": "east",
    "central": "centre",
}


def us_marked(line: Line, i: int, j: int) -> bool:
    """Words on [i, j) mark the Americans or the coalition."""
    return any(i <= item.i and item.j <= j for item in line.labelled("us_words"))


def clause_end(line: Line, i: int, reach: int) -> int:
    for k in range(i, min(len(line.tokens), i + reach)):
        if line.tokens[k].low in BREAKS:
            return k
    return min(len(line.tokens), i + reach)


def left_words(line: Line, i: int, reach: int = LEFT_REACH) -> int:
    """Start of the noun phrase that ends at token i: back over adjectives and nouns to a determiner or preposition."""
    k = i
    while k > max(0, i - reach):
        low = line.tokens[k - 1].low
        if low in (
            ",",
            "(",
            '"',
            "“",
            "”",
            "at",
            "on",
            "in",
            "of",
            "to",
            "by",
            "near",
            "into",
            "against",
            "toward",
            "towards",
            "and",
            "from",
            "inside",
            "that",
            "which",
            "when",
            "for",
            "with",
            "hit",
            "struck",
            "is",
            "was",
            "were",
            "has",
        ):
            break
        k -= 1
        if low in ("a", "an", "the", "its", "their", "two", "three", "both"):
            break
    return k


def where_is(line: Line, i: int, j: int, knowledge: Knowledge) -> tuple[str | None, str | None, bool | None]:
    """(governorate, region, in Iraq?) that the words nearest to tokens [i, j) tell; None where they tell nothing."""
    best: tuple[int, str | None, str] | None = None
    for item in line.labelled("place"):
        place = knowledge.places[item.value.id]
        gap = item.i - j if item.i >= j else i - item.j + 3
        if gap > 14 or (item.i < i and item.j <= i and gap > 9):
            continue
        if item.i >= j and place.country != "IQ" and _qualifies_other(line, j, item.i):
            continue
        if place.country != "IQ" and (
            place.country in ("US", "IR", "GB") or item.i < j or gap > 7 or not set(line.words_between(j, item.i)) & {"in", ",", "at", "near"}
        ):
            continue  # only "in Syria" behind the words puts them abroad
        if best is None or gap < best[0]:
            best = (max(gap, 0), None if _away_from(line, item) else place.admin1, place.country or "")
    region = next((REGIONS[low] for low in line.words_between(max(0, i - 2), j + 8) if low in REGIONS), None)
    if best is None:
        return None, region, None
    return best[1], region, best[2] == "IQ"


def _away_from(line: Line, item: Item) -> bool:
    """ "north of the city", "80 km from the capital": the place gives a direction, not where it is."""
    before = set(line.words_between(max(0, item.i - 4), item.i))
    return bool(before & {"of", "from"}) and bool(
        before
        & {"north", "south", "east", "west", "northwest", "northeast", "southwest", "southeast", "km", "kilometers", "kilometres", "miles", "outside"}
        - {"outside"}
    )


def _qualifies_other(line: Line, j: int, k: int) -> bool:
    """The foreign place stands for somebody who acts ("missiles from Iran", "backed by Iran"), not for where the site is."""
    between = line.words_between(j, k)
    return any(low in ("from", "by", "backed", "launched", "fired", "after", "border", "with", "against") for low in between[-4:]) or len(between) > 9


# What ends the description of a place: a break, or what goes on with the clause.
DESCRIBED = frozenset({",", "(", ")", "”", '"'}) | frozenset(
    "said was were is are killed killing wounding causing caused took came has had have will would could may might "
    "on late early after when while as before but".split()
)


def phrase_end(line: Line, j: int, end: int) -> int:
    """Where the description ends: before the next comma or verb of the main clause."""
    for k in range(j, end):
        if line.tokens[k].low in DESCRIBED or line.tokens[k].low.startswith("#"):
            return k
    return end


def squeeze(words: str) -> str:
    """Words of the text on one line."""
    return re.sub(r"\s+", " ", words).strip()
