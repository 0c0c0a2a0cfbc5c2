"""Whose toll, whose claim: what the sentences around an attack add to it."""

from __future__ import annotations

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.arms import find_arms
from attack_timeline.extract.casualties import Toll, read_tolls
from attack_timeline.extract.claims import read_claims
from attack_timeline.extract.events import LATELY, Event, same_class, weapon_of
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.placing import Placing
from attack_timeline.extract.timing import NOT_DATES

AIR_WORDS = frozenset("airstrike airstrikes air raid raids".split())
LINKS = frozenset(", in a an the by during when as on late early".split())
LEAD_LINES = 4


def _gap(mention: Mention, toll: Toll, line: Line) -> int:
    """Characters between a mention and a toll; one told right before its attack ("killed in a rocket attack") is nearest."""
    if mention.i >= toll.j and set(line.words_between(toll.j, mention.arm.i if mention.arm and mention.arm.i < mention.i else mention.i)) <= LINKS:
        return 0
    return max(toll.start - mention.end, mention.start - toll.end, 0)


class Belonging(Placing):
    """Gives tolls, claims and blame to the attacks that they are told of."""

    def _add_tolls(self, index: int, line: Line, placed: list[tuple[Mention, Event | None]]) -> None:
        if any(m.status == "series" and (m.plural or m.rule != "frame.nominal") for m, _ in placed):
            self.series_line = index
        tolls = read_tolls(line)
        if not tolls or self._over_a_period(index, line, placed):
            return
        tolls = [t for t in tolls if t.low or not line.labelled("attackers")]
        events = [
            (m, e)
            for m, e in placed
            if m.status not in ("unreal", "series")
            and not (e is None and m.status == "real" and m.target is None and m.arm is None and m.when is None and not self._state(m))
        ]
        if not events and any(m.status == "series" for m, _ in placed):
            return
        owners: list[Event] = []
        for n, toll in reversed(list(enumerate(tolls))):
            if not (n + 1 < len(tolls) and owners and "and" in line.words_between(toll.j, tolls[n + 1].i) and tolls[n + 1].i - toll.j <= 4):
                owners = self._owners(index, line, toll, events)
            for event in owners:
                (event.boasts if toll.low and self._boast(line, event) else event.tolls).append((index, toll))

    def _boast(self, line: Line, event: Event) -> bool:
        """ "State television of the country that fired said that 80 were killed"."""
        doers = {m.actor for m in event.mentions if m.actor and self.knowledge.groups[m.actor].kind == "state"}
        speaks = any(a.group in doers for a in line.actors)
        return speaks and bool({"said", "claimed", "says", "claims", "reported", "asserted"} & set(line.lows)) and not line.labelled("us_words")

    def _over_a_period(self, index: int, line: Line, placed: list[tuple[Mention, Event | None]]) -> bool:
        """The toll of many attacks: "since 2019", or "in the attacks" right behind a count of them."""
        if any(e is not None and m.target is not None for m, e in placed):
            return False
        return "since" in line.lows or ("attacks" in line.lows and index - self.series_line <= 2)

    def _owners(self, index: int, line: Line, toll: Toll, events: list[tuple[Mention, Event | None]]) -> list[Event]:
        """The event whose toll it is: of the same sentence, nearest before, then after; else the attack in focus."""
        if events:
            shared = [e for m, e in events if e is not None and m.together is not None]
            mention, event = min(events, key=lambda pair: _gap(pair[0], toll, line))
            if event is None:
                return []
            if mention.together is not None and shared:
                return list({id(e): e for e in shared}.values())
            return self._operation(event, mention.plural) if toll.low == 0 else [event]
        if self._elsewhere(line) or (toll.low and line.labelled("other_violence")):
            return []
        focus = self.story.focus_for(index, line)
        if focus is None and toll.low == 0 and not line.labelled("attackers"):
            focus = self.story.meant(index, line) or self._only_story()
        if focus is None or self._earlier_day(line, focus):
            return []
        if set(line.lows) & {"either", "both"} and len(self.story.events) > 1:
            return self._same_days(focus)
        return self._operation(focus) if toll.low == 0 else [focus]

    def _elsewhere(self, line: Line) -> bool:
        """The sentence tells of something else: the other side's dead, ships and airliners, air strikes, sites abroad, another place or weapon."""
        focus = self.story.focus
        if focus is not None and self._another_place(line, focus):
            return True
        named = [g for g in line.labelled("group") if not self.knowledge.groups[g.value.id].friendly]
        dead = [e for e in line.labelled("enemy_dead") if not any(g.i <= e.i < g.j for g in named)]
        air = any(line.tokens[a.i].low in AIR_WORDS for a in line.labelled("air_nouns"))
        return (
            bool(dead)
            or air
            or bool(line.labelled("elsewhere_targets"))
            or any(not self.knowledge.sites[i.value.id].in_scope for i in line.labelled("site"))
        )

    def _another_place(self, line: Line, focus: Event) -> bool:
        """ "Elsewhere, a car bomb killed eight in a village near another city"."""
        site = self.knowledge.sites.get(focus.site or "")
        cities = [self.knowledge.places[p.value.id] for p in line.labelled("place")]
        away = (
            site is not None
            and any(c.kind in ("city", "district") and c.admin1 and c.admin1 != site.admin1 for c in cities)
            and not any(c.admin1 == site.admin1 for c in cities)
        )
        arms = [a for a in find_arms(line, self.text, self.knowledge) if not a.friendly]
        other = bool(arms) and not any(same_class(a.weapon, weapon_of(m)) for a in arms for m in focus.mentions)
        return other or (away and bool(arms or line.times)) or bool({"elsewhere", "separately"} & set(line.lows[:2]))

    def _earlier_day(self, line: Line, event: Event) -> bool:
        """The sentence's own times all lie before the attack: it recalls something else."""
        mine = [t.first for t in self.story.times_of(event) if t.first]
        theirs = [t for t in (self.resolved[n] for n in line.times) if t.last and t.expression.type not in NOT_DATES]
        return bool(mine and theirs) and all(t.last < min(mine) for t in theirs if t.last)

    def _only_story(self) -> Event | None:
        """The first attack, where all that the article has told so far are attacks of its days."""
        events = self.story.events
        return events[0] if events and len(self._same_days(events[0])) >= len(events) else None

    def _add_claims(self, index: int, line: Line, placed: list[tuple[Mention, Event | None]]) -> None:
        facts = read_claims(line, self.text, self.knowledge)
        if not facts:
            return
        own = [e for m, e in placed if e is not None]
        blocked = [
            m
            for m, e in placed
            if e is None
            and (
                m.status in ("friendly", "abroad", "other")
                or (m.status == "real" and not m.definite and m.rule == "frame.nominal" and not m.headline)
            )
        ]
        for fact in facts:
            events: list[Event] = self._same_breath(own) if fact.kind == "claimed" else own[-1:]
            if not own and not blocked and not line.labelled("elsewhere_targets"):
                focus = self.story.meant(index, line) or self.story.focus_for(index, line)
                if focus is None and fact.kind == "unclaimed":
                    focus = self._latest(index)
                events = [focus] if focus else []
                if focus and set(line.lows) & {"either", "both", "attacks", "weekend", "them", "strikes", "all", "any", "operations", "three"}:
                    events = self._same_days(focus)
                if focus and self._of_another_day(line, focus):
                    events = []
            for event in events:
                event.claims.append((index, fact))

    def _same_breath(self, own: list[Event]) -> list[Event]:
        """The last attack of the sentence, with those that it tells of the same days: who owns one there owns all."""
        days = self._same_days(own[-1]) if own else []
        return list({id(e): e for e in own if any(e is d for d in days)}.values())

    def _latest(self, index: int) -> Event | None:
        """The attack told last, where that is not long ago and nothing else was told since."""
        told = [e for e in self.story.events[-LATELY:] if index - e.last_line <= 8]
        return max(told, key=lambda e: e.last_line) if told and self.blocked_line <= max(e.last_line for e in told) else None

    def _of_another_day(self, line: Line, event: Event) -> bool:
        """The sentence has a day of its own, and it is not the attack's nor one soon after."""
        days = [
            t
            for t in (self.resolved[n] for n in line.times)
            if t.first and t.first == t.last and t.expression.type in ("weekday", "absolute", "elliptic", "deictic")
        ]
        mine = [t.first for t in self.story.times_of(event) if t.first]
        return bool(days and mine) and all(t.first < min(mine) for t in days if t.first)
