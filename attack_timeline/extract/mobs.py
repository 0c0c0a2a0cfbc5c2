"""Frames of crowds: buildings stormed, besieged and set on fire."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.extract.actors import actor_after_by, actor_before, owner_of_noun
from attack_timeline.extract.grammar import is_noun, passive
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.scene import Scene, left_targets, make_mentions, right_targets


def mob_frames(scene: Scene) -> Iterator[Mention]:
    """ "Protesters stormed the embassy"; "the embassy was besieged"; "the storming of the embassy"; "the embassy siege"."""
    line = scene.line
    for item in line.labelled("mob"):
        noun = line.tokens[item.i].low in ("siege", "breach", "storming", "attack") and is_noun(line, item.i, item.j)
        if noun:
            continue
        actor = actor_before(scene.line, item.i)
        generic = line.tokens[item.i].low in ("attack", "attacked", "attacking", "entered", "invaded", "breach", "overran", "overrun")
        crowd = bool(actor and actor.crowd and any(c.i == actor.i for c in line.labelled("crowd_only")))
        if generic and not crowd:
            continue
        if passive(line, item.i, item.j):
            targets = left_targets(scene, item.i)
            after = actor_after_by(line, item.j)
            actor = after or actor
        else:
            targets = right_targets(scene, item.j, 9)
        targets = [t for t in targets if t.kind in ("site", "mission", "anaphor", "base", "facility")][:1]
        if targets and not (actor and actor.friendly):
            for mention in make_mentions(scene, item, "frame.mob", targets, None, actor):
                mention.crowd = True
                yield mention
    yield from mob_noun_frames(scene)


def mob_noun_frames(scene: Scene) -> Iterator[Mention]:
    line = scene.line
    for item in line.labelled("mob_nouns"):
        low = line.tokens[item.j - 1].low
        lefts = [t for t in scene.targets if t.j == item.i and t.kind in ("site", "mission", "anaphor")]
        after = line.words_between(item.j, item.j + 2)
        rights = right_targets(scene, item.j, 9) if after and after[0] in ("of", "on", "outside", "at", "against") else []
        targets = [t for t in (lefts or rights) if t.kind in ("site", "mission", "anaphor")][:1]
        near = line.words_between(max(0, item.i - 6), min(len(line.tokens), (targets[0].j if targets else item.j) + 8))
        kinds = ("crowd_only", "crowd") if low == "assault" and not scene.arms else ("crowd_only",)
        crowd = any(line.at(kind, k) for kind in kinds for k in range(max(0, item.i - 8), min(len(line.tokens), item.j + 16)))
        if not targets or (low in ("attack", "assault", "invasion") and not crowd and "mob" not in near):
            continue
        for mention in make_mentions(scene, item, "frame.mob-noun", targets, None, owner_of_noun(line, item), noun=True):
            mention.crowd = True
            mention.definite = "the" in line.words_between(max(0, item.i - 3), item.i)
            yield mention
