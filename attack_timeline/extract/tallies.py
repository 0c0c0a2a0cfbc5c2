"""A source's own counts of attacks: "about 20 attacks since", "the 14th attack", "attacked 39 times"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.quantities import Quantity, quantity_ending
from attack_timeline.extract.tokens import Item
from attack_timeline.knowledge import Knowledge
from attack_timeline.model import Evidence, ResolvedTime, Tally

ORDINALS = {
    w: n + 1
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
REACH = 5


def read_tallies(annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> list[Tally]:
    """The article's tallies in order; a count of attacks, never of weapons or of people."""
    found = []
    for line in annotated.lines:
        for item in line.labelled("attack_nouns"):
            word = line.tokens[item.j - 1].low
            tally = (
                _plural(line, item)
                if word in ("attacks", "strikes", "assaults", "bombings")
                else _ordinal(annotated, line, item)
                if word in ("attack", "strike", "assault")
                else None
            )
            if tally and _ours(line, annotated, knowledge):
                quantity, ordinal, start, end = tally
                found.append(_make(annotated, line, quantity, ordinal, start, end, resolved, knowledge))
    return found


def _plural(line: Line, item: Item) -> tuple[Quantity, bool, int, int] | None:
    for k in range(item.i, max(0, item.i - REACH) - 1, -1):
        quantity = quantity_ending(line.tokens, k)
        if quantity and not (quantity.vague and (quantity.low or 0) < 24) and (quantity.low or quantity.high or 0) > 2:
            return quantity, False, quantity.i, item.j
        if k and line.tokens[k - 1].low in (",", ".", "on", "at", "in", "by", "the"):
            break
    return None


def _ordinal(annotated: Annotated, line: Line, item: Item) -> tuple[Quantity, bool, int, int] | None:
    for k in range(item.i - 1, max(-1, item.i - 4), -1):
        low = line.tokens[k].low
        number = ORDINALS.get(low)
        digits = re.match(r"(\d{1,3})(?:st|nd|rd|th)\b", annotated.article.text[line.tokens[k].start : line.tokens[k].start + 6])
        if digits:
            number = int(digits[1])
        if number and number > 1 and any(w in line.words_between(item.j, item.j + 14) for w in ("since", "in", "this", "on", "against", "of")):
            return Quantity(k, k + 1, number, number), True, k, item.j
    return None


def _ours(line: Line, annotated: Annotated, knowledge: Knowledge) -> bool:
    """The count is of attacks on US sites: Americans, bases or missions are named in the sentence."""
    return bool(line.labelled("us_words", "base_nouns", "mission_nouns", "site"))


def _make(
    annotated: Annotated, line: Line, quantity: Quantity, ordinal: bool, i: int, j: int, resolved: Sequence[ResolvedTime], knowledge: Knowledge
) -> Tally:
    start, end = line.tokens[i].start, line.tokens[j - 1].end
    since = until = None
    for index in line.times:
        time = resolved[index]
        before = annotated.article.text[max(0, time.expression.start - 7) : time.expression.start + 6].casefold()
        if time.date and ("since" in before or time.expression.modifier == "since"):
            since = time.date
    places = {knowledge.places[p.value.id].name for p in line.labelled("place") if knowledge.places[p.value.id].kind == "country"}
    region = " and ".join(sorted(places)) or None
    proof = Evidence(field="tally", start=start, end=end, quote=annotated.article.text[start:end], rule="tally.ordinal" if ordinal else "tally.count")
    return Tally(
        article=annotated.article.id,
        count_low=quantity.low,
        count_high=quantity.high,
        approximate=quantity.about or quantity.vague,
        ordinal=ordinal,
        since=since,
        until=until or annotated.article.published,
        region=region,
        evidence=proof,
    )
