"""Rules for weekdays and for times told by others: deictic, relative, elliptic, durations and recurring times."""

from __future__ import annotations

from attack_timeline.extract.times.calendar_rules import RULES as CALENDAR_RULES
from attack_timeline.extract.times.relative_fields import ago, clause, direction, named_deictic, next_unit, ordinal, same, this_unit, weekday_until
from attack_timeline.extract.times.rule import Rule, rule
from attack_timeline.extract.times.words import (
    CLOCK,
    DAY_PART,
    MONTH,
    NUMBER,
    NUMBERS,
    ORD_DAY,
    ORD_WORD,
    SEASON,
    SPAN_UNIT,
    TIMEZONE,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
)

_WEEKDAYS = " ".join(WEEKDAYS)
_COUNTS = " ".join(NUMBERS) + " # few several some many a number just only almost nearly about around less more barely exactly roughly at within"
_HEDGE = (
    r"(?:(?i:just|only|almost|nearly|about|around|exactly|roughly|approximately|barely|some|less\sthan|more\sthan|at\sleast|over|within|not)\s){0,2}"
)
_COUNT = rf"{_HEDGE}(?:(?P<n>{NUMBER})|(?P<vague>{VAGUE}))(?:\s(?:full|whole|short|brief|long))?[\s-](?:and\sa\shalf\s)?(?P<unit>{SPAN_UNIT})"
_EARLY_LATE = r"(?:(?P<part>(?i:early|late|earlier|later))\s(?:on\s)?)?"
_PARTS_OF_DAY = r"(?i:morning|afternoon|evening|night|dawn|midnight|noon|midday)(?![A-Za-z])"
_SIDE = (
    r"(?:(?P<side>(?i:early|earlier|late|later|mid|sooner|in\sthe\smiddle|at\sthe\send|at\sthe\sbeginning|at\sthe\sstart"
    r"|(?:at\s|by\s|until\s|since\s)?the\s(?:beginning|start|end|middle|close)))(?:\s(?:of|in|on)|-)?\s)?"
)
_SIDE_STARTS = "early earlier late later mid in at by until since the"


RULES: tuple[Rule, ...] = (
    *CALENDAR_RULES,
    rule(
        "weekday",
        "weekday",
        f"{_WEEKDAYS} early late on last next this past the that following previous same coming shortly before after earlier later a yesterday",
        rf"(?:(?P<part>(?i:(?:very\s)?(?:early|late|earlier|later)(?:\s(?:in\sthe\s)?(?:morning|afternoon|evening|night))?))\s(?:on\s)?(?:the\s)?)?"
        rf"(?:(?:on\s)?(?P<mod>(?i:last|next|this\spast|this|past|(?:the\s)?following|(?:the\s)?previous|(?:the\s)?preceding|that\ssame|that|(?:the\s)?same|(?:this\s)?coming))\s)?"
        rf"(?P<weekday>{WEEKDAY})(?:['’]s(?=\s))?(?:\s(?P<part2>{DAY_PART}))?(?:{TIMEZONE})?",
        lambda fields, match: (
            {**fields, "part": " ".join((fields.get("part", "") + " " + match["part2"].casefold()).split())} if match["part2"] else fields
        ),
    ),
    rule(
        "weekday-weekday",
        "range",
        f"{_WEEKDAYS} overnight between from the",
        rf"(?:(?i:overnight|between|from|overnight\sfrom|(?:the\s)?night\s(?:of|from|between))\s)?(?P<weekday>{WEEKDAY})(?:-|–|/|\s(?:to|into|and|or|through|until)\s)(?P<weekday2>{WEEKDAY})",
        weekday_until,
    ),
    rule(
        "part-of-weekday",
        "weekday",
        "the before at in around about shortly during night dawn midnight morning evening afternoon noon predawn pre",
        rf"(?:(?:[Tt]he\s)?(?P<part>(?i:(?:early|late)\s(?:morning|hours|evening|night|afternoon)(?:\shours)?|small\shours|night|evening|morning|afternoon|dawn|midnight|noon|pre-?dawn|eve))(?:\s(?:of|on))\s)(?:(?P<mod>(?i:last|next|this))\s)?(?P<weekday>{WEEKDAY})(?:{TIMEZONE})?",
    ),
    rule("overnight", "deictic", "overnight", r"(?i:overnight)(?![A-Za-z-])(?!\s(?:stay|bag|train|flight))", unit="day", part="overnight", shift=0),
    rule(
        "day-word",
        "deictic",
        "yesterday today tonight tomorrow early earlier late later",
        rf"{_EARLY_LATE}(?P<word>(?i:yesterday|today|tonight|tomorrow))(?![A-Za-z])(?:['’]s(?=\s))?(?:\s(?P<part2>{_PARTS_OF_DAY}))?",
        lambda fields, match: named_deictic(fields | ({"part": match["part2"].casefold()} if match["part2"] else {}), match),
    ),
    rule(
        "last-unit",
        "deictic",
        f"last this next past coming {_SIDE_STARTS}",
        rf"{_SIDE}(?P<mod>(?i:last|this|next|coming))\s(?P<unit>(?i:night|morning|afternoon|evening|weekend|week|month|year|decade|century)(?![A-Za-z-]))(?:['’]s(?=\s))?",
        this_unit,
    ),
    rule(
        "last-month-name",
        "deictic",
        f"last this next past {_SIDE_STARTS}",
        rf"{_SIDE}(?P<mod>(?i:last|this\spast|this|next|this\scoming))\s(?:(?P<month>{MONTH})(?!\s\d)|(?P<season>{SEASON}))",
    ),
    rule("ago", "deictic", _COUNTS, rf"{_COUNT}\s(?P<direction>(?i:ago))(?![A-Za-z])", ago),
    rule("in-time", "deictic", "in", rf"[Ii]n\s(?P<n>{NUMBER})\s(?P<unit>{SPAN_UNIT})(?:['’]\stime|\sfrom\snow)"),
    rule(
        "later",
        "relative",
        _COUNTS,
        rf"{_COUNT}\s(?P<direction>(?i:later|earlier|afterwards?|beforehand|previously|before\sthat|before\sthen|after\sthat|prior|thereafter|hence|after(?=[,.;])|before(?=[,.;])|on(?=[,.;])))(?![A-Za-z])",
        direction,
    ),
    rule(
        "hours-later",
        "relative",
        "hours minutes moments just only",
        r"(?i:(?:just|only)\s)?(?i:hours|minutes|moments)\s(?i:later|afterwards?|earlier|before(?=[,.;]))(?![A-Za-z])",
        shift=0,
        unit="hour",
    ),
    rule(
        "after-what",
        "relative",
        _COUNTS + " the",
        rf"(?:{_COUNT}|[Tt]he\s(?:very\s)?(?:day|morning|night|evening)|(?i:(?:just\s)?hours|days|weeks|moments|minutes)(?P<vague2>))\s(?P<direction>(?i:after|before|since|ahead\sof|prior\sto|following(?=\s(?:the|a|an|his|its|their)\s)|from))\s(?=[A-Za-z‘“\"0-9])",
        clause,
    ),
    rule(
        "after-what-plain",
        "relative",
        "days weeks months hours minutes moments years shortly soon just immediately only",
        r"(?i:(?:just\s|only\s)?(?:hours|days|weeks|months|years|minutes|moments)|shortly|soon|immediately)\s(?P<direction>(?i:after|before|since|ahead\sof|prior\sto|following))\s(?=[A-Za-z])",
        lambda fields, match: {
            **fields,
            "modifier": "before" if match["direction"].casefold() in ("before", "ahead of", "prior to") else "after",
            "unit": (match[0].split()[-2] if not match[0].casefold().startswith(("just ", "only ")) else match[0].split()[1]).casefold().rstrip("s"),
        },
    ),
    rule(
        "next-unit",
        "relative",
        f"the next following on in by early late early on during {_SIDE_STARTS}",
        rf"{_SIDE}(?:(?i:on|in|by|during)\s)?(?:[Tt]he\s(?P<early>(?:very\s))?)(?P<mod>(?i:next|following|previous|preceding|prior))\s(?:(?P<part>(?i:early|late))\s)?"
        r"(?P<unit>(?i:day|night|morning|afternoon|evening|week|weekend|month|year|decade|century)(?![A-Za-z-]))(?!\sof\s)(?!\s(?:two|three|four|few|several|\d))",
        next_unit,
    ),
    rule(
        "next-named",
        "relative",
        "the next following previous",
        rf"(?:[Tt]he\s)(?P<mod>(?i:next|following|previous|preceding))\s(?:(?P<month>{MONTH})|(?P<season>{SEASON}))",
        lambda fields, match: {
            **fields,
            "shift": -1 if match["mod"].casefold() in ("previous", "preceding") else 1,
            "modifier": "earlier" if match["mod"].casefold() in ("previous", "preceding") else "later",
        },
    ),
    rule(
        "day-after",
        "relative",
        "the",
        r"[Tt]he\s(?P<unit>(?i:day|night|morning|evening|week|weekend|month|year))\s(?P<mod>(?i:after|before|earlier|following))(?=[,.;:)]|\sthat|\sand\s|$|\s\(|\ssaw\s|\swas\s|\swere\s)",
        next_unit,
    ),
    rule(
        "same-unit",
        "elliptic",
        f"that the same this on in at by {_SIDE_STARTS} late",
        rf"{_SIDE}(?:(?i:on|in)\s)?(?P<mod>(?i:(?:on\s)?that(?:\s(?:very|same))?|the\s(?:very\s)?same|this\ssame|on\sthis|this(?=\sda(?:y|te)\s)))\s(?:(?P<part>(?i:early|late))\s)?"
        r"(?P<unit>(?i:day|date|night|morning|afternoon|evening|weekend|week|month|year)(?![A-Za-z-]))",
        same,
    ),
    rule(
        "end-of-unit",
        "elliptic",
        f"the late early mid later at by until {_SIDE_STARTS}",
        r"(?:(?i:at|by|until|till|since|before|towards?)\s)?(?P<side>(?i:the\s(?:very\s)?(?:beginning|start|end|middle|close|latter\spart|first\shalf|second\shalf)\sof|later\sin|late\sin|early\sin|earlier\sin|for\sthe\srest\sof))\s(?:the|that)\s(?P<unit>(?i:day|month|year)(?![A-Za-z-]))",
        same,
    ),
    rule(
        "ordinal-day",
        "elliptic",
        "the its on",
        rf"(?:[Oo]n\s)?(?:[Ii]ts|[Tt]he)\s(?P<day>{ORD_DAY}|{ORD_WORD}(?=\sof\s(?:the\ssame|that|this|the)\smonth))"
        rf"(?:(?:\sand\s|\sor\s|[-–]|\sto\s)(?:the\s)?(?P<day2>{ORD_DAY}))?(?:(?:\sday)?\sof\s(?:the\s(?:same\s|said\s)?|that\s(?:same\s)?|this\s)month)?"
        r"(?!\s(?:attack|time|century|anniversary|infantry|brigade|division|army|corps|regiment|airborne|cavalry|battalion|fleet|air|parallel|such|largest|in\sa|president|year|of|and|rocket|strike|consecutive|straight|day|ID|SS|amendment|round|Marine|Fighter|Expeditionary|Wing|Street|district|season|series)(?![A-Za-z]))(?!\s[A-Z])(?!-)",
        ordinal,
    ),
    rule("bare-ordinal", "elliptic", "#", rf"(?P<day>{ORD_DAY})(?=[,.;](?:\s|$)|\s(?:and|with|when|after|at)\s)", ordinal),
    rule(
        "clock",
        "elliptic",
        f"# noon midnight early before at {_SIDE_STARTS}",
        rf"(?:(?i:early\s(?:in\sthe\smorning\s)?at\s))?(?P<clock>{CLOCK})(?:\s(?:GMT|EST|ET|EDT|UTC|(?:local|[A-Z][a-z]{2, 12})\stime))?",
        lambda fields, match: {**fields, "unit": "hour"},
    ),
    rule(
        "recurring",
        "recurring",
        f"every each daily weekly monthly yearly annually per a {_WEEKDAYS} most on #",
        rf"(?i:every|each|per)\s(?:(?:other|single|few)\s)?(?:{NUMBER}\s)?(?:{SPAN_UNIT}|{WEEKDAY}|{MONTH}|morning|evening|afternoon|(?i:spring|summer|autumn|winter))|(?i:daily|weekly|monthly|yearly|annually|nightly)(?![A-Za-z])"
        rf"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days(?![A-Za-z])|(?:[Oo]nce|[Tt]wice|{NUMBER}\stimes)\sa\s{SPAN_UNIT}",
    ),
    rule(
        "duration",
        "duration",
        f"for during in over the past last next first within {_COUNTS} weeks months days hours years",
        rf"(?:(?i:for|during|over|in|within|after)\s)?(?:(?i:the|these|those|his|her|its|their)\s)?(?:(?i:past|last|next|first|final|coming|recent|previous|following|preceding)\s)?{_HEDGE}(?:{NUMBER}|{VAGUE})(?:\s(?:full|whole|short|brief|long|more|other|consecutive|straight|intense|bloody))?[\s-](?:and\sa\shalf\s)?{SPAN_UNIT}(?:-long|-old)?|"
        r"(?i:for|in|over|during)\s(?:the\s)?(?:past\s|last\s|recent\s|coming\s|next\s)?(?i:hours|days|weeks|months|years|decades|centuries)(?![A-Za-z])",
    ),
    rule(
        "weekend",
        "deictic",
        "the at over this on during last weekend next",
        r"(?:(?i:(?:at|over|on|during)\s)?(?i:the|this(?:\spast)?)\s(?:past\s|last\s)?)(?P<unit>(?i:weekend))(?![A-Za-z])",
        shift=0,
    ),
)
