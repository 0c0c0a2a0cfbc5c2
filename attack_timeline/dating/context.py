"""What a time can hang on: the publication day, and the dates told so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from attack_timeline.dating.calendar import PRECISION, Span
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import TimeExpression

MEMORY = 4
_HEAD_OF_SENTENCE = re.compile(
    r"(?:^|[.!?\n:][\"”')\]]{0,2}\s{0,3})(?:(?i:in|by|during|after|from|throughout|until|since|for)\s)?(?:(?i:early|late|mid)[\s-]?)?$"
)


@dataclass(frozen=True)
class Told:
    """A date that the narrative has told; `dated`: its year is stated, or comes from a chain of dates that began with a stated one."""

    span: Span
    expression: TimeExpression
    dated: bool


@dataclass
class Context:
    text: str
    published: Span | None
    landmarks: dict[str, Landmark]
    dated: Sequence[tuple[int, Span]] = ()  # (offset, date) of every date finer than a year that is told with its year, in order
    times: Sequence[TimeExpression] = ()
    historical: bool = False  # the text tells of long ago, from date to date, and hardly of its own days
    told: list[Told] = field(default_factory=list)
    index: int = 0  # of the expression that is being resolved

    def __post_init__(self) -> None:
        self.dated_starts = [start for start, _ in self.dated]

    def focus(self, precision: str = "year") -> Told | None:
        """The last date told that is at least as precise; a short memory, so that cost stays linear."""
        for told in reversed(self.told[-12:]):
            if PRECISION[told.span.precision] <= PRECISION[precision]:
                return told
        return None

    def in_sentence(self, expression: TimeExpression, precision: str = "day") -> Told | None:
        """The last date told before `expression` in its own sentence, outside quotations."""
        for told in reversed(self.told[-6:]):
            if told.expression.sentence != expression.sentence:
                return None
            if PRECISION[told.span.precision] <= PRECISION[precision] and not told.expression.quoted:
                return told
        return None

    def recent(self) -> list[Told]:
        """The dates told last, latest first."""
        return self.told[: -MEMORY - 1 : -1]

    def dated_behind(self, offset: int) -> list[Span]:
        """The dates that follow `offset` with their year."""
        index = bisect_right(self.dated_starts, offset)
        return [span for _, span in self.dated[index : index + 2]]

    def place(self, expression: TimeExpression) -> str:
        """Where a year stands: at the "head" of its sentence, where a narrative says which year it has reached, after "in", or "aside"."""
        before = self.text[max(0, expression.start - 24) : expression.start]
        if _HEAD_OF_SENTENCE.search(before):
            return "head"
        return "in" if before.endswith((" in ", " during ")) else "aside"

    def behind(self, reach: int, gap: re.Pattern[str]) -> TimeExpression | None:
        """The next expression, where it stands at most `reach` characters behind this one and nothing but `gap` lies between."""
        if self.index + 1 >= len(self.times):
            return None
        this, following = self.times[self.index], self.times[self.index + 1]
        between = self.text[this.end : following.start]
        return following if len(between) <= reach and gap.fullmatch(between) else None

    def vague(self) -> bool:
        """The publication day is known no better than to some weeks."""
        return self.published is not None and (self.published.last - self.published.first).days > 14

    def published_day(self) -> Day | None:
        return self.published.last if self.published else None


@dataclass(frozen=True)
class Resolution:
    """`anchor`: what it hangs on; `reason`: why it stays open; `tells`: it becomes a date that others may hang on;
    `clause`: the day of what the words behind "a week after" tell."""

    span: Span | None = None
    anchor: str | None = None
    reason: str | None = None
    dated: bool = False
    tells: bool = True
    clause: Span | None = None
