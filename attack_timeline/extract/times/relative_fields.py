"""How the words of relative and deictic rules become fields: which way, how far, and what they hang on."""

from __future__ import annotations

import re

from attack_timeline.extract.times.rule import Fields, day_number
from attack_timeline.extract.times.words import WEEKDAYS


def ago(fields: Fields, match: re.Match[str]) -> Fields | None:
    return {**fields, "shift": -fields["shift"]} if fields.get("shift") is not None else fields


def direction(fields: Fields, match: re.Match[str]) -> Fields | None:
    word = match["direction"].casefold()
    backwards = word.startswith(("earlier", "before", "previous", "prior"))
    if fields.get("shift") is not None and backwards:
        fields["shift"] = -fields["shift"]
    return {**fields, "modifier": "earlier" if backwards else "later"}


def clause(fields: Fields, match: re.Match[str]) -> Fields | None:
    """ "a week after ...": what follows names the event that it hangs on."""
    word = " ".join(match["direction"].casefold().split())
    before = word in ("before", "ahead of", "prior to", "away from")
    shift = fields.get("shift")
    if shift is None and match.groupdict().get("vague") is None:
        shift, fields["unit"] = 1, "day"
    if shift is not None:
        fields["shift"] = -shift if before else shift
    return {**fields, "modifier": "before" if before else "after"}


def next_unit(fields: Fields, match: re.Match[str]) -> Fields | None:
    """ "the next day", "the following month", "the day before", "the previous year"."""
    word = match["mod"].casefold()
    backwards = word in ("previous", "before", "preceding", "prior", "earlier")
    part = fields.get("part") or (match["unit"].casefold() if match["unit"].casefold() in ("night", "morning", "evening", "afternoon") else None)
    return {**fields, "shift": -1 if backwards else 1, "modifier": "earlier" if backwards else "later"} | ({"part": part} if part else {})


def same(fields: Fields, match: re.Match[str]) -> Fields | None:
    unit = match["unit"].casefold()
    if unit in ("night", "morning", "evening", "afternoon") and "part" not in fields:
        fields["part"] = unit
    return {**fields, "modifier": "same"}


def this_unit(fields: Fields, match: re.Match[str]) -> Fields | None:
    """ "last week", "this morning", "next year", hanging on the publication."""
    mod = match["mod"].casefold()
    unit = match["unit"].casefold()
    shift = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[mod]
    if unit in ("night", "morning", "evening", "afternoon"):
        fields["part"] = unit
    return {**fields, "shift": shift, "modifier": mod}


def named_deictic(fields: Fields, match: re.Match[str]) -> Fields | None:
    word = match["word"].casefold()
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
    if word == "tonight":
        fields["part"] = "night"
    return {**fields, "shift": shift, "unit": "day"}


def ordinal(fields: Fields, match: re.Match[str]) -> Fields | None:
    """A day of a month told before."""
    until = match.groupdict().get("day2")
    if until and (second := day_number(until)) is not None:
        fields["until"] = {"day": second, "start": match.start("day2")}
    return {**fields, "unit": "day", "modifier": "its"}


def weekday_until(fields: Fields, match: re.Match[str]) -> Fields | None:
    name = match["weekday2"].casefold().rstrip(".")
    return {**fields, "until": {"weekday": WEEKDAYS[name], "start": match.start("weekday2")}}
