"""Whether the weekday of the news is the day of publication, or the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attack_timeline.dating.cuts import Cut
from attack_timeline.model import TimeExpression

# "There was no immediate claim": nobody had time yet.
_NO_CLAIM = re.compile(
    r"(?i:\b(?:no|not|nobody|never)\b[^.\n]{0,40}\b(?:claim(?:ed)?|announced|admitted|came\sforward|word\son\swho|who\s(?:was|is)\sresponsible|said\s(?:that\s)?it\swas)\b)"
)
_DAY_WAS_OVER = re.compile(r"(?i:\bby\s(?:midnight|nightfall|(?:late\s)?evening|the\send\sof\sthe\sday)\b)")
_REACTION = re.compile(r"(?i:\b(?:said|says|told|called|complained|condemned|confirmed|denied|announced|acknowledged|asked|accused|urged|warned)\b)")
_SINCE = re.compile(r"(?i:\b(?:it\sis|it['’]s)\s(?:also\s|now\s|just\s|only\s)?(?P<n>two|three|four|five|six)\sdays\ssince\b)")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ON = re.compile(r"(?i:\bon\s(?:early\s|late\s)?)$")
_OPEN_ENDED = re.compile(r"\s(?:onwards?|through|until|onward)\b")
_UNTIL = re.compile(r"(?i:\b(?:until|till|by|through|before)\s)$")
_SPOKEN = re.compile(
    r"(?:(?i:\b(?:said|told|tweeted|announced|declared|warned|added|repeated|called|call|reiterat\w{1,5}|addressed|met|spoke|confirmed|vowed)\b)[^.;\n]{0,30}|\n)$"
)
# Characters within which an article tells its own news; far below, it tells that of others.
NEWS = 1500
# Reactions in an article on an event of the night, from which on it can hardly be of the same night.
REACTIONS = 4


class Weekday(NamedTuple):
    """A weekday told as past; `on`: with the preposition, as agencies outside the United States write it;
    `spoken`: right behind a verb of speech ("said Wednesday"), as American news writes of the day itself."""

    weekday: int
    start: int
    end: int
    part: str
    on: bool
    spoken: bool
    last: bool
    sentence: int


class Choice(NamedTuple):
    """Days after the weekday told: the publication lies between `earliest` and `latest`."""

    earliest: int
    latest: int
    cuts: tuple[Cut, ...] = ()


def told_weekdays(text: str, times: Sequence[TimeExpression]) -> list[Weekday]:
    """The weekdays that hang on the publication: past, not in a quotation, not beside a date."""
    return [
        _weekday(text, time)
        for time in times
        if time.type == "weekday" and time.weekday is not None and time.tense != "future" and not time.quoted
        if time.modifier in (None, "since") or (time.modifier == "last" and time.sentence <= 1)
        if not _OPEN_ENDED.match(text[time.end : time.end + 12]) and not _UNTIL.search(text[max(0, time.start - 12) : time.start])
    ]


def _weekday(text: str, time: TimeExpression) -> Weekday:
    before = text[max(0, time.start - 60) : time.start]
    on = _ON.search(before) is not None or text[time.start : time.end].casefold().startswith("on ")
    return Weekday(
        weekday=time.weekday or 0,
        start=time.start,
        end=time.end,
        part=time.part or "",
        on=on,
        spoken=not on and _SPOKEN.search(before) is not None,
        last=time.modifier == "last",
        sentence=time.sentence,
    )


def lead_choice(text: str, nearest: Sequence[Weekday], behind: int) -> Choice:
    """`nearest`: the tellings of the latest weekday; `behind`: how many days it lies after the newest event."""
    first = min(nearest, key=lambda told: told.start)
    if first.last:
        return Choice(1, 1)
    over = _DAY_WAS_OVER.search(text)
    if over:
        return Choice(1, 1, (Cut(None, None, over.start(), over.end(), "day-was-over"),))
    late = any(word in first.part for word in ("night", "late"))
    no_claim = _NO_CLAIM.search(text, 0, NEWS)
    if late and first.sentence <= 2:
        several = len(_REACTION.findall(text)) >= REACTIONS
        return Choice(1, 1) if several and "night" in first.part else Choice(0, 1)
    if no_claim and first.sentence <= 3 and not late:
        return Choice(0, 0, (Cut(None, None, no_claim.start(), no_claim.end(), "no-claim-yet"),))
    spoken, with_on = sum(told.spoken for told in nearest), sum(told.on for told in nearest)
    if spoken and behind <= 2 and spoken >= with_on:
        return Choice(0, 0)
    return Choice(0, 1)


def days_since(text: str, weekdays: Sequence[Weekday]) -> tuple[int, Cut] | None:
    """ "It is four days since ... on Monday" says that today is Friday: the weekday of publication, and the words."""
    match = _SINCE.search(text)
    if match is None:
        return None
    told = next((told for told in weekdays if match.end() < told.start < match.end() + 200), None)
    if told is None:
        return None
    return (told.weekday + _COUNTS[match["n"].casefold()]) % 7, Cut(None, None, match.start(), told.end, "days-since")
