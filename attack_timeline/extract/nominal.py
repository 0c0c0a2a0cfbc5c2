"""Frames of nouns: "a rocket attack on the base", "a barrage of missiles", "the camp attack"."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.extract.actors import owner_of_noun
from attack_timeline.extract.annotate import Line
from attack_timeline.extract.arms import Arm
from attack_timeline.extract.grammar import is_noun
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.quantities import quantity_ending
from attack_timeline.extract.scene import Scene, make_mentions, right_targets
from attack_timeline.extract.targets import Target
from attack_timeline.extract.tokens import Item

NOT_WITHIN = frozenset("said killed killing after told blamed when , response retaliation reply had were been was came before since".split())


def nominal_frames(scene: Scene) -> Iterator[Mention]:
    """ "A rocket attack on the base"; "a barrage of missiles against Camp X"; "the Camp X attack"."""
    line = scene.line
    for item in (*line.labelled("attack_nouns"), *_the_one(line), *_from_the_air(line)):
        if item.label == "attack_nouns" and not is_noun(line, item.i, item.j):
            continue
        arm = next((a for a in scene.arms if a.j == item.i or (a.attributive and a.j < item.i <= a.j + 3)), None)
        after = line.words_between(item.j, item.j + 6)
        if arm is None and after[:1] == ["of"]:
            arm = next((a for a in scene.arms if item.j < a.j <= item.j + 7), None)
        word = line.tokens[item.j - 1].low
        if word in ("fire", "launch", "launches", "hit", "hits", "rain", "wave", "shower", "attempt", "offensive", "aggression") and arm is None:
            continue
        start = arm.j if arm and arm.i > item.i else item.j
        targets = _noun_targets(scene, start)
        lefts = [t for t in scene.targets if t.j in (item.i, item.i - 1) and t.kind in ("site", "mission") and not targets]
        if arm and not targets and not lefts:
            lefts = [t for t in scene.targets if t.j == arm.i and t.kind in ("site", "mission")]
        actor = owner_of_noun(line, item, arm)
        air = item.label == "air_nouns" or (any(a.j == item.j for a in line.labelled("air_nouns")) and (arm is None or arm.weapon == "drone"))
        for mention in make_mentions(scene, item, "frame.nominal", targets or lefts, arm, actor, noun=True):
            ours = mention.target is not None and mention.target.us
            mention.air = air and not ours and not (actor and (actor.hostile or actor.group)) and word not in ("attack", "attacks")
            _number(scene, item, arm, mention)
            yield mention


def _from_the_air(line: Line) -> Iterator[Item]:
    """ "air raids", "airstrikes": what no attack noun covers."""
    nouns = line.labelled("attack_nouns")
    return (a for a in line.labelled("air_nouns") if not any(n.i < a.j and a.i < n.j for n in nouns))


def _the_one(line: Line) -> Iterator[Item]:
    """ "attacks such as the one on Dec. 27 that killed a contractor"."""
    for k in range(1, len(line.tokens)):
        if line.words_between(k - 1, k + 1) == ["the", "one"] and any(a.j < k and k - a.j < 8 for a in line.labelled("attack_nouns")):
            yield Item("the_one", k - 1, k + 1, line.tokens[k - 1].start, line.tokens[k].end)


def _noun_targets(scene: Scene, start: int) -> list[Target]:
    if scene.line.words_between(start, start + 1) == ["by"]:  # "an attack by a militia, X, on a base"
        start = next((k for k in range(start, min(start + 14, len(scene.line.tokens))) if scene.line.tokens[k].low in ("on", "against", "at")), start)
    targets = right_targets(scene, start, 14)
    if not targets:
        return []
    between = scene.line.words_between(start, targets[0].i)
    verbs = {
        "hit",
        "struck",
        "targeted",
        "targeting",
        "against",
        "on",
        "at",
        "near",
        "in",
        "of",
        "upon",
        "inside",
        "outside",
        "directed",
        "around",
        "toward",
        "towards",
        "into",
        "over",
    }
    if targets[0].kind == "anaphor" and scene.line.tokens[targets[0].j - 1].low in ("it", "there"):
        return []
    if not set(between[-6:]) & verbs or any(w in between for w in NOT_WITHIN):
        return []
    if any(start <= item.i < targets[0].i for item in scene.line.labelled("attack_nouns", "air_nouns")):
        return []
    return targets


def _number(scene: Scene, item: Item, arm: Arm | None, mention: Mention) -> None:
    """Plural nouns and counted attacks: "attacks", "the third attack", "a string of"."""
    line = scene.line
    first = arm.i if arm and arm.i < item.i else item.i
    word = line.tokens[item.j - 1].low
    mention.plural = word in (
        "attacks",
        "strikes",
        "assaults",
        "shellings",
        "bombings",
        "launches",
        "barrages",
        "explosions",
        "ambushes",
        "salvos",
        "salvoes",
        "volleys",
        "bombardments",
        "hits",
        "blasts",
    )
    lefts = line.words_between(max(0, first - 2), first)
    mention.definite = bool(set(lefts[-2:]) & {"the", "this", "that", "these", "those"}) or lefts[-1:] == ["'s"]
    words = set(line.words_between(max(0, first - 2), item.i))
    if {"second", "another"} & words and not mention.plural:
        mention.wave, mention.again = 2, True
    counted = any(quantity_ending(line.tokens, k) for k in range(max(1, first - 2), first + 1))
    ordinal = bool(words & {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "th", "nd", "rd", "st"})
    if (
        ordinal
        or (counted and mention.plural)
        or (any(s.i >= first - 6 and s.j <= first + 1 for s in line.labelled("series")) and (mention.plural or "of" in lefts))
    ):
        if mention.status == "real":
            mention.status = "series"
