"""Who did what to which site with what: the frames in which English tells an attack, around verbs and nouns of attack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from attack_timeline.extract.actors import actor_after_by, actor_before, owner_of_noun
from attack_timeline.extract.annotate import Actor, Line
from attack_timeline.extract.arms import Arm, elliptic_arm
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.quantities import quantity_ending
from attack_timeline.extract.realis import happened
from attack_timeline.extract.targets import BREAKS, Target
from attack_timeline.extract.tokens import Item

TARGET_REACH = 15
SUBJECT_REACH = 18
BE = frozenset("was were is are be been being got gets get".split())
BETWEEN_OK = frozenset("reportedly also allegedly again repeatedly directly not then later first twice nearly almost badly heavily just recently".split())
AIMS = frozenset("at into on onto toward towards against near in inside over upon around outside within above beside by across next close through targeting hitting striking for".split())
NOT_WITHIN = frozenset("said killed killing after told blamed when , response retaliation reply had were been was came before since".split())
BLASTS = frozenset("bombed bombing exploded exploding detonated off blew up blast explosion".split())
SENDING = frozenset("sent send sends sending flown flew fly directed direct deliver delivered".split())
AGAINST = frozenset("at against toward towards into onto".split())
NOUN_LEFT = frozenset("the a an this these those its their his her 's of in under after before by from with such any no first second third fourth latest recent deadly similar major new last retaliatory fatal missile rocket drone mortar suspected out up more any such these biggest worst largest most initial overnight single apparent".split())


@dataclass(slots=True)
class Scene:
    """What a sentence offers to its frames."""

    index: int
    line: Line
    targets: list[Target]
    arms: list[Arm]
    before: Arm | None  # the weapon told last in earlier sentences, for bare numbers
    countries: Mapping[str, str]  # place id -> country


def read_frames(scene: Scene) -> list[Mention]:
    """All mentions of the sentence, real or not, in order of their triggers."""
    found: list[Mention] = []
    for frame in (_down, _fire, _mob, _strike, _nominal, _under, _aimed, _hurting):
        earlier = list(found)
        found += [m for m in frame(scene) if not any(_same(m, other) for other in earlier)]
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


def is_noun(line: Line, i: int, j: int) -> bool:
    """Whether a word that may be noun or verb is a noun here."""
    low = line.tokens[i].low
    before = line.tokens[i - 1].low if i else ""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    if any(item.i <= i < item.j for item in line.labelled("weapon")):
        return True
    if low in ("target", "targets") and not (after in ("a", "an", "the", "its", "their", "u.s.", "american", "iraqi", "two", "three", "several") or any(s.i == j for s in line.labelled("site", "us_words", "base_nouns"))):
        return True
    if not any(item.i == i for item in line.labelled("attack_nouns")):
        return before in ("the", "a", "an", "this", "its", "their", "no", "of", "on", "any", "minor", "legitimate", "possible", "more", "much", "little", "some", "'s", "plane", "air", "other", "main", "key")
    if low.endswith(("ed", "struck", "fell")) or before in ("to", "will", "would", "could", "may", "might", "not", "and they", "they", "we", "who", "which"):
        return False
    if low.endswith("ing"):
        return before in ("the", "a", "of", "'s", "this") or after == "of"
    weapon_before = any(item.j == i for item in line.labelled("weapon"))
    if weapon_before:
        plural = before.endswith("s")
        if not plural and low in ("hit", "hits", "strikes", "targets", "strike"):
            direct = after in ("a", "an", "the", "its", "their", "near", "close", "outside", "inside") or any(s.i == j for s in line.labelled("site", "us_words"))
            return not direct
        return not plural or after in ("on", "against", "at", "in", "that", ",", ".", "targeting", "from")
    if before == "on":
        return True
    if before in ("more", "others", "several", "many", "most", "all", "these", "those") and not low.endswith("s"):
        return False
    if before in ("u.s.", "israeli") or before.endswith(("an", "ish")):
        return not (after in ("the", "a", "an", "two", "u.s.", "american", "iraqi") or any(item.i == j for item in line.labelled("site", "us_words")))
    if any(item.j == i for item in line.labelled("site", "group", "series", "place", "mission_nouns")):
        return after in ("on", "against", "at", "in", "that", ",", ".", "of", "killed", "by", "was", "were", "has", "had", "came", "")
    determined = bool({"a", "an", "the", "this", "another", "'s", "its"} & set(line.words_between(max(0, i - 3), i))) and after in ("on", "at", "in", "near", "against", "by", "that", "which", "was", "were", ",", ".")
    return before in NOUN_LEFT or before.startswith("#") or after in ("on", "against", "of") or i == 0 or determined


def passive(line: Line, i: int, j: int) -> bool:
    """A participle with a form of "be" before it, or with "by" behind it."""
    if line.tokens[i].low.endswith("ing"):
        return False
    k = i - 1
    while k >= 0 and line.tokens[k].low in BETWEEN_OK | {"had", "have", "has"}:
        k -= 1
    if k >= 0 and line.tokens[k].low in BE:
        return True
    after = line.words_between(j, j + 3)
    return bool(after) and (after[0] == "by" or (after[0] == "with" and any(item.i in (j + 1, j + 2, j + 3) for item in line.labelled("weapon"))))


def _right_targets(scene: Scene, i: int, reach: int = TARGET_REACH) -> list[Target]:
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
        if target.kind in ("site", "base", "mission") and len(between) <= 6 and set(between) & {"and", ",", "&"} and not set(between) & {"hit", "struck", "where", "which", "that", "after", "when", "near", "of", "said"}:
            group.append(target)
        else:
            break
    if len(group) > 1 and not any({"and", "&"} & set(scene.line.words_between(a.j, b.i)) for a, b in zip(group, group[1:], strict=False)):
        group = group[:1]  # an apposition, no list
    return _named(group)


def _reachable(line: Line, i: int, target: Target) -> bool:
    """No other clause lies between; behind a comma only a target with its own preposition."""
    between = line.words_between(i, target.i)
    if "," not in between:
        return True
    tail = between[len(between) - 1 - between[::-1].index(",") :]
    return bool(set(tail[-4:]) & AIMS) or target.kind == "site" and len(between) <= 3


def _origin(line: Line, target: Target) -> bool:
    """ "fired from the base": where fire came from; but "a mile from the embassy" is near it."""
    before = line.words_between(max(0, target.i - 5), target.i)
    if "from" not in before[-2:]:
        return False
    return not set(before) & {"metres", "meters", "mile", "miles", "km", "kilometers", "kilometres", "yards", "far", "away", "feet", "m", "blocks", "distance"}


def _qualifies(line: Line, first: Target, second: Target) -> bool:
    """ "US troops at the X base": the second target says where the first are."""
    between = line.words_between(first.j, second.i)
    if first.kind in ("base", "facility", "anaphor") and len(between) <= 3 and set(between) <= {",", "the", "“", "\"", "at", "of", "called", "named", "known", "as", "(", "in"}:
        return True
    return bool(set(between) & {"at", "in", "on", "inside", "of", "stationed"}) and len(between) <= 8 and not set(between) & {"and", ",", "near"}


def _named(group: list[Target]) -> list[Target]:
    """A description followed by the name ("a US base, Camp X") is one target; sites named after a plural description replace it."""
    sites = [t for t in group if t.kind == "site"]
    if sites and any(t.kind in ("base", "mission") and t.plural for t in group):
        return sites
    return group


def _left_target(scene: Scene, i: int, reach: int = SUBJECT_REACH) -> list[Target]:
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


def _arm_before(scene: Scene, i: int, reach: int = SUBJECT_REACH) -> Arm | None:
    arms = [a for a in scene.arms if a.j <= i and i - a.j <= reach]
    return arms[-1] if arms else None


def _arm_after(scene: Scene, j: int, reach: int = 7) -> Arm | None:
    return next((a for a in scene.arms if j <= a.i <= j + reach), None)


def _abroad(scene: Scene, i: int) -> bool:
    """No site, but a foreign country or city as the aim: "drones against Abu Dhabi"."""
    for item in scene.line.labelled("place"):
        if i <= item.i <= i + 6 and scene.line.tokens[item.i - 1].low in (AIMS | {"the"}):
            return scene.countries.get(item.value.id) != "IQ"
    return False


def _make(scene: Scene, item: Item, rule: str, targets: list[Target], arm: Arm | None, actor: Actor | None, noun: bool = False) -> Iterator[Mention]:
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
        yield Mention(line=scene.index, i=item.i, j=item.j, rule=rule, start=line.tokens[low].start, end=line.tokens[high - 1].end, status=state, target=target, arm=arm,
                      actor=group or (arm.group if arm else None), actor_span=(actor.start, actor.end) if actor else None, crowd=crowd, blast=line.tokens[item.j - 1].low in BLASTS, arm_words=tuple(line.words_between(arm.i, arm.j)) if arm else (), headline=line.headline,
                      sites_told=told, down=rule == "frame.down", together=scene.index * 1000 + item.i if told > 1 else None)


def _fire(scene: Scene) -> Iterator[Mention]:
    """ "Militants fired five rockets at the base"; "two drones were launched towards the camp"."""
    for item in _free(scene.line, "fire"):
        if is_noun(scene.line, item.i, item.j):
            continue
        if passive(scene.line, item.i, item.j) or not (arm := _arm_after(scene, item.j, 9)):
            arm = _arm_before(scene, item.i) or elliptic_arm(scene.line, item.i, scene.before)
            actor = actor_after_by(scene.line, item.j)
        else:
            actor = actor_before(scene.line, item.i)
        if arm is None or arm.attributive:
            continue
        start = max(item.j, arm.j)
        targets = _right_targets(scene, start)
        if targets and line_word(scene.line, item.i) in SENDING and not set(scene.line.words_between(start, targets[0].i + 1)) & AGAINST:
            continue
        if targets and scene.line.tokens[item.j - 1].low not in AIMS and not set(scene.line.words_between(start, targets[0].i + 1)) & AIMS:
            targets = []
        if not targets:  # "the compound, at which three drones were flown"
            targets = [t for t in scene.targets if t.j <= arm.i and arm.i - t.j <= 8 and "which" in scene.line.words_between(t.j, arm.i)][-1:]
        yield from _make(scene, item, "frame.fire", targets, arm, actor)


def _aimed(scene: Scene) -> Iterator[Mention]:
    """ "A rocket meant for the airport", "mortar rounds aimed at the embassy": the aim is the target, whatever was hit."""
    for item in scene.line.labelled("aim"):
        arm = next((a for a in reversed(scene.arms) if a.j <= item.i <= a.j + 3), None)
        targets = _right_targets(scene, item.j, 6)[:1]
        if arm and targets:
            yield from _make(scene, item, "frame.aimed", targets, arm, None, noun=arm.attributive)


def _hurting(scene: Scene) -> Iterator[Mention]:
    """ "A drone wounded three soldiers at the base"; "two were killed at the camp by rockets"; "the base, where a rocket killed a contractor"."""
    line = scene.line
    for item in line.labelled("kill_active", "wound_active"):
        noun = next((a for a in line.labelled("attack_nouns") if item.i - 12 <= a.i < item.i or item.j <= a.i <= item.j + 14), None)
        arm = next((a for a in reversed(scene.arms) if a.j <= item.i <= a.j + 4), None) or next((a for a in scene.arms if item.j <= a.i <= item.j + 14 and {"by", "in", "when"} & set(line.words_between(item.j, a.i))), None)
        if arm is None or arm.friendly or (noun and arm.attributive and noun.i > arm.j + 2):
            continue
        targets = [t for t in scene.targets if t.kind == "site" and t.j <= arm.i and line.words_between(arm.i - 1, arm.i) == ["where"]][-1:]
        targets = targets or [t for t in scene.targets if item.j <= t.i <= item.j + 24 and t.kind in ("site", "base", "mission", "anaphor") and {line.tokens[t.i].low} | set(line.words_between(max(item.j, t.i - 3), t.i + 1)) & {"at", "in", "near", "on", "outside", "inside", "there"}][:1]
        if targets:
            yield from _make(scene, item, "frame.hurting", targets, arm, None)


def line_word(line: Line, i: int) -> str:
    return line.tokens[i].low


def _strike(scene: Scene) -> Iterator[Mention]:
    """ "Rockets hit the base"; "the base was hit by rockets"; "militants attacked the convoy with a bomb"."""
    line = scene.line
    seen: set[int] = set()
    for item in sorted(_free(line, "land", "attack"), key=lambda x: (x.i, -x.j)):
        if item.i in seen or is_noun(line, item.i, item.j):
            continue
        seen.add(item.i)
        if passive(line, item.i, item.j):
            yield from _struck(scene, item)
        else:
            yield from _striking(scene, item)


def _struck(scene: Scene, item: Item) -> Iterator[Mention]:
    arm = _arm_after(scene, item.j, 8)
    actor = actor_after_by(scene.line, item.j)
    weapon_subject = _arm_before(scene, item.i, 10)
    if arm is None and weapon_subject is not None and not _left_target(scene, item.i, item.i - weapon_subject.j):
        # "rockets were aimed at", "a bomb was detonated near": the weapon is what was done
        targets = _right_targets(scene, item.j)
        if targets:
            yield from _make(scene, item, "frame.strike", targets, weapon_subject, actor)
        return
    targets = _left_target(scene, item.i)
    if not targets:
        return
    yield from _make(scene, item, "frame.struck", targets, arm, actor)


def _striking(scene: Scene, item: Item) -> Iterator[Mention]:
    line = scene.line
    arm = _arm_before(scene, item.i)
    if arm is None or (arm.attributive and item.i - arm.j > 6):
        arm = elliptic_arm(line, item.i, scene.before) or arm
    elif arm.quantity is None or item.i - arm.j > 5:
        own = elliptic_arm(line, item.i, arm)
        arm = own or arm
    actor = actor_before(scene.line, item.i)
    if arm and actor and actor.i > arm.j:
        arm = None if not arm.attributive else arm
    targets = _right_targets(scene, item.j)
    if not targets:
        if arm and not arm.attributive and item.label == "land":
            lefts = [t for t in scene.targets if t.kind == "site" and t.j <= arm.i and arm.i - t.j <= 15 and {"after", "when", "as"} & set(line.words_between(t.j, arm.i))]
            yield from _make(scene, item, "frame.landed", lefts[-1:], arm, actor)
        return
    if arm is None:
        arm = _with_arm(scene, targets[-1].j)
        if arm is None and (actor is None or not (actor.hostile or actor.friendly)):
            return
    if line.tokens[item.i].low.endswith("ing") and arm is None and actor is None:
        return
    if arm and actor and actor.j <= arm.i and arm.j <= item.i and not any(actor.j <= f.i < arm.i for f in line.labelled("fire")):
        actor = None  # "the Pentagon said that the missiles hit": the missiles are the subject
    yield from _make(scene, item, "frame.strike", targets, arm, actor)


def _with_arm(scene: Scene, j: int) -> Arm | None:
    after = _arm_after(scene, j, 8)
    if after and "with" in scene.line.words_between(j, after.i):
        return after
    return None


def _down(scene: Scene) -> Iterator[Mention]:
    """ "Air defences shot down two drones over the base"; "a drone was intercepted near the airport"."""
    for item in scene.line.labelled("down"):
        if passive(scene.line, item.i, item.j):
            arm = _arm_before(scene, item.i) or elliptic_arm(scene.line, item.i, scene.before)
        else:
            arm = _arm_after(scene, item.j, 8)
        if arm is None or arm.attributive or arm.weapon in ("ied", "small-arms"):
            continue
        arm = replace(arm, friendly=False)
        targets = _right_targets(scene, max(item.j, arm.j), 12)
        if targets and set(scene.line.words_between(max(item.j, arm.j), targets[0].i + 1)) & (AIMS | {"approaching", "heading", "to", "of", "from"}):
            yield from _make(scene, item, "frame.down", targets, arm, None)
        elif not targets:
            left = [t for t in _left_target(scene, arm.i, 10) if t.kind in ("site", "anaphor", "base")]
            if left:
                yield from _make(scene, item, "frame.down", left[:1], arm, None)


def _mob(scene: Scene) -> Iterator[Mention]:
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
            targets = _left_target(scene, item.i)
            after = actor_after_by(line, item.j)
            actor = after or actor
        else:
            targets = _right_targets(scene, item.j, 9)
        targets = [t for t in targets if t.kind in ("site", "mission", "anaphor", "base", "facility")][:1]
        if targets and not (actor and actor.friendly):
            for mention in _make(scene, item, "frame.mob", targets, None, actor):
                mention.crowd = True
                yield mention
    yield from _mob_nouns(scene)


def _mob_nouns(scene: Scene) -> Iterator[Mention]:
    line = scene.line
    for item in line.labelled("mob_nouns"):
        low = line.tokens[item.j - 1].low
        lefts = [t for t in scene.targets if t.j == item.i and t.kind in ("site", "mission", "anaphor")]
        after = line.words_between(item.j, item.j + 2)
        rights = _right_targets(scene, item.j, 9) if after and after[0] in ("of", "on", "outside", "at", "against") else []
        targets = [t for t in (lefts or rights) if t.kind in ("site", "mission", "anaphor")][:1]
        near = line.words_between(max(0, item.i - 6), min(len(line.tokens), (targets[0].j if targets else item.j) + 8))
        kinds = ("crowd_only", "crowd") if low == "assault" and not scene.arms else ("crowd_only",)
        crowd = any(line.at(kind, k) for kind in kinds for k in range(max(0, item.i - 8), min(len(line.tokens), item.j + 16)))
        if not targets or (low in ("attack", "assault", "invasion") and not crowd and "mob" not in near):
            continue
        for mention in _make(scene, item, "frame.mob-noun", targets, None, owner_of_noun(line, item), noun=True):
            mention.crowd = True
            mention.definite = "the" in line.words_between(max(0, item.i - 3), item.i)
            yield mention


def _nominal(scene: Scene) -> Iterator[Mention]:
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
        air = item.label == "air_nouns" or any(a.j == item.j for a in line.labelled("air_nouns")) and (arm is None or arm.weapon == "drone")
        for mention in _make(scene, item, "frame.nominal", targets or lefts, arm, actor, noun=True):
            ours = mention.target is not None and mention.target.us
            mention.air = air and not ours and not (actor and (actor.hostile or actor.group)) and word not in ("attack", "attacks")
            _number(scene, item, arm, mention)
            yield mention


def _from_the_air(line: Line) -> Iterator[Item]:
    """ "air raids", "airstrikes": what no attack noun covers."""
    nouns = line.labelled("attack_nouns")
    return (a for a in line.labelled("air_nouns") if not any(n.i < a.j and a.i < n.j for n in nouns))


def _free(line: Line, *labels: str) -> list[Item]:
    """Items that are no part of a name ("Fire Base X")."""
    names = line.labelled("site")
    return [item for item in line.labelled(*labels) if not any(n.i <= item.i < n.j for n in names)]


def _the_one(line: Line) -> Iterator[Item]:
    """ "attacks such as the one on Dec. 27 that killed a contractor"."""
    for k in range(1, len(line.tokens)):
        if line.words_between(k - 1, k + 1) == ["the", "one"] and any(a.j < k and k - a.j < 8 for a in line.labelled("attack_nouns")):
            yield Item("the_one", k - 1, k + 1, line.tokens[k - 1].start, line.tokens[k].end)


def _noun_targets(scene: Scene, start: int) -> list[Target]:
    if scene.line.words_between(start, start + 1) == ["by"]:  # "an attack by a militia, X, on a base"
        start = next((k for k in range(start, min(start + 14, len(scene.line.tokens))) if scene.line.tokens[k].low in ("on", "against", "at")), start)
    targets = _right_targets(scene, start, 14)
    if not targets:
        return []
    between = scene.line.words_between(start, targets[0].i)
    verbs = {"hit", "struck", "targeted", "targeting", "against", "on", "at", "near", "in", "of", "upon", "inside", "outside", "directed", "around", "toward", "towards", "into", "over"}
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
    mention.plural = word in ("attacks", "strikes", "assaults", "shellings", "bombings", "launches", "barrages", "explosions", "ambushes", "salvos", "salvoes", "volleys", "bombardments", "hits", "blasts")
    lefts = line.words_between(max(0, first - 2), first)
    mention.definite = bool(set(lefts[-2:]) & {"the", "this", "that", "these", "those"}) or lefts[-1:] == ["'s"]
    counted = any(quantity_ending(line.tokens, k) for k in range(max(1, first - 2), first + 1))
    ordinal = bool(set(lefts) & {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "th", "nd", "rd", "st"})
    if ordinal or (counted and mention.plural) or (any(s.i >= first - 6 and s.j <= first + 1 for s in line.labelled("series")) and (mention.plural or "of" in lefts)):
        if mention.status == "real":
            mention.status = "series"


def _under(scene: Scene) -> Iterator[Mention]:
    """ "The base came under rocket fire"; "the camp was the target of a drone attack"."""
    line = scene.line
    for item in line.labelled("under", "target_of"):
        noun = next((a for a in line.labelled("attack_nouns") if item.i < a.j and item.j - 1 <= a.i <= item.j + 5), None)
        if noun is None:
            continue
        arm = next((a for a in scene.arms if item.i <= a.i and a.j <= noun.j + 5), None)
        targets = _left_target(scene, item.i)
        if targets:
            yield from _make(scene, Item(item.label, item.i, noun.j, item.start, noun.end), "frame.under", targets, arm, actor_after_by(line, noun.j))
