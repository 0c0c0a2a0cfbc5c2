"""Who acts: attackers by name or kind, crowds, and the forces whose own strikes are never incidents."""

from __future__ import annotations

from attack_timeline.extract.annotate import Actor, Line
from attack_timeline.extract.arms import Arm
from attack_timeline.extract.tokens import Item
from attack_timeline.knowledge import Knowledge

REACH = 16
LIGHT_VERBS = frozenset(
    "responded retaliated answered replied carried conducted launched mounted staged unleashed executed ordered made waged delivered".split()
)
OWN_MODIFIERS = frozenset(
    "air drone military retaliatory precision missile cruise led defensive deadly targeted bombing forces surprise 's backed "
    "warplane helicopter jet artillery".split()
)
USERS = frozenset(
    "used occupied shared guarded protected hosted run operated manned backed held led controlled supported owned staffed "
    "frequented condemned followed".split()
)
PREPOSITIONS = frozenset("at on in near against of to from into with over by for inside toward towards outside around between after under".split())


def actors_of(line: Line, knowledge: Knowledge) -> list[Actor]:
    """Everybody in the sentence who might act, in order."""
    found: list[Actor] = []
    sites = line.labelled("site")
    for item in line.items:
        actor = None
        if any(s.i <= item.i < s.j for s in sites):
            continue
        if item.label == "group":
            group = knowledge.groups[item.value.id]
            actor = Actor(item.i, item.j, item.start, item.end, group.id, friendly=group.friendly, hostile=not group.friendly)
        elif item.label == "crowd_only":
            actor = Actor(item.i, item.j, item.start, item.end, hostile=True, crowd=True)
        elif item.label in ("attackers", "crowd"):
            actor = Actor(item.i, item.j, item.start, item.end, hostile=True, crowd=item.label == "crowd")
        elif _own_aircraft(line, item) or (item.label == "us_words" and _us_force(line, item)):
            actor = Actor(item.i, item.j, item.start, item.end, friendly=True)
        if actor:
            found.append(actor)
    for state in (g for g in knowledge.groups.values() if g.demonym):
        for k, token in enumerate(line.tokens):
            if state.demonym and token.low == state.demonym.casefold() and not any(a.i <= k < a.j for a in found):
                found.append(Actor(k, k + 1, token.start, token.end, state.id, hostile=True))
    return sorted(found, key=lambda a: (a.i, -a.j))


def _own_aircraft(line: Line, item: Item) -> bool:
    return item.label == "aircraft" and any(0 <= item.i - own.j <= 2 for own in line.labelled("own_action"))


def _us_force(line: Line, item: Item) -> bool:
    """ "U.S. forces", "American troops", "Washington": the Americans themselves act."""
    if line.tokens[item.i].low in ("washington", "pentagon", "americans"):
        return True
    troops = any(item.i <= t.i <= item.j + 2 for t in line.labelled("troops"))
    bare = item.i == 0 or line.tokens[item.i - 1].low in ("the", ",", "after", "when", "and", "that", "but")
    following = line.tokens[item.j].low if item.j < len(line.tokens) else ""
    return troops or (
        bare
        and not any(b.i <= item.j + 1 and item.j <= b.i for b in line.labelled("base_nouns", "mission_nouns", "persons"))
        and following not in ("base", "bases")
    )


def actor_before(line: Line, i: int) -> Actor | None:
    """The subject of the verb at token i: the nearest actor before it that does not hang on a preposition."""
    options = [a for a in line.actors if a.j <= i and i - a.j <= REACH]
    for actor in reversed(options):
        word = line.tokens[actor.i - 1].low if actor.i else ""
        second = line.tokens[actor.i - 2].low if actor.i > 1 else ""
        if word in PREPOSITIONS or (word == "the" and second in PREPOSITIONS) or (word in ("a", "an") and second in PREPOSITIONS):
            continue
        return actor
    return None


def actor_after_by(line: Line, j: int) -> Actor | None:
    """The doer in "by ..." behind a participle or noun that ends at token j."""
    for k in range(j, min(len(line.tokens), j + 9)):
        if line.tokens[k].low == "by" and line.tokens[k - 1].low not in USERS:
            return next((a for a in line.actors if k < a.i <= k + 6 or a.i <= k < a.j), None)
        if line.tokens[k].low in (",", ".", ";"):
            return None
    return None


def owner_of_noun(line: Line, item: Item, arm: Arm | None = None) -> Actor | None:
    """Whose attack: "an Iranian missile attack", "US air strikes", "an attack by militants", "attack claimed by"."""
    first = arm.i if arm and arm.i <= item.i else item.i
    near = [a for a in line.actors if a.j <= item.i and a.j >= first - 4 and all(w in OWN_MODIFIERS for w in line.words_between(a.j, first))]
    if near:
        return near[-1]
    light = next((k for k in range(first - 1, max(-1, first - 6), -1) if line.tokens[k].low in LIGHT_VERBS), None)
    if light is not None and (doer := actor_before(line, light)):
        return doer
    own = [o for o in line.labelled("own_action") if o.j <= item.i and first - o.j <= 3]
    sites = line.labelled("site")
    if own and arm is not None and not all(w in OWN_MODIFIERS for w in line.words_between(own[-1].j, first)):
        own = []
    if (
        own
        and not any(s.i <= own[-1].i < s.j for s in sites)
        and not any(b.i >= own[-1].j and b.j <= item.i for b in line.labelled("base_nouns", "mission_nouns"))
    ):
        return Actor(own[-1].i, own[-1].j, own[-1].start, own[-1].end, friendly=True)
    return actor_after_by(line, item.j)
