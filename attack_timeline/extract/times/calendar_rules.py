"""Rules for calendar dates: days, months, seasons and years, in any order, with parts and ranges."""

from __future__ import annotations

import re

from attack_timeline.extract.times.rule import Fields, Rule, day_number, rule
from attack_timeline.extract.times.words import (
    DASH,
    DAY,
    DAY_PART,
    FULL_MONTH,
    HIJRI,
    MONTH,
    MONTHS,
    NAMED_DAYS,
    ORD_WORD,
    PART,
    RANGE_DASH,
    SEASON,
    SHORT_MONTH,
    TIMEZONE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)

_MONTH_STARTS = " ".join(MONTHS)
_DAY_STARTS = " ".join(WEEKDAYS)
_LEAD = (
    r"(?:(?:[Tt]he\s)?(?P<part>(?i:(?:early|late)(?:\s(?:in\sthe\s)?(?:morning|evening|afternoon|night))?(?:\shours)?"
    r"|night|evening|morning|afternoon|dawn|eve))(?:\s(?:of|on))?\s(?:the\s)?)?"
)
_LEAD_STARTS = "the early late night evening morning afternoon dawn eve"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY})(?:\s(?P<part2>{DAY_PART}))?(?:,?\s\(?))?"
_THE_DAY = rf"(?:[Tt]he\s)?(?P<day>{DAY}|{ORD_WORD}(?=\s(?:day\s)?of))(?:\s(?:day\s)?of|\sday\sof)?"
_OF_YEAR = (
    rf"(?:\)?(?:,|\sof)?\s?(?P<year>{YEAR})|,?\s(?:of\s)?(?P<mod>(?i:(?:the\s)?(?:same|that|this|last|next|previous|following)(?:\ssame)?\syear)))"
)
_NOT_AN_AMOUNT = r"(?!\s?(?:%|percent|per cent|million|billion|km|kilomet|mile|met(?:er|re)s|feet|mm|pounds|tons))"
_PEOPLE = (
    r"(?!\s(?:U\.S\.\s|[A-Z][A-Za-z]{1,12}\s|foreign\s)?(?:troops|soldiers|men|people|rockets|missiles|civilians|personnel|members|fighters|"
    r"others|casualties|prisoners|vehicles|tanks|guns|aircraft|planes|ships|miles|kilomet\w{1,4}|met(?:er|re)s|yards|feet|deaths|killed|wounded|dead))"
)


def _year_after(fields: Fields, match: re.Match[str]) -> Fields:
    """ "of the same year" hangs on the narrative; "last year" on the publication."""
    mod = fields.get("modifier")
    if mod:
        words = mod.removeprefix("the ").split()
        fields["modifier"] = f"{words[0]} year"
    return fields


def dated(fields: Fields, match: re.Match[str]) -> Fields | None:
    groups = match.groupdict()
    if groups.get("part2") and "part" not in fields:
        fields["part"] = " ".join(groups["part2"].casefold().split())
    return _year_after(fields, match)


def two_days(fields: Fields, match: re.Match[str]) -> Fields | None:
    """ "14-15 March", "May 4 and 5": one month for both."""
    second = day_number(match["day2"])
    if second is None or second <= fields["day"]:
        return None
    return _year_after(
        {**fields, "until": {"day": second, "month": fields["month"], "year": fields.get("year"), "start": match.start("day2")}}, match
    )


def two_dates(fields: Fields, match: re.Match[str]) -> Fields | None:
    """ "26 June - 4 August 1952": each end with its month, the year perhaps only once."""
    year = int(match["year2"]) if match["year2"] else None
    month = MONTHS[match["month2"].casefold().rstrip(".")]
    start = min(match.start("day2"), match.start("month2"))
    return {**fields, "until": {"day": day_number(match["day2"]), "month": month, "year": year, "start": start}}


def slashed(fields: Fields, match: re.Match[str]) -> Fields | None:
    """27/12/2019 or 12/27/2019; where both numbers may be the month, it stays open which is meant."""
    first, second = int(match["first"]), int(match["second"])
    if first > 12 >= second:
        return {**fields, "day": first, "month": second}
    if second > 12 >= first:
        return {**fields, "day": second, "month": first}
    return {**fields, "modifier": "ambiguous"} if max(first, second) <= 12 else None


def iso(fields: Fields, match: re.Match[str]) -> Fields | None:
    month, day = int(match["m"]), int(match["d"])
    return {**fields, "month": month, "day": day} if 1 <= month <= 12 and 1 <= day <= 31 else None


def year_range(fields: Fields, match: re.Match[str]) -> Fields | None:
    first, last = fields["year"], int(match["year2"])
    last = last if last > 99 else first // 100 * 100 + last
    return {**fields, "until": {"year": last, "start": match.start("year2")}} if first < last < first + 120 else None


def month_range(fields: Fields, match: re.Match[str]) -> Fields | None:
    return {**fields, "until": {"month": MONTHS[match["month2"].casefold().rstrip(".")], "year": fields.get("year"), "start": match.start("month2")}}


def named_day(fields: Fields, match: re.Match[str]) -> Fields | None:
    month, day = NAMED_DAYS[" ".join(match["name"].casefold().split())]
    return {**_year_after(fields, match), "month": month, "day": day}


def decade(fields: Fields, match: re.Match[str]) -> Fields | None:
    return {**fields, "unit": "decade"}


_PART = rf"(?P<side>{PART})?"
_PART_STARTS = "in the very early late mid middle beginning start opening end close turn first second last latter"
_NAMES = "|".join(sorted((name.replace(" ", r"\s") for name in NAMED_DAYS), key=len, reverse=True))
_HIJRI = "|".join(sorted((name.replace(" ", r"[\s-]") for name in HIJRI), key=len, reverse=True))
_ANY_MONTH_OF_YEAR = rf"(?:(?P<month>{MONTH})|(?P<season>{SEASON}))"
_BARE_YEAR_BEFORE = r"(?<![\d$€£#/])(?<!\d[,.])"

RULES: tuple[Rule, ...] = (
    rule(
        "day-month",
        "absolute",
        f"# {_DAY_STARTS} {_LEAD_STARTS} first second third eleventh",
        rf"{_LEAD}{_WEEKDAY}{_THE_DAY}\s?(?P<month>{MONTH})(?:{_OF_YEAR})?",
        dated,
    ),
    rule(
        "month-day",
        "absolute",
        f"{_MONTH_STARTS} {_DAY_STARTS} {_LEAD_STARTS}",
        rf"{_LEAD}{_WEEKDAY}(?:the\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY}|{ORD_WORD})(?!,\d|[:.]\d|st\b){_NOT_AN_AMOUNT}(?:{_OF_YEAR})?(?:{TIMEZONE})?",
        dated,
    ),
    rule(
        "day-day-month",
        "range",
        f"# the {_LEAD_STARTS} between from",
        rf"(?:(?i:between|from)\s)?{_LEAD}(?:the\s)?(?P<day>{DAY}){DASH}(?P<day2>{DAY})(?:\sof)?\s(?P<month>{MONTH})(?:{_OF_YEAR})?",
        two_days,
    ),
    rule(
        "month-day-day",
        "range",
        f"{_MONTH_STARTS} {_LEAD_STARTS} between from",
        rf"(?:(?i:between|from)\s)?{_LEAD}(?P<month>{MONTH})\s(?P<day>{DAY}){DASH}(?P<day2>{DAY})(?!,\d|:\d)(?!\s(?:{MONTH}))(?:{_OF_YEAR})?",
        two_days,
    ),
    rule(
        "day-month-day-month",
        "range",
        "# between from the",
        rf"(?:(?i:between|from)\s)?(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?{RANGE_DASH}(?:the\s)?(?P<day2>{DAY})(?:\sof)?\s(?P<month2>{MONTH})(?:,?\s(?P<year2>{YEAR}))?",
        two_dates,
    ),
    rule(
        "month-day-month-day",
        "range",
        f"{_MONTH_STARTS} between from",
        rf"(?:(?i:between|from)\s)?(?P<month>{MONTH})\s(?P<day>{DAY})(?:,\s(?P<year>{YEAR}))?,?{RANGE_DASH}(?P<month2>{MONTH})\s(?P<day2>{DAY})(?!,\d|:\d)(?:,\s(?P<year2>{YEAR}))?",
        two_dates,
    ),
    rule(
        "iso-day",
        "absolute",
        "#",
        rf"(?P<year>{YEAR}|\d{{4}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?![\d-])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?",
        iso,
    ),
    rule("slashed-day", "absolute", "#", rf"(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep)(?P<year>{YEAR})(?!\d)", slashed),
    rule(
        "month-year",
        "absolute",
        f"{_MONTH_STARTS} {_PART_STARTS} spring summer autumn fall winter springtime summertime wintertime",
        rf"{_PART}{_ANY_MONTH_OF_YEAR}(?:{_OF_YEAR})",
        _year_after,
    ),
    rule("year-season", "absolute", "#", rf"(?P<year>{YEAR})\s(?P<season>{SEASON})(?!\s(?:of|in)\s\d)"),
    rule("month", "absolute", f"{_MONTH_STARTS} {_PART_STARTS}", rf"{_PART}(?P<month>{FULL_MONTH})(?!\s?\d|['’]s\s(?:[A-Z]|\d))"),
    rule("short-month", "absolute", "early late mid end", rf"(?P<side>{PART})(?P<month>{SHORT_MONTH})(?!\s?\d)"),
    rule("season", "absolute", f"{_PART_STARTS} spring summer autumn winter fall that", rf"(?P<side>{PART})?(?:the\s)?(?P<season>{SEASON})(?!-)"),
    rule(
        "month-month-year",
        "range",
        f"{_MONTH_STARTS} between from",
        rf"(?:(?i:between|from)\s)?(?P<month>{MONTH}){RANGE_DASH}(?P<month2>{MONTH})(?!\s\d{{1,2}}\b(?!\d))(?:{_OF_YEAR})?",
        month_range,
    ),
    rule(
        "year",
        "absolute",
        f"# {_PART_STARTS}",
        rf"{_PART}{_BARE_YEAR_BEFORE}(?P<year>{YEAR})(?![-/]\d{{1,2}}[-/]|\.\d)(?!s\b|['’]s\b(?=\s\d)){_NOT_AN_AMOUNT}{_PEOPLE}(?!\s(?:B\.?C|BC))",
    ),
    rule(
        "year-year",
        "range",
        "# between from",
        rf"(?:(?i:between|from)\s)?{_BARE_YEAR_BEFORE}(?P<year>{YEAR})(?:[-–—/]|\s(?:to|and|until|till|through|or)\s)(?P<year2>{YEAR}|\d\d)(?![\d:]|-\d)"
        rf"{_PEOPLE}{_NOT_AN_AMOUNT}(?!\s(?:B\.?C|BC))",
        year_range,
    ),
    rule(
        "decade",
        "absolute",
        f"the # {_PART_STARTS}",
        rf"(?:{PART})?(?:the\s)?(?:(?:early|mid|late)[\s-])?(?P<year>(?:1[6-9]|20)\d0)['’]?s(?![A-Za-z])",
        decade,
    ),
    rule("bc-year", "duration", "# the", r"(?:c\.\s)?\d{1,4}(?:[-–/]\d{1,4})?\s(?:B\.?C\.?E?\.?|BCE?)(?![A-Za-z])"),
    rule(
        "named-day",
        "absolute",
        "d new christmas boxing halloween valentine veterans armistice the",
        rf"(?P<name>(?i:{_NAMES}))(?![A-Za-z])(?:\s(?P<part>{DAY_PART}))?(?:{_OF_YEAR})?",
        named_day,
    ),
    rule(
        "hijri",
        "hijri",
        f"# {' '.join(name.split()[0].casefold() for name in HIJRI)} dhu sha'ban sha the",
        rf"(?:(?:the\s)?(?P<day>{DAY})(?:\sof)?\s)?(?:{_HIJRI})(?![A-Za-z])(?:,?\s14\d\d(?:\sAH|\sH)?)?",
    ),
)
