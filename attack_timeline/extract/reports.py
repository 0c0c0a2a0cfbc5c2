"""From an annotated article with resolved times to its reports and tallies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attack_timeline.extract.actors import actors_of
from attack_timeline.extract.annotate import Annotated
from attack_timeline.extract.arms import find_arms
from attack_timeline.extract.assemble import Assembly
from attack_timeline.extract.belonging import Belonging
from attack_timeline.extract.events import Event
from attack_timeline.extract.frames import read_frames
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.scene import Scene
from attack_timeline.extract.tallies import read_tallies
from attack_timeline.extract.targets import find_targets
from attack_timeline.extract.telling import bounds
from attack_timeline.extract.timing import lead_time, nearby_time, said_time
from attack_timeline.knowledge import Knowledge
from attack_timeline.knowledge.landmarks import landmark_mentions
from attack_timeline.model import Report, ResolvedTime, Tally, TimeExpression

ARM_MEMORY = 3  # sentences over which a bare number may mean the weapon told before
RECALLED = timedelta(days=7)
LEAD_LINES = 4


def read_reports(annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> tuple[list[Report], list[Tally]]:
    """One report for each attack that the article tells, in the order of the text, and its tallies."""
    reader = Reader(annotated, resolved, knowledge)
    for index in range(len(annotated.lines)):
        reader.read(index)
    return reader.reports(), read_tallies(annotated, resolved, knowledge)


class Reader(Belonging):
    """Reads an article sentence by sentence."""

    def read(self, index: int) -> None:
        """One sentence: its mentions, then the tolls and claims that belong to them or to the attack told before."""
        line = self.annotated.lines[index]
        line.actors = actors_of(line, self.knowledge)
        arms = find_arms(line, self.text, self.knowledge)
        before = self.arm if index - self.arm_line <= ARM_MEMORY else None
        starts = frozenset(self.resolved[n].expression.start for n in line.times)
        scene = Scene(index, line, find_targets(line, self.annotated, self.knowledge), arms, before, self.countries, starts)
        self.targets = scene.targets
        mentions = read_frames(scene) or self._victims(scene)
        placed = self._place(mentions, line)
        self._add_tolls(index, line, placed)
        self._add_claims(index, line, placed)
        self._move_focus(index, placed)
        named = [m.target for m, _ in placed if m.target and m.target.site_id] or [t for t in scene.targets if t.kind == "site"]
        self.last_site = named[-1] if named else self.last_site
        plain = [a for a in arms if not a.friendly]
        if plain:
            self.arm, self.arm_line = plain[-1], index
            self._name_weapon(plain, placed, index, line)

    def _move_focus(self, index: int, placed: list[tuple[Mention, Event | None]]) -> None:
        events = [e for _, e in placed if e is not None]
        if any(m.status == "friendly" for m, _ in placed):
            self.friendly_line = index
        if events:
            self.story.set_focus(events[-1], index)
        elif any(m.status in ("friendly", "abroad", "other") for m, _ in placed) or self.annotated.lines[index].labelled("elsewhere_targets"):
            self.story.set_focus(None, index)
            self.blocked_line = index

    def _last_resort(self, event: Event, taken: set[int]) -> ResolvedTime | None:
        """The day of the landmark that its words name; for the news of the story the day it was reported, or the days up to publication."""
        for mention in event.mentions:
            line = self.annotated.lines[mention.line]
            for found in landmark_mentions(self.text[line.sentence.start : line.sentence.end], self.knowledge.landmarks):
                landmark = self.landmarks[found.id]
                start, end = line.sentence.start + found.start, line.sentence.start + found.end
                if landmark.attack is not None and start < mention.end and mention.start < end:
                    first, last = bounds(landmark.date)
                    words = TimeExpression(
                        start=start, end=end, text=self.text[start:end], type="landmark", rule="landmark-named", landmark=landmark.id
                    )
                    return ResolvedTime(expression=words, date=landmark.date, first=first, last=last, anchor=f"landmark {landmark.id}")
        if event.first_line > LEAD_LINES:
            return None
        return lead_time(self.annotated, self.resolved, taken, LEAD_LINES) or next(
            (t for t in (said_time(self.annotated.lines[m.line], self.resolved) for m in event.mentions) if t), None
        )

    def _long_before(self, times: Sequence[ResolvedTime | None]) -> bool:
        """Dated well before the attack that the article tells first: recalled, not reported."""
        news = [t.first for t in self.story.times_of(self.story.events[0]) if t.first] if self.story.events else []
        mine = [t.last for t in times if t is not None and t.last]
        return bool(news and mine) and max(mine) < min(news) - RECALLED

    def reports(self) -> list[Report]:
        used = {(m.when.expression.start, m.when.expression.end) for e in self.story.events for m in e.mentions if m.when is not None}
        taken = {n for n, time in enumerate(self.resolved) if (time.expression.start, time.expression.end) in used}
        found = []
        for event in sorted(self.story.events, key=lambda e: (e.first_line, e.number)):
            times = [self.story.time_of(m) for m in event.mentions]
            if not any(t is not None and t.date for t in times):
                for n, mention in enumerate(event.mentions):
                    near = nearby_time(self.annotated, mention.line, self.resolved, taken)
                    if near is not None:
                        times[n] = self.resolved[near]
                        break
                else:
                    times[0] = self._last_resort(event, taken)
            background = event.first_line > LEAD_LINES or self._long_before(times)
            line = self.annotated.lines[event.first_line]
            summary = self.text[line.sentence.start : line.sentence.end]
            found.append(Assembly(self.annotated.article, event, times, self.knowledge).report(summary, background))
        return found
