"""What a sentence offers to the frames: targets and weapons on either side of a verb, and the mentions made of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attack_timeline.extract.annotate import Actor, Line
from attack_timeline.extract.arms import Arm
from attack_timeline.extract.grammar import BE
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.realis import happened
from attack_timeline.extract.targets import Target
from attack_timeline.extract.tokens import Item
from attack_timeline.extract.whereabouts import BREAKS

TARGET_REACH = 15
SUBJECT_REACH = 18
AIMS = frozenset(
    "at into on onto toward towards against near in inside over upon around outside within above beside by across next close "
    "through targeting hitting striking for".split()
)
SHOTS = frozenset("opened opening shot shoot shooting".split())
BLASTS = frozenset("bombed bombing exploded exploding detonated off blew up blast explosion".split())


@dataclass(slots=True)
class Scene:
    """What a sentence offers to its frames."""

    index: int
    line: Line
    targets: list[Target]
    arms: list[Arm]
    before: Arm | None  # the weapon told last in earlier sentences, for bare numbers
    countries: Mapping[str, str]  # place id -> country
    time_starts: frozenset[int] = frozenset()  # offsets where the times of the sentence begin


def right_targets(scene: Scene, i: int, reach: int = TARGET_REACH) -> list[Target]:
    """The nearest target after token i, with those coordinated to it."""
    stop = next((k for k in range(i, min(len(scene.line.tokens), i + reach)) if scene.line.tokens[k].low in BREAKS), i + reach)
    right = [t for t in scene.targets if i <= t.i < stop and not _origin(scene.line, t)]
    after = [t for t in right if _reachable(scene.line, i, t)]
    if not after:
        return []
    first = after[0]
    if first.kind in ("people", "anaphor", "base", "facility"):
        first = next((t for t in after[1:] if t.kind in ("site", "mission") and _qualifies(scene.line, first, t)), first)
    group = [first]
    for target in right[right.index(first) + 1 :]:
        between = scene.line.words_between(group[-1].j, target.i)
        if (
            target.kind in ("site", "base", "mission")
            and len(between) <= 6
            and set(between) & {"and", ",", "&"}
            and not set(between) & {"hit", "struck", "where", "which", "that", "after", "when", "near", "of", "said", "on"}
            and not any(word.startswith("#") for word in between)
            and not set(scene.line.words_between(target.j, target.j + 1)) & BE  # the subject of another clause
        ):
            group.append(target)
        else:
            break
    if len(group) > 1 and not any({"and", "&"} & set(scene.line.words_between(a.j, b.i)) for a, b in itertools.pairwise(group)):
        group = group[:1]  # an apposition, no list
    return _named(group)


def _reachable(line: Line, i: int, target: Target) -> bool:
    """No other clause lies between; behind a comma only a target with its own preposition."""
    between = line.words_between(i, target.i)
    if "," not in between:
        return True
    tail = between[len(between) - 1 - between[::-1].index(",") :]
    return bool(set(tail[-4:]) & AIMS) or (target.kind == "site" and len(between) <= 3)


def _origin(line: Line, target: Target) -> bool:
    """ "fired from the base": where fire came from; but "a mile from the embassy" is near it."""
    before = line.words_between(max(0, target.i - 5), target.i)
    if "from" not in before[-2:]:
        return False
    return not set(before) & {
        "metres",
        "meters",
        "mile",
        "miles",
        "km",
        "kilometers",
        "kilometres",
        "yards",
        "far",
        "away",
        "feet",
        "m",
        "blocks",
        "distance",
    }


def _qualifies(line: Line, first: Target, second: Target) -> bool:
    """ "US troops at the X base": the second target says where the first are."""
    between = line.words_between(first.j, second.i)
    if (
        first.kind in ("base", "facility", "anaphor")
        and len(between) <= 3
        and set(between) <= {",", "the", "“", '"', "at", "of", "called", "named", "known", "as", "(", "in"}
    ):
        return True
    return bool(set(between) & {"at", "in", "on", "inside", "of", "stationed"}) and len(between) <= 8 and not set(between) & {"and", ",", "near"}


def _named(group: list[Target]) -> list[Target]:
    """A description followed by the name ("a US base, Camp X") is one target; sites named after a plural description replace it."""
    sites = [t for t in group if t.kind == "site"]
    if sites and any(t.kind in ("base", "mission") and t.plural for t in group):
        return sites
    return group


def left_targets(scene: Scene, i: int, reach: int = SUBJECT_REACH) -> list[Target]:
    """The nearest target before token i that can be a subject, with those coordinated to it."""
    before = [t for t in scene.targets if t.j <= i and i - t.j <= reach and not _inside_prepositional(scene.line, t)]
    if not before:
        before = [t for t in scene.targets if t.j <= i and i - t.j <= reach]
    if not before:
        return []
    last = before[-1]
    group = [last]
    for target in reversed(before[:-1]):
        between = scene.line.words_between(target.j, group[0].i)
        if target.kind == last.kind and len(between) <= 3 and set(between) <= {"and", ",", "the", "both"}:
            group.insert(0, target)
        else:
            break
    return group


def _inside_prepositional(line: Line, target: Target) -> bool:
    word = line.tokens[target.i - 1].low if target.i else ""
    return word in ("at", "near", "on", "in", "from", "of", "against", "by", "with", "to")


def arm_before(scene: Scene, i: int, reach: int = SUBJECT_REACH) -> Arm | None:
    arms = [a for a in scene.arms if a.j <= i and i - a.j <= reach]
    return arms[-1] if arms else None


def arm_after(scene: Scene, j: int, reach: int = 7) -> Arm | None:
    return next((a for a in scene.arms if j <= a.i <= j + reach), None)


def _abroad(scene: Scene, i: int) -> bool:
    """No site, but a foreign country or city as the aim: "drones against Abu Dhabi"."""
    for item in scene.line.labelled("place"):
        if i <= item.i <= i + 6 and scene.line.tokens[item.i - 1].low in (AIMS | {"the"}):
            return scene.countries.get(item.value.id) != "IQ"
    return False


def _gunmen(line: Line, actor: Actor | None) -> bool:
    return actor is not None and bool({"gunman", "gunmen", "sniper", "snipers"} & set(line.words_between(actor.i, actor.j)))


def make_mentions(
    scene: Scene, item: Item, rule: str, targets: list[Target], arm: Arm | None, actor: Actor | None, noun: bool = False
) -> Iterator[Mention]:
    line = scene.line
    if not targets and _abroad(scene, item.j):
        return
    status = "real" if happened(line, item.i, noun) else "unreal"
    if actor and actor.friendly:
        status = "friendly"
    if arm and arm.friendly and rule != "frame.down":
        status = "friendly"
    group = actor.group if actor else None
    spots: list[Target | None] = list(targets) if targets else [None]
    told = max(len(spots), spots[0].count if spots[0] else 1)
    if len(spots) == 1 and spots[0] is not None and spots[0].count > 1:
        spots = spots * min(spots[0].count, 3)
    crowd = bool(actor and actor.crowd and arm is None and any(c.i == actor.i for c in line.labelled("crowd_only")))
    for target in spots:
        low = min([item.i] + [x.i for x in (arm, target) if x])
        high = max([item.j] + [x.j for x in (arm, target) if x])
        state = "abroad" if target and (target.abroad or (target.kind == "site" and not target.in_scope)) and status == "real" else status
        yield Mention(
            line=scene.index,
            i=item.i,
            j=item.j,
            rule=rule,
            start=line.tokens[low].start,
            end=line.tokens[high - 1].end,
            status=state,
            target=target,
            arm=arm,
            actor=group or (arm.group if arm else None),
            actor_span=(actor.start, actor.end) if actor else None,
            crowd=crowd,
            blast=line.tokens[item.j - 1].low in BLASTS,
            shots=arm is None and (bool(SHOTS & set(line.words_between(item.i, item.j))) or _gunmen(line, actor)),
            arm_words=tuple(line.words_between(arm.i, arm.j)) if arm else (),
            headline=line.headline,
            sites_told=told,
            together=scene.index * 1000 + item.i if told > 1 else None,
        )
