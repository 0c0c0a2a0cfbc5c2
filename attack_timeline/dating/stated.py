"""The publication date that an article states of itself: a labelled line, a dateline, a line that is nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attack_timeline.model import TimeExpression

# Nothing below this is a head of the article, nothing above the last such stretch its foot.
HEAD, FOOT = 1500, 600
# A longer line before the date is a sentence, no label, dateline or byline.
LINE = 140
_LABEL = re.compile(
    r"(?i:\b(?P<label>first\spublished|published|posted|publication\sdate|date|issued|updated|last\supdated|last\smodified|modified|as\sof|summary\sof\snews[^.\n]{0,60}\sfor)"
    r"(?:\s(?:on|at|at\s[0-9:apm. ]{1,12}(?:on\s)?))?\s{0,2}[:|–-]?\s{0,3})$"
)
_DATELINE = re.compile(
    r"^\W{0,3}[A-Z][A-Z.'’-]{2,30}(?:[\s/][A-Z][A-Z.'’-]{1,30}){0,4}"
    r"(?:,\s[A-Z][A-Za-z.]{1,20}(?:\s[A-Z][A-Za-z.]{1,20})?){0,2}[,;]?\s*(?:\([A-Za-z. ]{2,30}\)\s*[-–—]?\s*)?$"
)
_AFTER_DATELINE = re.compile(r"^,?\s*(?:\([^()\n]{1,40}\)\s*)?(?:[-–—]{1,2}|:)\s?|^\s*\([^()\n]{2,40}\)")
_BYLINE = re.compile(r"^\W{0,3}(?:(?i:by)\s[^\n|]{2,60}[|,–—-]\s*)?$")
_ALONE = re.compile(r"^[.,|–—-]?\s*(?:(?i:at\s)?\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}|local time))?)?[\s|.]*$")
_TIMED = re.compile(r"^,?\s(?:at\s)?\d{1,2}:\d\d\s?(?:[AaPp]\.?[Mm]\.?)")


class Stated(NamedTuple):
    """`expression` says the day, its year may be missing; `rule` is how it was recognised."""

    expression: TimeExpression
    rule: str


def stated_date(text: str, times: Sequence[TimeExpression]) -> Stated | None:
    """The best statement: a label "published" before a dateline, a dateline before a lone line, "updated" last."""
    found = [stated for time in times if time.type == "absolute" and time.day and time.month and (stated := _statement(text, time))]
    order = ("stated-published", "stated-dateline", "stated-line", "stated-updated")
    return min(found, key=lambda stated: (order.index(stated.rule), stated.expression.start), default=None)


def _statement(text: str, time: TimeExpression) -> Stated | None:
    if HEAD <= time.start < len(text) - FOOT:
        return None
    line_start = text.rfind("\n", max(0, time.start - LINE), time.start) + 1
    if line_start == 0 and time.start > LINE:
        return None
    before, after = text[line_start : time.start], text[time.end : time.end + LINE].split("\n", 1)[0]
    label = _LABEL.search(before)
    if label:
        word = label["label"].casefold()
        return Stated(time, "stated-published" if not word.startswith(("updated", "last", "modified")) else "stated-updated")
    if time.start >= HEAD:
        return None
    if _DATELINE.match(before) and _AFTER_DATELINE.match(after):
        return Stated(time, "stated-dateline")
    if _BYLINE.match(before) and (_ALONE.match(after) or (time.year and _TIMED.match(after))):
        return Stated(time, "stated-line")
    return None
