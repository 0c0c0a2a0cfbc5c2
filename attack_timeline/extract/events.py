"""Discourse: which mentions tell one attack, and which attack a later sentence adds to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.casualties import Toll
from attack_timeline.extract.claims import ClaimFact
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.targets import Target
from attack_timeline.knowledge import Knowledge
from attack_timeline.model import ResolvedTime

FIRE = frozenset({"rocket", "mortar", "missile", "ballistic-missile", "cruise-missile"})
HEARD = 12  # mentions of an attack that a further one is compared with: what it is has been told by then
LATELY = 40  # attacks told last among which a further mention looks for its own
MOB_DAYS = 2  # a siege goes on over nights: its start, its days and its end are one incident
SALIENCE = 8  # sentences back over which a place last named says which attack is meant
EVENT_WORDS = frozenset(
    "attack strike assault barrage shelling rockets missiles bombardment bombing blast explosion attacks strikes salvo volley "
    "siege storming operation responsible behind".split()
)


@dataclass(slots=True)
class Event:
    """One attack as the article tells it: its mentions, tolls and claims; `lines` are those that add to it."""

    mentions: list[Mention]
    tolls: list[tuple[int, Toll]] = field(default_factory=list)
    boasts: list[tuple[int, Toll]] = field(default_factory=list)  # what its doer says of the dead
    claims: list[tuple[int, ClaimFact]] = field(default_factory=list)
    number: int = 0

    @property
    def site(self) -> str | None:
        """The most specific site named by its mentions, the first of equals."""
        named = [m.target.site_id for m in self.mentions if m.target and m.target.site_id]
        return named[0] if named else None

    @property
    def targets(self) -> list[Target]:
        return [m.target for m in self.mentions if m.target]

    @property
    def first_line(self) -> int:
        return min(m.line for m in self.mentions)

    @property
    def last_line(self) -> int:
        return max(m.line for m in self.mentions)


def weapon_of(mention: Mention) -> str:
    """Weapon class of a mention; a crowd's attack is by "mob"."""
    if mention.target is not None and mention.target.kind == "convoy" and (mention.arm is None or mention.arm.weapon == "unknown") and mention.blast:
        return "ied"
    if mention.shots and mention.arm is None:
        return "small-arms"
    if mention.crowd and (mention.arm is None or mention.rule.startswith("frame.mob")):
        return "mob"
    return mention.arm.weapon if mention.arm else "unknown"


def same_class(a: str, b: str) -> bool:
    """Classes that may be two words for one weapon (agencies translate "rocket" as "missile")."""
    if a == b:
        return True
    if "unknown" in (a, b):
        return True
    return a in FIRE and b in FIRE


def site_fits(a: Target | None, b: Target | None, knowledge: Knowledge) -> bool:
    """One site, one within the other, or a description that may be the other."""
    if a is None or b is None:
        return True
    if a.site_id and b.site_id:
        return same_site(a.site_id, b.site_id, knowledge)
    if "convoy" in (a.kind, b.kind):
        return a.kind == b.kind
    mission = {"mission"}
    if a.admin1 and b.admin1 and a.admin1 != b.admin1:
        return False
    if a.region and b.region and a.region != b.region and not (a.site_id or b.site_id):
        return False
    if {a.kind, b.kind} & {"people", "anaphor", "facility", "place"} or a.count > 1 or b.count > 1:
        return True
    kinds = {knowledge.sites[t.site_id].kind if t.site_id else t.kind for t in (a, b)}
    return not (kinds & {"embassy", "consulate", "mission", "zone"} and "base" in kinds and not mission & kinds)


def same_site(a: str, b: str, knowledge: Knowledge) -> bool:
    if a == b:
        return True
    return a in _around(b, knowledge) or b in _around(a, knowledge) or bool(set(_around(a, knowledge)) & set(_around(b, knowledge)))


def _around(site: str, knowledge: Knowledge) -> set[str]:
    within = knowledge.sites[site].within
    return {within} if within else set()


def days_fit(a: ResolvedTime | None, b: ResolvedTime | None, slack: int = 0) -> bool | None:
    """Whether two times can be one day, give or take `slack` days; None where one of them says nothing."""
    if a is None or b is None or a.first is None or b.first is None or a.last is None or b.last is None:
        if a is not None and b is not None and a.date is None and b.date is None:
            return a.expression.text.casefold() == b.expression.text.casefold() or None
        return None
    apart = timedelta(days=slack)
    return a.first <= b.last + apart and b.first <= a.last + apart


class Story:
    """The events of one article, built sentence by sentence."""

    def __init__(self, annotated: Annotated, resolved: Sequence[ResolvedTime], knowledge: Knowledge) -> None:
        self.annotated = annotated
        self.resolved = resolved
        self.knowledge = knowledge
        self.events: list[Event] = []
        self.focus: Event | None = None
        self.focus_line = -99

    def time_of(self, mention: Mention) -> ResolvedTime | None:
        return mention.when

    def times_of(self, event: Event) -> list[ResolvedTime]:
        return [t for t in map(self.time_of, event.mentions[:HEARD]) if t is not None]

    def add(self, mention: Mention) -> Event:
        """Put a mention with the event that it tells again, or open a new one."""
        self._inherit(mention)
        options = [e for e in self.events[-LATELY:] if self.fits(mention, e)]
        chosen = self._best(mention, options) or self._meant_by(mention)
        if chosen is None:
            chosen = Event([], number=len(self.events))
            self.events.append(chosen)
        chosen.mentions.append(mention)
        return chosen

    def _meant_by(self, mention: Mention) -> Event | None:
        """ "the two bases", "the attacks": sites told before without a name of their own open no new event."""
        if mention.when is not None or mention.target is None or mention.target.site_id or not (mention.definite or mention.target.definite):
            return None
        near = [e for e in self.events if all(same_class(weapon_of(mention), weapon_of(m)) for m in e.mentions)]
        return near[-1] if near else None

    def _inherit(self, mention: Mention) -> None:
        """Sites named right behind a strike on "bases" are that strike's: they take its time and its doer."""
        event = self.focus
        if (
            mention.when is not None
            or event is None
            or mention.target is None
            or mention.target.site_id is None
            or mention.line - self.focus_line > 3
        ):
            return
        general = [m for m in event.mentions if m.target and m.target.plural and m.target.site_id is None]
        if general and same_class(weapon_of(mention), weapon_of(general[0])):
            mention.when = general[0].when
            mention.actor = mention.actor or general[0].actor

    def _best(self, mention: Mention, options: list[Event]) -> Event | None:
        if not options:
            return None
        ranked = sorted(options, key=lambda e: (-self._closeness(mention, e), -e.last_line))
        return ranked[0]

    def _closeness(self, mention: Mention, event: Event) -> int:
        time = self.time_of(mention)
        dated = any(days_fit(time, t) for t in self.times_of(event))
        named = bool(mention.target and mention.target.site_id and event.site and same_site(mention.target.site_id, event.site, self.knowledge))
        adjacent = 2 * (event is self.focus and time is None)
        return (
            adjacent + 4 * dated + 3 * named + (weapon_of(mention) in {weapon_of(m) for m in event.mentions}) + (mention.line - event.last_line <= 2)
        )

    def fits(self, mention: Mention, event: Event) -> bool:
        if mention.wave > 1 and any(m.wave != mention.wave for m in event.mentions[:HEARD]):
            return False
        if mention.together is not None and any(m.together == mention.together for m in event.mentions[:HEARD]):
            return False
        if not all(same_class(weapon_of(mention), weapon_of(m)) for m in event.mentions[:HEARD]):
            return False
        if any(weapon_of(x) == "mob" for x in (mention, *event.mentions[:HEARD])) and not self._mob_fits(mention, event):
            return False
        if mention.actor and any(m.actor and m.actor != mention.actor and self._state(m.actor, mention.actor) for m in event.mentions[:HEARD]):
            return False
        if not all(site_fits(mention.target, t, self.knowledge) for t in event.targets[:HEARD]):
            return False
        return self._time_fits(mention, event)

    def _state(self, *groups: str) -> bool:
        """A state's own strike is not a militia's."""
        return any(g in self.knowledge.groups and self.knowledge.groups[g].kind == "state" for g in groups)

    def _mob_fits(self, mention: Mention, event: Event) -> bool:
        weapons = {weapon_of(m) for m in (mention, *event.mentions[:HEARD])}
        if weapons == {"mob"}:
            return True
        missions = [t for t in [mention.target, *event.targets[:HEARD]] if t]
        return (
            "unknown" in weapons
            and len(weapons) == 2
            and all(t.kind == "anaphor" or (t.site_id and self.knowledge.sites[t.site_id].kind in ("embassy", "consulate", "zone")) for t in missions)
        )

    def _time_fits(self, mention: Mention, event: Event) -> bool:
        time = self.time_of(mention)
        mob = any(weapon_of(m) == "mob" for m in (mention, *event.mentions[:HEARD]))
        fits = [days_fit(time, t, MOB_DAYS if mob else self._night(mention, time, t)) for t in self.times_of(event)]
        if any(f is False for f in fits):
            return False
        if any(fits):
            return True
        named = bool(mention.target and mention.target.site_id and event.site and same_site(mention.target.site_id, event.site, self.knowledge))
        near = mention.line - event.last_line <= 3
        if time is None and mention.target is not None and mention.target.site_id and not event.site and not mention.headline:
            # a site named with no time joins an attack on no named site only in the lead, or as what was just spoken of
            if (
                event.first_line > 4
                and not mention.definite
                and not (near and event is self.focus and event.targets and event.targets[0].kind != "people")
            ):
                return False
        if time is None:
            return not mention.again or (named is False and near)
        # a dated mention joins an undated event only as the body of its headline or the next words about the same site
        undated_ok = any(m.headline for m in event.mentions[:HEARD]) or event.first_line <= 3 or near
        return undated_ok and (
            named
            or mention.definite
            or any(m.headline for m in event.mentions[:HEARD])
            or not event.site
            or not (mention.target and mention.target.site_id)
        )

    def meant(self, index: int, line: Line) -> Event | None:
        """The event that "the attack" or "the drones" stands for: at the place last spoken of, else the first of the story."""
        weapons = {self.knowledge.weapons_by_id[w.value.id].weapon_class for w in line.labelled("weapon")}
        if not self.events or not (set(line.lows) & EVENT_WORDS or weapons):
            return None
        named: Counter[int] = Counter()
        for back in range(index, max(-1, index - SALIENCE), -1):
            for item in reversed(self.annotated.lines[back].labelled("site", "place")):
                here = [e for e in self.events if self._at(e, item.label, item.value.id)]
                if here:
                    named[here[0].number] += 1  # of equals the one last named was counted first
        return self.events[named.most_common(1)[0][0]] if named else self.events[0]

    def _at(self, event: Event, label: str, place: str) -> bool:
        if event.site is None:
            return False
        site = self.knowledge.sites[event.site]
        if label == "site":
            return same_site(place, event.site, self.knowledge)
        name = self.knowledge.places[place].name
        return self.knowledge.places[place].kind in ("city", "governorate", "district") and (name in site.around or name in (site.admin1, site.name))

    def _night(self, mention: Mention, a: ResolvedTime | None, b: ResolvedTime) -> int:
        """ "Tuesday night" told abroad and "early Wednesday" told there are one night, for a site that is not named."""
        if a is None or (mention.target is not None and mention.target.site_id):
            return 0
        words = f"{a.expression.text} {b.expression.text}".casefold()
        return int(any(word in words for word in ("night", "late", "evening")))

    def set_focus(self, event: Event | None, line: int) -> None:
        self.focus, self.focus_line = event, line

    def focus_for(self, index: int, line: Line) -> Event | None:
        """The event that a sentence without an event of its own adds to; None where the story has moved on."""
        if self.focus is None:
            return None
        here = self.annotated.lines
        apart = line.sentence.paragraph - here[self.focus_line].sentence.paragraph
        if apart == 0 or (apart == 1 and index - self.focus_line <= 3):
            return self.focus
        short = len(here) <= 16
        return self.focus if short and index - self.focus_line <= 6 else None
