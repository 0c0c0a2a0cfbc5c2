"""The words English tells time with: lexicons, and the regex pieces that the rules are composed of.

Pieces hold no unbounded repetition, so every rule made of them is linear. Month and weekday names are matched with their capital,
all other words in either case.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
# EDTF level 1 numbers seasons as if they were months.
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24, "wintertime": 24}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("zero", "a an one", "two both", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve dozen", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"))
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100, "twenty-one": 21, "twenty-four": 24, "couple": 2}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            "eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
            "twenty-eighth twenty-ninth thirtieth thirty-first"
        ).split(),
        start=1,
    )
}  # fmt: skip
# Days that have a name and the same date every year: (month, day).
NAMED_DAYS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "valentine’s day": (2, 14),
    "new year's": (1, 1), "new year’s": (1, 1), "new year": (1, 1), "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11),
    "d-day": (6, 6),
}  # fmt: skip
HIJRI = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal", "Jumada al-Thani", "Rajab", "Shaaban", "Sha'ban", "Ramadan",
    "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah", "Ashura", "Arbaeen", "Eid al-Fitr", "Eid al-Adha", "Eid",
)  # fmt: skip
UNITS = {
    "day": "day", "date": "day", "night": "day", "evening": "day", "morning": "day", "afternoon": "day", "week": "week", "fortnight": "fortnight",
    "weekend": "weekend", "month": "month", "year": "year", "decade": "decade", "century": "century", "hour": "hour", "minute": "hour",
    "second": "hour", "moment": "hour",
}  # fmt: skip


def _cased(names: str) -> str:
    """Longest first, with a capital or in capitals."""
    words = sorted(names.split(), key=len, reverse=True)
    return "|".join(word.capitalize() for word in words) + "|" + "|".join(word.upper() for word in words)


def _any_case(words: str) -> str:
    return "(?i:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


_FULL = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec"
FULL_MONTH = f"(?:{_cased(_FULL)})(?![A-Za-z])"
SHORT_MONTH = f"(?:{_cased(_SHORT)})(?![A-Za-z])\\.?"
MONTH = f"(?:{FULL_MONTH}|{SHORT_MONTH})"
WEEKDAY = (
    f"(?:(?:{_cased('monday tuesday wednesday thursday friday saturday sunday')})(?![A-Za-z])|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?:\\.|(?=,)))"
)
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:time)?(?![A-Za-z])"
YEAR = r"(?:1\d|20)\d\d(?![\d%])(?!,\d)"
ORD = r"(?:st|nd|rd|th|ST|ND|RD|TH)"
DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:{ORD}(?![A-Za-z]))?"
ORD_DAY = rf"(?:3[01]|[12]\d|0?[1-9]){ORD}(?![A-Za-z])"
ORD_WORD = _any_case(" ".join(ORDINALS))
DASH = r"(?:\s?[-–—/]\s?|\s(?:to|and|until|till|or|through|thru)\s(?:the\s)?|,\s)"
RANGE_DASH = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through|thru)\s)"
NUMBER = (
    r"(?:\d{1,3}(?![\d,.:]?\d)|(?i:(?:a\scouple\sof|a\sdozen|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty(?:-(?:one|four))?|thirty|forty|fifty|sixty|ninety|(?:a\s)?hundred))(?![A-Za-z]))"
)
VAGUE = r"(?i:(?:a\sfew|several|some|many|a\snumber\sof|recent|a\sgood\smany|countless)(?![A-Za-z]))"
SPAN_UNIT = r"(?i:(?:day|night|week|fortnight|month|year|decade|hour|minute|weekend|centur)(?:s|y|ies)?(?![A-Za-z]))"
DAY_PART = r"(?i:(?:early\s|late\s)?(?:morning|afternoon|evening|night|midday|noon|dawn|midnight|nightfall|dusk|lunchtime|hours)(?![A-Za-z]))"
# "early in", "the end of", "mid-": how far into the month, season or year that follows.
PART = (
    r"(?i:(?:in\sthe\s|the\s)?(?:very\s)?(?:early|late)(?:\sin|\son|\spart\sof|\sdays\sof)?(?:\sthe)?[\s-]|(?:the\s)?mid(?:dle)?(?:\sof)?(?:\sthe)?[\s-]"
    r"|(?:the\s)?(?:very\s)?(?:beginning|start|opening|end|close|turn|latter\spart|early\spart|(?:first|second|latter|last)\shalf|"
    r"(?:first|second|last)\s(?:days|weeks|months|week))\sof\s(?:the\s)?)"
)
# "Tuesday evening, Washington time": the name of a place alone is no zone.
TIMEZONE = r"(?:,?\s\(?(?P<zone>(?:local|[A-Z][a-z]{2,12}(?:\s[A-Z][a-z]{2,12})?)(?=\stime)|EST|EDT|ET|GMT|UTC)(?:\stime)?(?![A-Za-z])\)?)"
CLOCK = r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]\.\s?m\.|[ap]m(?![A-Za-z])|[AP]M(?![A-Za-z])|[AP]\.M\.)|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))"
