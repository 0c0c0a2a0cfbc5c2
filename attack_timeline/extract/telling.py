"""The state of reading one article, and what its mentions and events are asked again and again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.arms import Arm
from attack_timeline.extract.events import EVENT_WORDS, Event, Story
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.targets import Target
from attack_timeline.extract.timing import opens_clause, shifted_time, time_for
from attack_timeline.extract.tokens import spanning
from attack_timeline.knowledge import Knowledge
from attack_timeline.model import ResolvedTime

ONE_DAY = timedelta(days=1)


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a landmark's date: a day, or a range of days."""
    first, _, last = edtf.rstrip("?~%").partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


class Telling:
    """An article while it is read: its words, its times, the attacks told so far and what was spoken of last."""

    def __init__(self, annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> None:
        self.annotated, self.resolved, self.knowledge = annotated, resolved, knowledge
        self.text = annotated.article.text
        self.story = Story(annotated, resolved, knowledge)
        self.landmarks = {landmark.id: landmark for landmark in knowledge.landmarks}
        self.countries = {place.id: place.country for place in knowledge.places.values()}
        self.arm: Arm | None = None
        self.arm_line = -99
        self.series_line = -99
        self.blocked_line = -99
        self.friendly_line = -99
        self.targets: list[Target] = []
        self.last_site: Target | None = None  # what "it" or "there" may stand for

    def _state(self, mention: Mention) -> bool:
        return mention.actor is not None and self.knowledge.groups[mention.actor].kind == "state"

    def _when(self, mention: Mention, line: Line, others: list[Mention]) -> ResolvedTime | None:
        """The time that dates the mention: the landmark that its words name, one counted back from another event, or one of its own clause."""
        named = self._landmark(mention, line)
        if named is not None:
            return named
        opening = next(
            (spanning(line.tokens, t.expression.start, t.expression.end) for t in (self.resolved[n] for n in line.times) if opens_clause(t, line)),
            None,
        )
        shifted = shifted_time(mention, line, self.resolved, self._now(line, mention, opening[0] if opening else mention.i))
        if shifted is not None:
            return shifted
        index = time_for(mention, line, self.resolved, others)
        if index is None and mention.arm and mention.arm.elliptic and self.story.focus and mention.line - self.story.focus_line <= 1:
            return next(iter(self.story.times_of(self.story.focus)), None)  # "A second was knocked down on its way to the base"
        return self.resolved[index] if index is not None else None

    def _landmark(self, mention: Mention, line: Line) -> ResolvedTime | None:
        """The day of the attack of public record inside whose name the mention stands ("hours after Iran fired missiles at ...")."""
        for index in line.times:
            expression = self.resolved[index].expression
            landmark = self.landmarks.get(expression.landmark or "")
            if (
                landmark is not None
                and landmark.attack is not None
                and expression.start <= mention.start
                and line.tokens[mention.i].end <= expression.end
            ):
                first, last = bounds(landmark.date)
                return ResolvedTime(expression=expression, date=landmark.date, first=first, last=last, anchor=f"landmark {landmark.id}")
        return None

    def _now(self, line: Line, mention: Mention, subject: int) -> tuple[date, date] | None:
        """The days from which "two days after" counts: of the attack that "the attack came" speaks of, else of what was said last."""
        if not set(line.words_between(0, subject)) & (EVENT_WORDS | {"it"}):
            said = [
                t
                for n in range(mention.line)
                for t in (self.resolved[i] for i in self.annotated.lines[n].times)
                if t.expression.type == "weekday" and t.first and t.first == t.last
            ]
            if said and said[-1].first and said[-1].last:
                return said[-1].first, said[-1].last
        for event in (self.story.focus, *self.story.events[:1]):
            for time in self.story.times_of(event) if event else ():
                if time.first and time.last:
                    return time.first, time.last
        published = self.annotated.article.published
        if published and len(published) == 10:
            return date.fromisoformat(published), date.fromisoformat(published)
        return None

    def _vague_time(self, mention: Mention) -> bool:
        time = mention.when
        return time is None or time.first is None or time.last is None or (time.last - time.first).days > 2

    def _together(self, mention: Mention, mentions: list[Mention]) -> ResolvedTime | None:
        """The time of the sites told in the same breath."""
        return next((m.when for m in mentions if m.together is not None and m.together == mention.together and m.when), None)

    def _same_days(self, event: Event) -> list[Event]:
        """The attacks told within a day of this one: "either attack", "both", "the weekend's attacks"."""
        here = [t for t in self.story.times_of(event) if t.first and t.last]
        near = [
            e
            for e in self.story.events
            if any(
                t.first and t.last and t.first <= h.last + ONE_DAY and h.first <= t.last + ONE_DAY
                for t in self.story.times_of(e)
                for h in here
                if h.first and h.last
            )
        ]
        return near or [event]

    def _operation(self, event: Event, plural: bool = False) -> list[Event]:
        """The attack and those told in one breath with it, or done by the same state on the same days: "no one was hurt" is said of all."""

        def states(one: Event) -> set[str]:
            return {m.actor for m in one.mentions if m.actor and self.knowledge.groups[m.actor].kind == "state"}

        together = {m.together for m in event.mentions if m.together is not None}
        days = self._same_days(event)
        return [
            e
            for e in self.story.events
            if e is event or together & {m.together for m in e.mentions} or (any(e is d for d in days) and (plural or states(e) & states(event)))
        ]
