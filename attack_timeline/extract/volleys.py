"""Attacks told without a verb of their own: the items of a list, and the turn that came to a site."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.extract.arms import Arm, bare_number_arm
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.scene import Scene, arm_after, left_targets, make_mentions, right_targets
from attack_timeline.extract.targets import Target
from attack_timeline.extract.tokens import Item

# What an item of a list may stand behind: a break, or a verb that counts up.
_OPENERS = frozenset(", : ; and then – — - mentioned cited listed counted included including".split())
_CLOSERS = frozenset(", . ; : and which who wounding killing causing injuring on in but – —".split())
_AT = frozenset("at on near against in".split())


def listed(scene: Scene) -> Iterator[Mention]:
    """ "Two rockets at the airport on May 2, six at Balad on May 3": arms or a bare number, a site and a day of its own."""
    line = scene.line
    for target in scene.targets:
        if target.kind != "site" or not _dated_behind(scene, target):
            continue
        at = next((k for k in range(target.i - 1, max(-1, target.i - 5), -1) if line.tokens[k].low in _AT), None)
        if at is None or not set(line.words_between(at + 1, target.i)) <= {"the", "a", "al", "air", "base", "camp"}:
            continue
        arm = _ending_at(scene, at)
        if arm is None or arm.quantity is None or arm.i == 0 or line.tokens[arm.i - 1].low not in _OPENERS:
            continue
        trigger = Item("list", arm.i, at + 1, arm.start, line.tokens[at].end)
        yield from make_mentions(scene, trigger, "frame.listed", [target], arm, None)


def by_number(scene: Scene) -> Iterator[Mention]:
    """ "The base was hit on April 4 by two and on April 18 by five": the weapon was told before, the number stands behind "by"."""
    line = scene.line
    hits = [item for item in line.labelled("land", "attack") if {"was", "were", "been"} & set(line.words_between(max(0, item.i - 2), item.i))]
    for item in hits[:1]:
        for k in range(item.j, min(len(line.tokens), item.j + 24)):
            if line.tokens[k].low != "by":
                continue
            end = next((n for n in range(k + 2, min(len(line.tokens), k + 6)) if line.tokens[n].low in _CLOSERS), None)
            arm = bare_number_arm(line, end, _told(scene, k)) if end else None
            targets = left_targets(scene, item.i)
            if arm and arm.i == k + 1 and targets:
                yield from make_mentions(scene, Item("list", k, arm.j, line.tokens[k].start, arm.end), "frame.listed", targets, arm, None)


def turns(scene: Scene) -> Iterator[Mention]:
    """ "Then it was the turn of the embassy, with three rockets", in a story that has told of weapons."""
    line = scene.line
    for k in range(len(line.tokens) - 1):
        if line.words_between(k, k + 2) != ["turn", "of"] or scene.before is None:
            continue
        targets = right_targets(scene, k + 2, 3)[:1]
        if targets:
            after = arm_after(scene, targets[-1].j, 8)
            arm = after if after and {"with", "by"} & set(line.words_between(targets[-1].j, after.i)) else None
            yield from make_mentions(scene, Item("list", k, k + 2, line.tokens[k].start, line.tokens[k + 1].end), "frame.listed", targets, arm, None)


def _told(scene: Scene, i: int) -> Arm | None:
    """The weapon told last before token i, in this sentence or an earlier one."""
    here = [a for a in scene.arms if a.j <= i and not a.attributive]
    return here[-1] if here else scene.before


def _ending_at(scene: Scene, i: int) -> Arm | None:
    """The arms, or the bare number, that end right before token i."""
    named = next((a for a in scene.arms if a.j == i and not a.attributive and not a.friendly), None)
    return named or bare_number_arm(scene.line, i, _told(scene, i))


def _dated_behind(scene: Scene, target: Target) -> bool:
    """Whether a date stands right behind the site."""
    tokens = scene.line.tokens
    for k in range(target.j, min(len(tokens), target.j + 3)):
        if tokens[k].start in scene.time_starts:
            return True
        if tokens[k].low not in ("on", "in", "late", "early", ","):
            return False
    return False
