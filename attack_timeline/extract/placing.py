"""From the mentions of a sentence to the attacks of the story: told again, told anew, or none of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.arms import Arm
from attack_timeline.extract.casualties import read_tolls
from attack_timeline.extract.events import LATELY, Event, days_fit, same_class, weapon_of
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.scene import Scene
from attack_timeline.extract.scope import iraq_told, resolve_anaphor, status_of
from attack_timeline.extract.targets import Target
from attack_timeline.extract.telling import Telling
from attack_timeline.extract.tokens import spanning
from attack_timeline.extract.whereabouts import where_is

OFTEN = frozenset("twice times repeatedly frequently regularly often occasionally sometimes routinely".split())


class Placing(Telling):
    """Puts every mention with the attack that it tells."""

    def _victims(self, scene: Scene) -> list[Mention]:
        """ "A contractor of a US firm was wounded at the base on Feb. 21": an attack told by its victims, the site and the day alone."""
        line = scene.line
        sites = [
            t
            for t in scene.targets
            if t.kind == "site" and t.in_scope and line.words_between(t.i - 1, t.i) and line.tokens[t.i - 1].low in ("at", "in", "near")
        ]
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
            if not arm.attributive and (
                (vague and arm.weapon != "unknown") or (counted and arm.quantity and same_class(arm.weapon, weapon_of(focus.mentions[0])))
            ):
                focus.mentions.append(Mention(index, arm.i, arm.j, "frame.told", arm.start, arm.end, arm=arm))

    def _place(self, mentions: list[Mention], line: Line) -> list[tuple[Mention, Event | None]]:
        """Each mention with its event; None for those that are no attack of ours."""
        placed: list[tuple[Mention, Event | None]] = []
        self._judge(mentions, line)
        for mention in mentions:
            mention.again = mention.again or bool(line.labelled("again"))
            mention.separate = bool({"separately", "separate"} & set(line.lows))
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
            again = self._another_day(mention, line) if event is not None else None
            if again is not None:
                placed.append((again, self.story.add(again)))
        return placed

    def _judge(self, mentions: list[Mention], line: Line) -> None:
        """What each is, before any is placed: a time that stands at the words of a strike by US forces is that strike's."""
        for mention in mentions:
            if mention.target is not None and mention.target.kind == "anaphor":
                mention.target = resolve_anaphor(mention, self.annotated, self.knowledge, self.last_site)
            mention.status = status_of(mention, line, self.annotated, self.knowledge)
            if mention.status == "real" and self._taken_back(mention.line):
                mention.status = "unreal"

    def _another_day(self, mention: Mention, line: Line) -> Mention | None:
        """ "on Friday and again on Sunday": the same told of a second day."""
        if mention.when is None or mention.target is None:
            return None
        first = spanning(line.tokens, mention.when.expression.start, mention.when.expression.end)
        for number in line.times:
            time = self.resolved[number]
            where = spanning(line.tokens, time.expression.start, time.expression.end)
            if first is None or where is None or time.first is None or time.first == mention.when.first or where[0] < first[1]:
                continue
            between = line.words_between(first[1], where[0])
            if "again" in between and set(between) <= {"and", "again", "on", "then", ",", "once"}:
                arm = replace(mention.arm, quantity=None) if mention.arm else None
                return replace(mention, when=time, arm=arm, start=line.tokens[where[0]].start, end=line.tokens[where[1] - 1].end)
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
        words = line.words_between(max(0, mention.i - 12), mention.j + 6)
        compared = " more than any " in f" {' '.join(words)} "  # "hit more than any other site since October"
        if compared or (set(words) & OFTEN and self._vague_time(mention)):
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
        if (
            focus is not None
            and mention.arm
            and not mention.arm.attributive
            and not self.story.fits(mention, focus)
            and mention.when
            and mention.when.first == mention.when.last
            and mention.line - self.story.focus_line <= 2
        ):
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
        if (
            focus is None
            or not mention.definite
            or mention.target is not None
            or weapon_of(focus.mentions[0]) == "mob"
            or self.friendly_line >= focus.first_line
        ):
            return None
        mention.when = None
        focus.mentions.append(mention)
        return focus

    def _told_before(self, mention: Mention) -> Event | None:
        """ "Iran's missile strikes", "the attacks on the bases": an operation told before, by its doer or as known."""
        state = mention.actor is not None and self.knowledge.groups[mention.actor].kind == "state"
        if (
            not (state or mention.definite)
            or mention.rule != "frame.nominal"
            or (not state and mention.when is None and mention.line - self.blocked_line <= 3)
        ):
            return None
        here = [
            e for e in self.story.events[-LATELY:] if self.story.fits(mention, e) and (not state or any(m.actor == mention.actor for m in e.mentions))
        ]
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
