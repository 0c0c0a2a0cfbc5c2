"""Who did what to which site with what: the frames in which English tells an attack, around its verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attack_timeline.extract.actors import actor_after_by, actor_before
from attack_timeline.extract.arms import Arm, elliptic_arm
from attack_timeline.extract.grammar import free_items, is_noun, passive
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.mobs import mob_frames
from attack_timeline.extract.nominal import nominal_frames
from attack_timeline.extract.scene import AIMS, Scene, arm_after, arm_before, left_targets, make_mentions, right_targets
from attack_timeline.extract.tokens import Item
from attack_timeline.extract.volleys import by_number, listed, turns

MEANT = frozenset("meant intended destined".split())
SENDING = frozenset("sent send sends sending flown flew fly directed direct deliver delivered".split())
AGAINST = frozenset("at against toward towards into onto".split())


def read_frames(scene: Scene) -> list[Mention]:
    """All mentions of the sentence, real or not, in order of their triggers."""
    found: list[Mention] = []
    for frame in (_down, _fire, mob_frames, _strike, nominal_frames, _under, _aimed, _hurting, listed, by_number, turns):
        earlier = list(found)
        found += [m for m in frame(scene) if not any(_same(m, other) for other in earlier)]
    missed = [a for a in scene.line.labelled("aim") if not any(m.rule == "frame.aimed" and m.i == a.i for m in found)]
    missed = [a for a in missed if scene.line.tokens[a.i].low in MEANT]
    found = [m for m in found if not (m.arm and any(m.arm.j <= a.i <= m.arm.j + 3 and a.j <= m.i for a in missed))]
    aimed = {(m.arm.i, m.arm.j) for m in found if m.arm and m.target}
    found = [m for m in found if m.target or not m.arm or (m.arm.i, m.arm.j) not in aimed]
    others = {(m.arm.i, m.arm.j) for m in found if m.arm and m.target and m.rule != "frame.hurting"}
    found = [m for m in found if m.rule != "frame.hurting" or not m.arm or (m.arm.i, m.arm.j) not in others]
    return sorted(found, key=lambda m: (m.i, m.j, m.target.i if m.target else -1))


def _same(a: Mention, b: Mention) -> bool:
    """Two frames saw one clause: the same trigger words, or the same weapon on the same target."""
    if a.i < b.j and b.i < a.j and a.target == b.target:
        return True
    return a.target is not None and a.target == b.target and a.arm is not None and a.arm == b.arm


def _fire(scene: Scene) -> Iterator[Mention]:
    """ "Militants fired five rockets at the base"; "two drones were launched towards the camp"."""
    for item in free_items(scene.line, "fire"):
        if is_noun(scene.line, item.i, item.j):
            continue
        if passive(scene.line, item.i, item.j) or not (arm := arm_after(scene, item.j, 9)):
            arm = _subject_arm(scene, item.i)
            actor = actor_after_by(scene.line, item.j)
        else:
            actor = actor_before(scene.line, item.i)
        if arm is None or arm.attributive:
            continue
        start = max(item.j, arm.j)
        targets = right_targets(scene, start)
        if targets and scene.line.tokens[item.i].low in SENDING and not set(scene.line.words_between(start, targets[0].i + 1)) & AGAINST:
            continue
        if targets and scene.line.tokens[item.j - 1].low not in AIMS and not set(scene.line.words_between(start, targets[0].i + 1)) & AIMS:
            targets = []
        if not targets:  # "the compound, at which three drones were flown"
            targets = [t for t in scene.targets if t.j <= arm.i and arm.i - t.j <= 8 and "which" in scene.line.words_between(t.j, arm.i)][-1:]
        yield from make_mentions(scene, item, "frame.fire", targets, arm, actor)


def _subject_arm(scene: Scene, i: int) -> Arm | None:
    """The weapon that is the subject of the verb at token i; a bare number right before it ("five more were fired") is nearer than a noun."""
    told = arm_before(scene, i)
    if told is not None and i - told.j <= 3:
        return told
    return elliptic_arm(scene.line, i, told or scene.before) or told


def _told_before(scene: Scene, i: int) -> Arm | None:
    """The weapons that "they" or a bare number before token i take up: of this sentence, else of those before."""
    here = [a for a in scene.arms if a.j <= i and a.plural and not a.attributive and not a.friendly]
    return here[-1] if here else scene.before


def _aimed(scene: Scene) -> Iterator[Mention]:
    """ "A rocket meant for the airport", "mortar rounds aimed at the embassy": the aim is the target, whatever was hit."""
    for item in scene.line.labelled("aim"):
        arm = next((a for a in reversed(scene.arms) if a.j <= item.i <= a.j + 3), None)
        targets = right_targets(scene, item.j, 6)[:1]
        if arm and targets:
            yield from make_mentions(scene, item, "frame.aimed", targets, arm, None, noun=arm.attributive)


def _hurting(scene: Scene) -> Iterator[Mention]:
    """ "A drone wounded three soldiers at the base"; "two were killed at the camp by rockets"; "the base, where a rocket killed a contractor"."""
    line = scene.line
    for item in line.labelled("kill_active", "wound_active"):
        noun = next((a for a in line.labelled("attack_nouns") if item.i - 12 <= a.i < item.i or item.j <= a.i <= item.j + 14), None)
        arm = next((a for a in reversed(scene.arms) if a.j <= item.i <= a.j + 4), None) or next(
            (a for a in scene.arms if item.j <= a.i <= item.j + 14 and {"by", "in", "when"} & set(line.words_between(item.j, a.i))), None
        )
        if arm is None or arm.friendly or (noun and arm.attributive and noun.i > arm.j + 2):
            continue
        targets = [t for t in scene.targets if t.kind == "site" and t.j <= arm.i and line.words_between(arm.i - 1, arm.i) == ["where"]][-1:]
        targets = (
            targets
            or [
                t
                for t in scene.targets
                if item.j <= t.i <= item.j + 24
                and t.kind in ("site", "base", "mission", "anaphor")
                and {line.tokens[t.i].low}
                | set(line.words_between(max(item.j, t.i - 3), t.i + 1)) & {"at", "in", "near", "on", "outside", "inside", "there"}
            ][:1]
        )
        if targets:
            yield from make_mentions(scene, item, "frame.hurting", targets, arm, None)


def _strike(scene: Scene) -> Iterator[Mention]:
    """ "Rockets hit the base"; "the base was hit by rockets"; "militants attacked the convoy with a bomb"."""
    line = scene.line
    seen: set[int] = set()
    for item in sorted(free_items(line, "land", "attack"), key=lambda x: (x.i, -x.j)):
        if item.i in seen or is_noun(line, item.i, item.j):
            continue
        seen.add(item.i)
        if passive(line, item.i, item.j):
            yield from _struck(scene, item)
        else:
            yield from _striking(scene, item)


def _struck(scene: Scene, item: Item) -> Iterator[Mention]:
    arm = arm_after(scene, item.j, 8)
    actor = actor_after_by(scene.line, item.j)
    weapon_subject = arm_before(scene, item.i, 10)
    if arm is None and weapon_subject is not None and not left_targets(scene, item.i, item.i - weapon_subject.j):
        # "rockets were aimed at", "a bomb was detonated near": the weapon is what was done
        targets = right_targets(scene, item.j)
        if targets:
            yield from make_mentions(scene, item, "frame.strike", targets, weapon_subject, actor)
        return
    targets = left_targets(scene, item.i)
    if not targets:
        return
    if arm is None and actor is None and "by" in scene.line.words_between(item.j, item.j + 2):
        return  # "hit by the virus", "hit by budget cuts"
    yield from make_mentions(scene, item, "frame.struck", targets, arm, actor)


def _striking(scene: Scene, item: Item) -> Iterator[Mention]:
    line = scene.line
    arm = arm_before(scene, item.i)
    if arm is None or (arm.attributive and item.i - arm.j > 6):
        arm = elliptic_arm(line, item.i, _told_before(scene, item.i)) or arm
    elif arm.quantity is None or item.i - arm.j > 5:
        own = elliptic_arm(line, item.i, arm)
        arm = own or arm
    actor = actor_before(scene.line, item.i)
    if arm and arm.elliptic and actor and actor.j <= arm.i:
        actor = None  # "an official of the group said they hit": the weapons are the subject
    if arm and actor and actor.i > arm.j:
        arm = None if not arm.attributive else arm
    targets = right_targets(scene, item.j)
    if not targets:
        if arm and not arm.attributive and any(other.i == item.i for other in line.labelled("land")):
            lefts = [
                t
                for t in scene.targets
                if t.kind == "site" and t.j <= arm.i and arm.i - t.j <= 15 and {"after", "when", "as"} & set(line.words_between(t.j, arm.i))
            ]
            yield from make_mentions(scene, item, "frame.landed", lefts[-1:], arm, actor)
        return
    if arm is None:
        arm = _with_arm(scene, targets[-1].j)
        if arm is None and (actor is None or not (actor.hostile or actor.friendly)):
            return
    if line.tokens[item.i].low.endswith("ing") and arm is None and actor is None:
        return
    if arm and actor and actor.j <= arm.i and arm.j <= item.i and not any(actor.j <= f.i < arm.i for f in line.labelled("fire")):
        actor = None  # "the Pentagon said that the missiles hit": the missiles are the subject
    yield from make_mentions(scene, item, "frame.strike", targets, arm, actor)


def _with_arm(scene: Scene, j: int) -> Arm | None:
    after = arm_after(scene, j, 8)
    if after and "with" in scene.line.words_between(j, after.i):
        return after
    return None


def _down(scene: Scene) -> Iterator[Mention]:
    """ "Air defences shot down two drones over the base"; "a drone was intercepted near the airport"."""
    for item in scene.line.labelled("down"):
        arm = _subject_arm(scene, item.i) if passive(scene.line, item.i, item.j) else arm_after(scene, item.j, 8)
        if arm is None or arm.attributive or arm.weapon in ("ied", "small-arms"):
            continue
        arm = replace(arm, friendly=False)
        targets = right_targets(scene, max(item.j, arm.j), 12)
        if targets and set(scene.line.words_between(max(item.j, arm.j), targets[0].i + 1)) & (AIMS | {"approaching", "heading", "to", "of", "from"}):
            yield from make_mentions(scene, item, "frame.down", targets, arm, None)
        elif not targets:
            left = [t for t in left_targets(scene, arm.i, 10) if t.kind in ("site", "anaphor", "base")]
            if left:
                yield from make_mentions(scene, item, "frame.down", left[:1], arm, None)


def _under(scene: Scene) -> Iterator[Mention]:
    """ "The base came under rocket fire"; "the camp was the target of a drone attack"."""
    line = scene.line
    for item in line.labelled("under", "target_of"):
        noun = next((a for a in line.labelled("attack_nouns") if item.i < a.j and item.j - 1 <= a.i <= item.j + 5), None)
        if noun is None:
            continue
        arm = next((a for a in scene.arms if item.i <= a.i and a.j <= noun.j + 5), None)
        targets = left_targets(scene, item.i)
        if targets:
            yield from make_mentions(
                scene, Item(item.label, item.i, noun.j, item.start, noun.end), "frame.under", targets, arm, actor_after_by(line, noun.j)
            )
