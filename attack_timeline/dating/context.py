"""What a time can hang on: the publication day, and the dates told so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from attack_timeline.dating.calendar import PRECISION, Span
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import TimeExpression


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
    later_years: Sequence[tuple[int, int]] = ()  # (offset, year) of every stated year, in order
    told: list[Told] = field(default_factory=list)

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

    def year_ahead(self, offset: int) -> int | None:
        """The first year stated after `offset`, for a narrative that begins without one."""
        return next((year for start, year in self.later_years if start > offset), None)

    def published_day(self) -> Day | None:
        return self.published.last if self.published else None


@dataclass(frozen=True)
class Resolution:
    """`anchor`: what it hangs on; `reason`: why it stays open; `tells`: it becomes a date that others may hang on."""

    span: Span | None = None
    anchor: str | None = None
    reason: str | None = None
    dated: bool = False
    tells: bool = True
