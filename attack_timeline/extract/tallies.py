"""A source's own counts of attacks: "about 20 attacks since", "the 14th attack", "attacked 39 times", "the number of attacks to 66"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.quantities import TENS, Quantity, quantity_at, quantity_ending
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
NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b")
PLURALS = frozenset({"attacks", "strikes", "assaults", "bombings"})
SINGULARS = frozenset({"attack", "strike", "assault"})
REACH = 5
FEW = 2  # two attacks told with their days are incidents, three and more a count
RISE = frozenset("to at reached reaches totals".split())
SINCE = re.compile(r"[^a-z]+")
SINCE_REACH = 60  # characters from "since" to the time it leads to ("since a truce declared by factions in October")
LEAD_LINES = 4
WINDOWS = {"day": 1, "week": 7, "month": 30}


@dataclass(frozen=True, slots=True)
class Count:
    """A count on tokens [i, j)."""

    quantity: Quantity
    i: int
    j: int
    ordinal: bool = False


def read_tallies(annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> list[Tally]:
    """The article's tallies in order; a count of attacks, never of weapons or of people."""
    found = []
    for line in annotated.lines:
        if not line.labelled("us_words", "base_nouns", "mission_nouns", "site", "convoy"):
            continue  # a count of something else: Americans, sites and convoys are what is counted here
        seen: set[int] = set()
        for count in _counts(annotated, line):
            if count.i not in seen:
                seen.add(count.i)
                found.append(_tally(annotated, line, count, resolved, knowledge))
    return found


def _counts(annotated: Annotated, line: Line) -> Iterator[Count]:
    for item in line.labelled("attack_nouns"):
        word = line.tokens[item.j - 1].low
        count = _plural(line, item) or _number_of(line, item) if word in PLURALS else _ordinal(annotated, line, item) if word in SINGULARS else None
        if count:
            yield count
    yield from _times(line)


def _plural(line: Line, item: Item) -> Count | None:
    """ "about 20 bomb or missile attacks", "dozens of attacks"."""
    for k in range(item.i, max(0, item.i - REACH) - 1, -1):
        quantity = quantity_ending(line.tokens, k)
        if quantity and not (quantity.vague and (quantity.low or 0) < 24) and (quantity.low or quantity.high or 0) > FEW:
            return Count(quantity, quantity.i, item.j)
        if k and line.tokens[k - 1].low in (",", ".", "on", "at", "in", "by", "the"):
            break
    return None


def _number_of(line: Line, item: Item) -> Count | None:
    """ "brings the number of attacks since then to 66", "the count of attacks stands at 46"."""
    if not {"number", "count", "total", "tally"} & set(line.words_between(max(0, item.i - 4), item.i)):
        return None
    for k in range(item.j, min(len(line.tokens) - 1, item.j + 12)):
        if line.tokens[k].low in RISE and (quantity := quantity_at(line.tokens, k + 1)):
            return Count(quantity, item.i, quantity.j)
    return None


def _times(line: Line) -> Iterator[Count]:
    """ "have been attacked 39 times", "came under fire at least 12 times"."""
    for k, token in enumerate(line.tokens):
        if token.low == "times" and (quantity := quantity_ending(line.tokens, k)):
            verb = next((v for v in line.labelled("attack", "under", "mob") if 0 <= quantity.i - v.j <= 3), None)
            if verb and (quantity.low or 0) > FEW:
                yield Count(quantity, verb.i, k + 1)


def _ordinal(annotated: Annotated, line: Line, item: Item) -> Count | None:
    """ "the 14th attack since", "the third attack in a week"."""
    words = line.words_between(item.j, item.j + 5)
    behind = next((item.j + n for n, w in enumerate(words) if w in ORDINALS and words[n + 1 : n + 2] in (["in"], ["since"])), None)
    if behind is not None and "the" in words:  # "the attack is the third in a week"
        place = ORDINALS[line.tokens[behind].low]
        return Count(Quantity(behind, behind + 1, place, place), item.i, behind + 1, ordinal=True) if place > 1 else None
    for k in range(item.i - 1, max(-1, item.i - 4), -1):
        digits = NUMBERED.match(annotated.article.text, line.tokens[k].start)
        number: int | None = int(digits[1]) if digits else ORDINALS.get(line.tokens[k].low)
        if number and number < 10 and k and line.tokens[k - 1].low in TENS:
            number = number + TENS[line.tokens[k - 1].low]
        if number and number > 1 and {"since", "in", "this"} & set(line.words_between(item.j, item.j + 22)):
            return Count(Quantity(k, k + 1, number, number), k, item.j, ordinal=True)
    return None


def _tally(annotated: Annotated, line: Line, count: Count, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> Tally:
    text, quantity = annotated.article.text, count.quantity
    start, end = line.tokens[count.i].start, line.tokens[count.j - 1].end
    until = annotated.article.published
    places = {knowledge.places[p.value.id].name for p in line.labelled("place") if knowledge.places[p.value.id].kind == "country"}
    if count.ordinal:  # "the third attack since": counted up to the attack that the sentence tells
        until = _day_of_the_attack(annotated, line, resolved, start) or until
    since, last = _within(line, end, resolved, text) or (_since(line, end, resolved, until, text), until)
    return Tally(
        article=annotated.article.id,
        count_low=quantity.low,
        count_high=quantity.high,
        approximate=quantity.about or quantity.vague,
        ordinal=count.ordinal,
        since=since,
        until=last,
        region=" and ".join(sorted(places)) or None,
        evidence=Evidence(field="tally", start=start, end=end, quote=text[start:end], rule="tally.ordinal" if count.ordinal else "tally.count"),
    )


def _day_of_the_attack(annotated: Annotated, line: Line, resolved: Sequence[ResolvedTime], start: int) -> str | None:
    """The day of the attack that "the third attack" is: told before it in the sentence, else in the story's first lines."""
    own = [resolved[n] for n in line.times if resolved[n].expression.start < start]
    lead = [resolved[n] for other in annotated.lines[:LEAD_LINES] for n in other.times if resolved[n].expression.type == "weekday"]
    return next((t.date for t in (*own, *lead) if t.date and t.first == t.last), None)


def _within(line: Line, end: int, resolved: Sequence[ResolvedTime], text: str) -> tuple[str, str] | None:
    """The whole period that the count is told of: "in 2020", "between January and March 2021"."""
    for index in line.times:
        time = resolved[index]
        start = time.expression.start
        if start < end or time.date is None or time.first is None or time.last is None or (time.last - time.first).days < 27:
            continue
        before = text[max(0, start - 8) : start].casefold()
        if "/" in time.date:
            first, _, last = time.date.partition("/")
            return first, last
        if before.endswith((" in ", " during ")) and "since" not in SINCE.split(text[line.sentence.start : start].casefold()):
            return time.date, time.date
    return None


def _since(line: Line, end: int, resolved: Sequence[ResolvedTime], until: str | None, text: str) -> str | None:
    """The nearest time that "since" stands before; "in a week" counts back from the publication."""
    for index in line.times:
        time = resolved[index]
        expression = time.expression
        since = "since" in SINCE.split(text[max(line.sentence.start, expression.start - SINCE_REACH) : expression.start + 6].casefold())
        if time.date and (since or (expression.modifier in ("since", "this") and expression.start > end)):
            return time.date
        words = expression.text.casefold().split()
        if expression.type == "duration" and words[:2] in (["in", "a"], ["within", "a"]) and words[-1] in WINDOWS and until and len(until) == 10:
            return (date.fromisoformat(until) - timedelta(days=WINDOWS[words[-1]])).isoformat()
    return None
