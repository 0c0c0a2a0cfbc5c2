"""From an annotated article with resolved times to its reports and tallies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attack_timeline.extract.actors import actors_of
from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.arms import Arm, find_arms
from attack_timeline.extract.assemble import Assembly
from attack_timeline.extract.casualties import Toll, read_tolls
from attack_timeline.extract.claims import read_claims
from attack_timeline.extract.events import EVENT_WORDS, Event, Story, days_fit, same_class, weapon_of
from attack_timeline.extract.frames import Scene, read_frames
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.scope import iraq_told, resolve_anaphor, status_of
from attack_timeline.extract.tallies import read_tallies
from attack_timeline.extract.targets import Target, find_targets, where_is
from attack_timeline.extract.timing import NOT_DATES, lead_time, nearby_time, opens_clause, said_time, shifted_time, time_for
from attack_timeline.extract.tokens import spanning
from attack_timeline.knowledge import Knowledge
from attack_timeline.knowledge.landmarks import landmark_mentions
from attack_timeline.model import Report, ResolvedTime, Tally, TimeExpression

ONE_DAY = timedelta(days=1)
ARM_MEMORY = 3  # sentences over which a bare number may mean the weapon told before
LEAD_LINES = 4
AIR_WORDS = frozenset("airstrike airstrikes air raid raids".split())
LINKS = frozenset(", in a an the by during when as on late early".split())
OFTEN = frozenset("twice times repeatedly frequently regularly often occasionally sometimes routinely".split())


def read_reports(annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> tuple[list[Report], list[Tally]]:
    """One report for each attack that the article tells, in the order of the text, and its tallies."""
    reader = _Reader(annotated, resolved, knowledge)
    for index in range(len(annotated.lines)):
        reader.read(index)
    return reader.reports(), read_tallies(annotated, resolved, knowledge)


def _gap(mention: Mention, toll: Toll, line: Line) -> int:
    """Characters between a mention and a toll; one told right before its attack ("killed in a rocket attack") is nearest."""
    if mention.i >= toll.j and set(line.words_between(toll.j, mention.arm.i if mention.arm and mention.arm.i < mention.i else mention.i)) <= LINKS:
        return 0
    return max(toll.start - mention.end, mention.start - toll.end, 0)


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a landmark's date: a day, or a range of days."""
    first, _, last = edtf.rstrip("?~%").partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


class _Reader:
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

    def read(self, index: int) -> None:
        """One sentence: its mentions, then the tolls and claims that belong to them or to the attack told before."""
        line = self.annotated.lines[index]
        line.actors = actors_of(line, self.knowledge)
        arms = find_arms(line, self.text, self.knowledge)
        before = self.arm if index - self.arm_line <= ARM_MEMORY else None
        scene = Scene(index, line, find_targets(line, self.annotated, self.knowledge), arms, before, self.countries)
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

    def _victims(self, scene: Scene) -> list[Mention]:
        """ "A contractor of a US firm was wounded at the base on Feb. 21": an attack told by its victims, the site and the day alone."""
        line = scene.line
        sites = [t for t in scene.targets if t.kind == "site" and t.in_scope and line.words_between(t.i - 1, t.i) and line.tokens[t.i - 1].low in ("at", "in", "near")]
        tolls = [t for t in read_tolls(line) if t.low and not t.attackers and t.rule.endswith("passive")]
        days = [n for n in line.times if self.resolved[n].first and self.resolved[n].first == self.resolved[n].last]
        if not (sites and tolls and days and line.labelled("us_words")) or line.labelled("enemy_dead", "elsewhere_targets"):
            return []
        toll, site = tolls[0], sites[0]
        if site.i < toll.j or site.i - toll.j > 3:
            return []
        return [Mention(scene.index, toll.j - 1, toll.j, "frame.victims", toll.start, site.end, target=site)]

    def _name_weapon(self, arms: list[Arm], placed: list[tuple[Mention, Event | None]], index: int, line: Line) -> None:
        """ "The army called them Katyushas", "there were at least four rockets": the weapon of the attack in focus, told apart from it."""
        focus = self.story.focus_for(index, line)
        if placed or focus is None or not focus.mentions:
            return
        counted = {"there", "counted", "said", "fired", "launched"} & set(line.lows)
        vague = all(weapon_of(m) in ("unknown", "missile") for m in focus.mentions)
        for arm in arms:
            if not arm.attributive and ((vague and arm.weapon != "unknown") or (counted and arm.quantity and same_class(arm.weapon, weapon_of(focus.mentions[0])))):
                focus.mentions.append(Mention(index, arm.i, arm.j, "frame.told", arm.start, arm.end, arm=arm))

    def _place(self, mentions: list[Mention], line: Line) -> list[tuple[Mention, Event | None]]:
        """Each mention with its event; None for those that are no attack of ours."""
        placed: list[tuple[Mention, Event | None]] = []
        for mention in mentions:
            if mention.target is not None and mention.target.kind == "anaphor":
                mention.target = resolve_anaphor(mention, self.annotated, self.knowledge, self.last_site)
            mention.status = status_of(mention, line, self.annotated, self.knowledge)
            if mention.status == "real" and self._taken_back(mention.line):
                mention.status = "unreal"
            mention.again = bool(line.labelled("again"))
            if mention.status == "real" and mention.rule != "frame.told":
                mention.when = self._together(mention, mentions) or self._when(mention, line, mentions)
                if self._series(mention):
                    mention.status = "series"
                    if mention.definite and self.story.events and mention.plural:  # "the attacks on the bases": those told before
                        mention.status, mention.target = "real", None
                if self._to_come(mention):
                    mention.status = "unreal"
            event: Event | None = None
            if mention.status == "real" and mention.air:
                event = self._taken_up(mention, line)
                mention.status = "real" if event else "friendly"
            elif mention.status == "real" and mention.target is not None:
                event = self.story.add(mention)
            elif mention.status == "real":
                event = self._continue(mention, line)
            placed.append((mention, event))
        return placed

    def _together(self, mention: Mention, mentions: list[Mention]) -> ResolvedTime | None:
        """The time of the sites told in the same breath."""
        return next((m.when for m in mentions if m.together is not None and m.together == mention.together and m.when), None)

    def _when(self, mention: Mention, line: Line, others: list[Mention]) -> ResolvedTime | None:
        """The time that dates the mention: the landmark that its words name, one counted back from another event, or one of its own clause."""
        named = self._landmark(mention, line)
        if named is not None:
            return named
        opening = next((spanning(line.tokens, t.expression.start, t.expression.end) for t in (self.resolved[n] for n in line.times) if opens_clause(t, line)), None)
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
            if landmark is not None and landmark.attack is not None and expression.start <= mention.start and line.tokens[mention.i].end <= expression.end:
                first, last = bounds(landmark.date)
                return ResolvedTime(expression=expression, date=landmark.date, first=first, last=last, anchor=f"landmark {landmark.id}")
        return None

    def _now(self, line: Line, mention: Mention, subject: int) -> tuple[date, date] | None:
        """The days from which "two days after" counts: of the attack that "the attack came" speaks of, else of what was said last."""
        if not set(line.words_between(0, subject)) & (EVENT_WORDS | {"it"}):
            said = [t for n in range(mention.line) for t in (self.resolved[i] for i in self.annotated.lines[n].times) if t.expression.type == "weekday" and t.first and t.first == t.last]
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

    def _series(self, mention: Mention) -> bool:
        """Sites or people in the plural, with no number and no day: attacks in general, no single one; a state's strike is one operation."""
        target = mention.target
        line = self.annotated.lines[mention.line]
        counted = mention.arm is not None and mention.arm.quantity is not None and not mention.arm.quantity.vague
        if mention.line - self.series_line == 1 and mention.when is None:
            return True  # behind a count of attacks: "In particular, rockets were launched at ..."
        if counted or (mention.rule in ("frame.nominal", "frame.mob-noun") and not mention.plural):
            return False
        if set(line.words_between(max(0, mention.i - 12), mention.j + 6)) & OFTEN and self._vague_time(mention):
            return True
        if target is None or not target.plural or target.count > 1 or target.kind == "site":
            return False
        if mention.actor and self.knowledge.groups[mention.actor].kind == "state":
            return False
        return self._vague_time(mention)

    def _taken_back(self, index: int) -> bool:
        """ "Neither was true": the next sentence calls what was told false."""
        following = self.annotated.lines[index + 1 : index + 2]
        return any(set(line.words_between(0, 8)) & {"true", "untrue", "false", "hoax"} and line.labelled("unreal") for line in following)

    def _to_come(self, mention: Mention) -> bool:
        """Dated behind the article's publication: it has not happened."""
        published = self.annotated.article.published
        first = mention.when.first if mention.when else None
        return bool(published and len(published) == 10 and first and first > date.fromisoformat(published))

    def _vague_time(self, mention: Mention) -> bool:
        time = mention.when
        return time is None or time.first is None or time.last is None or (time.last - time.first).days > 2

    def _continue(self, mention: Mention, line: Line) -> Event | None:
        """A mention without a site adds to the attack in focus, opens another there on a day of its own, or one where Americans were its victims."""
        focus = self.story.focus_for(mention.line, line)
        told = self._told_before(mention)
        if told is not None:
            mention.when = None  # "the attack" is dated by what was told of it before
            told.mentions.append(mention)
            return told
        named = [t for t in self.targets if t.kind == "site" and t.in_scope and not t.bare]
        if len(named) == 1 and mention.arm and not mention.arm.attributive and mention.when and mention.rule == "frame.landed":
            mention.target = named[0]
            return self.story.add(mention)
        if focus is not None and mention.arm and not mention.arm.attributive and not self.story.fits(mention, focus) and mention.when and mention.when.first == mention.when.last and mention.line - self.story.focus_line <= 2:
            mention.target = focus.targets[0] if focus.targets else None
            return self.story.add(mention)
        if focus is not None and self.story.fits(mention, focus):
            for event in self._operation(focus) if mention.arm and mention.arm.quantity is None else [focus]:
                event.mentions.append(mention)
            return focus
        if not (mention.arm and mention.arm.friendly) and not mention.plural and self._hit_americans(mention, line):
            mention.target = self._scene_of(mention, line)
            return self.story.add(mention) if mention.target else None
        return None

    def _taken_up(self, mention: Mention, line: Line) -> Event | None:
        """ "No one was hurt in the strikes": those that the sentences before told."""
        focus = self.story.focus_for(mention.line, line)
        if focus is None or not mention.definite or mention.target is not None or weapon_of(focus.mentions[0]) == "mob" or self.friendly_line >= focus.first_line:
            return None
        mention.when = None
        focus.mentions.append(mention)
        return focus

    def _state(self, mention: Mention) -> bool:
        return mention.actor is not None and self.knowledge.groups[mention.actor].kind == "state"

    def _told_before(self, mention: Mention) -> Event | None:
        """ "Iran's missile strikes", "the attacks on the bases": an operation told before, by its doer or as known."""
        state = mention.actor is not None and self.knowledge.groups[mention.actor].kind == "state"
        if not (state or mention.definite) or mention.rule != "frame.nominal" or (not state and mention.when is None and mention.line - self.blocked_line <= 3):
            return None
        here = [e for e in self.story.events if self.story.fits(mention, e) and (not state or any(m.actor == mention.actor for m in e.mentions))]
        if mention.when is not None:
            here = [e for e in here if any(days_fit(mention.when, t) for t in self.story.times_of(e))]
        meant = self.story.meant(mention.line, self.annotated.lines[mention.line])
        focus = self.story.focus_for(mention.line, self.annotated.lines[mention.line])
        return next((e for e in (focus, meant) if e is not None and e in here), here[0] if here else None)

    def _scene_of(self, mention: Mention, line: Line) -> Target | None:
        """Where an attack on Americans was told to be, when no site is: the words of the attack, with the governorate that they name."""
        admin1, region, in_iraq = where_is(line, mention.i, mention.j + 10, self.knowledge)
        if in_iraq is False or not (in_iraq or iraq_told(mention.line, self.annotated, self.knowledge)):
            return None
        return Target("people", mention.i, mention.j, mention.start, mention.end, us=True, iraqi=True, admin1=admin1, region=region)

    def _hit_americans(self, mention: Mention, line: Line) -> bool:
        tolls = [t for t in read_tolls(line) if t.low and not t.attackers and t.i >= mention.i]
        return any(t.i <= item.i <= t.j for t in tolls for item in line.labelled("us_words"))

    def _add_tolls(self, index: int, line: Line, placed: list[tuple[Mention, Event | None]]) -> None:
        if any(m.status == "series" and (m.plural or m.rule != "frame.nominal") for m, _ in placed):
            self.series_line = index
        tolls = read_tolls(line)
        if not tolls or self._over_a_period(index, line, placed):
            return
        tolls = [t for t in tolls if t.low or not line.labelled("attackers")]
        events = [(m, e) for m, e in placed if m.status not in ("unreal", "series") and not (e is None and m.status == "real" and m.target is None and m.arm is None and m.when is None and not self._state(m))]
        if not events and any(m.status == "series" for m, _ in placed):
            return
        owners: list[Event] = []
        for n, toll in reversed(list(enumerate(tolls))):
            if not (n + 1 < len(tolls) and owners and "and" in line.words_between(toll.j, tolls[n + 1].i) and tolls[n + 1].i - toll.j <= 4):
                owners = self._owners(index, line, toll, events)
            for event in owners:
                event.tolls.append((index, toll))

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
        return bool(dead) or air or bool(line.labelled("elsewhere_targets")) or any(not self.knowledge.sites[i.value.id].in_scope for i in line.labelled("site"))

    def _another_place(self, line: Line, focus: Event) -> bool:
        """ "Elsewhere, a car bomb killed eight in a village near another city"."""
        site = self.knowledge.sites.get(focus.site or "")
        cities = [self.knowledge.places[p.value.id] for p in line.labelled("place")]
        away = site is not None and any(c.kind in ("city", "district") and c.admin1 and c.admin1 != site.admin1 for c in cities) and not any(c.admin1 == site.admin1 for c in cities)
        arms = [a for a in find_arms(line, self.text, self.knowledge) if not a.friendly]
        other = bool(arms) and not any(same_class(a.weapon, weapon_of(m)) for a in arms for m in focus.mentions)
        return other or (away and bool(arms or line.times)) or bool({"elsewhere", "separately"} & set(line.lows[:2]))

    def _operation(self, event: Event, plural: bool = False) -> list[Event]:
        """The attack and those told in one breath with it, or done by the same state on the same days: "no one was hurt" is said of all."""
        def states(one: Event) -> set[str]:
            return {m.actor for m in one.mentions if m.actor and self.knowledge.groups[m.actor].kind == "state"}

        together = {m.together for m in event.mentions if m.together is not None}
        days = self._same_days(event)
        return [e for e in self.story.events if e is event or together & {m.together for m in e.mentions} or (any(e is d for d in days) and (plural or states(e) & states(event)))]

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
        blocked = [m for m, e in placed if e is None and (m.status in ("friendly", "abroad", "other") or (m.status == "real" and not m.definite and m.rule == "frame.nominal" and not m.headline))]
        for fact in facts:
            events: list[Event] = own[-1:] if own else []
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

    def _latest(self, index: int) -> Event | None:
        """The attack told last, where that is not long ago and nothing else was told since."""
        told = [e for e in self.story.events if index - e.last_line <= 8]
        return max(told, key=lambda e: e.last_line) if told and self.blocked_line <= max(e.last_line for e in told) else None

    def _same_days(self, event: Event) -> list[Event]:
        """The attacks told within a day of this one: "either attack", "both", "the weekend's attacks"."""
        here = [t for t in self.story.times_of(event) if t.first and t.last]
        near = [e for e in self.story.events if any(t.first and t.last and t.first <= h.last + ONE_DAY and h.first <= t.last + ONE_DAY for t in self.story.times_of(e) for h in here if h.first and h.last)]
        return near or [event]

    def _of_another_day(self, line: Line, event: Event) -> bool:
        """The sentence has a day of its own, and it is not the attack's nor one soon after."""
        days = [t for t in (self.resolved[n] for n in line.times) if t.first and t.first == t.last and t.expression.type in ("weekday", "absolute", "elliptic", "deictic")]
        mine = [t.first for t in self.story.times_of(event) if t.first]
        return bool(days and mine) and all(t.first < min(mine) for t in days if t.first)

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
                    words = TimeExpression(start=start, end=end, text=self.text[start:end], type="landmark", rule="landmark-named", landmark=landmark.id)
                    return ResolvedTime(expression=words, date=landmark.date, first=first, last=last, anchor=f"landmark {landmark.id}")
        if event.first_line > LEAD_LINES:
            return None
        return lead_time(self.annotated, self.resolved, taken, LEAD_LINES) or next(
            (t for t in (said_time(self.annotated.lines[m.line], self.resolved) for m in event.mentions) if t), None)

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
            background = event.first_line > LEAD_LINES
            line = self.annotated.lines[event.first_line]
            summary = self.text[line.sentence.start : line.sentence.end]
            found.append(Assembly(self.annotated.article, event, times, self.knowledge).report(summary, background))
        return found
