"""Whether the weekday of the news is the day of publication, or the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attack_timeline.dating.cuts import Cut
from attack_timeline.model import TimeExpression

# "There was no immediate claim": nobody had time yet.
_NO_CLAIM = re.compile(
    r"(?i:\b(?:no|not|nobody|never)\b[^.\n]{0,40}\b(?:claim(?:ed)?|announced|admitted|came\sforward|word\son\swho|responsib(?:le|ility)|said\s(?:that\s)?it\swas)\b)"
)
_DAY_WAS_OVER = re.compile(r"(?i:\bby\s(?:midnight|nightfall|(?:late\s)?evening|the\send\sof\sthe\sday)\b)")
_REACTION = re.compile(r"(?i:\b(?:said|says|told|called|complained|condemned|confirmed|denied|announced|acknowledged|asked|accused|urged|warned)\b)")
_SINCE = re.compile(r"(?i:\b(?:it\sis|it['’]s)\s(?:also\s|now\s|just\s|only\s)?(?P<n>two|three|four|five|six)\sdays\ssince\b)")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# Reactions in an article on an event of the night, from which on it can hardly be of the same night.
REACTIONS = 4


class Weekday(NamedTuple):
    """A weekday told as past; `on`: with the preposition, as agencies outside the United States write it."""

    weekday: int
    start: int
    end: int
    part: str
    on: bool
    last: bool
    sentence: int


class Choice(NamedTuple):
    """Days after the weekday told: the publication lies between `earliest` and `latest`."""

    earliest: int
    latest: int
    cuts: tuple[Cut, ...] = ()
    weekday_is_today: bool = False


def told_weekdays(text: str, times: Sequence[TimeExpression]) -> list[Weekday]:
    """The weekdays that hang on the publication: past, not in a quotation, not beside a date."""
    return [
        Weekday(
            weekday=time.weekday,
            start=time.start,
            end=time.end,
            part=time.part or "",
            on=text[max(0, time.start - 5) : time.start].casefold().endswith(" on ") or text[time.start : time.end].casefold().startswith("on "),
            last=time.modifier == "last",
            sentence=time.sentence,
        )
        for time in times
        if time.type == "weekday" and time.weekday is not None and time.tense != "future" and not time.quoted and time.modifier in (None, "last", "since")
        if time.modifier != "last" or time.sentence <= 1
    ]


def lead_choice(text: str, nearest: Sequence[Weekday], weekdays: Sequence[Weekday], behind: int) -> Choice:
    """`nearest`: the tellings of the latest weekday; `behind`: how many days it lies after the newest event."""
    since = _days_since(text, weekdays)
    if since is not None and any(told.weekday == since[0] for told in nearest):
        return Choice(0, 0, (since[1],), weekday_is_today=True)
    first = min(nearest, key=lambda told: told.start)
    if first.last:
        return Choice(1, 1)
    over = _DAY_WAS_OVER.search(text)
    if over:
        return Choice(1, 1, (Cut(None, None, over.start(), over.end(), "day-was-over"),))
    late = any(word in first.part for word in ("night", "late"))
    no_claim = _NO_CLAIM.search(text)
    if late and first.sentence <= 2:
        several = len(_REACTION.findall(text)) >= REACTIONS
        return Choice(1, 1) if several and "night" in first.part else Choice(0, 1)
    if no_claim and first.sentence <= 3 and not late:
        return Choice(0, 0, (Cut(None, None, no_claim.start(), no_claim.end(), "no-claim-yet"),))
    plain = [told for told in nearest if not told.on]
    if 2 * len(plain) > len(nearest) and behind <= 2:
        return Choice(0, 0)
    return Choice(0, 1)


def _days_since(text: str, weekdays: Sequence[Weekday]) -> tuple[int, Cut] | None:
    """"It is four days since ... on Monday" says that today is Friday."""
    match = _SINCE.search(text)
    if match is None:
        return None
    told = next((told for told in weekdays if match.end() < told.start < match.end() + 200), None)
    if told is None:
        return None
    return (told.weekday + _COUNTS[match["n"].casefold()]) % 7, Cut(None, None, match.start(), told.end, "days-since")
