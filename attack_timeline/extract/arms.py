"""Weapons in a sentence: what they are, how many, whose, and whether the words mean the weapon or something else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.quantities import Quantity, quantity_ending
from attack_timeline.extract.tokens import Item
from attack_timeline.knowledge import Knowledge

MOST = 200  # no bare number as large as that means weapons of one attack ("warheads of over 1,000 pounds")
MODIFIER_REACH = 7
ELLIPTIC_BETWEEN = frozenset("had have has were was also reportedly later that which who".split())
STOPS = frozenset(
    ", ; : ( ) on in at by with to from into against that which and or but was were is are has have had of said the as when "
    "while after before where if because than".split()
)
ELLIPTIC_TAILS = frozenset("of them which those these more others other another".split())


@dataclass(frozen=True, slots=True)
class Arm:
    """A weapon on tokens [i, j); `weapon` is the codebook's class; `attributive` where it only tells an attack's kind ("rocket attack");
    `friendly` where the words make it the defenders' own."""

    i: int
    j: int
    start: int
    end: int
    weapon: str
    weapon_id: str | None
    quantity: Quantity | None
    plural: bool
    attributive: bool = False
    friendly: bool = False
    group: str | None = None
    elliptic: bool = False


def find_arms(line: Line, text: str, knowledge: Knowledge) -> list[Arm]:
    """The sentence's weapons in order; launchers, defences and sirens are none."""
    found: list[Arm] = []
    for named in line.labelled("weapon"):
        following = line.at("not_weapon_heads", named.j)
        if following and following.i == named.j:
            continue
        weapon = knowledge.weapons_by_id[named.value.id]
        item, headed = _without_head(line, named)
        left, quantity = _quantity_of(line, item)
        if weapon.weapon_class == "ied" and found and item.i - found[-1].j <= 4 and "with" in line.words_between(found[-1].j, item.i):
            continue  # "a drone packed with explosives"
        friendly, group = _owner(line, left, item, knowledge)
        word = line.tokens[item.j - 1].low
        plural = word.endswith("s") or (quantity is not None and (quantity.low or 2) > 1)
        attributive = headed or _attributive(line, item.j)
        found.append(
            Arm(
                left,
                item.j,
                line.tokens[left].start,
                item.end,
                weapon.weapon_class,
                weapon.id,
                None if attributive else quantity,
                plural,
                attributive,
                friendly,
                group,
            )
        )
    return _shared(line, found)


def _without_head(line: Line, item: Item) -> tuple[Item, bool]:
    """ "missile strikes": the name takes in the noun of attack, which is the attack's and not the weapon's."""
    if not any(h.j == item.j and h.i > item.i for h in line.labelled("weapon_heads")):
        return item, False
    return Item(item.label, item.i, item.j - 1, item.start, line.tokens[item.j - 2].end, item.value), True


def _shared(line: Line, arms: list[Arm]) -> list[Arm]:
    """ "20 mortar rounds and rockets", "17 missiles of the type Katyusha": one number for both words."""
    for n in range(1, len(arms)):
        before, arm = arms[n - 1], arms[n]
        between = set(line.words_between(before.j, arm.i))
        if (
            arm.quantity is None
            and before.quantity is not None
            and arm.i - before.j <= 4
            and between <= {"and", "or", "of", "the", "type", "kind", "a", "“", '"', "("}
        ):
            arms[n] = replace(arm, i=before.i, start=before.start, quantity=before.quantity)
    return arms


def _attributive(line: Line, j: int) -> bool:
    """ "rocket attack", "rocket and mortar fire": the noun of attack follows, alone or behind a second weapon."""
    lows = line.words_between(j, j + 4)
    if any(item.i == j for item in line.labelled("weapon_heads")) and not _verb_after_plural(line, j):
        return True
    return (
        len(lows) > 2
        and lows[0] in ("and", "or", ",")
        and any(item.i == j + 1 for item in line.labelled("weapon"))
        and any(item.i >= j + 2 and item.i <= j + 3 for item in line.labelled("weapon_heads"))
        and not line.tokens[j - 1].low.endswith("s")
    )


def _verb_after_plural(line: Line, j: int) -> bool:
    """ "rockets strike the base": a plural weapon before a word that may be noun or verb, with no preposition behind it."""
    plural = line.tokens[j - 1].low.endswith("s") and line.tokens[j].low in ("hit", "strike", "attack", "blast", "fire", "launch", "raid", "target")
    single_hit = line.tokens[j].low in ("hits", "strikes", "hit", "attacks")
    after = line.tokens[j + 1].low if j + 1 < len(line.tokens) else ""
    return (plural or single_hit) and after not in ("on", "against", "at", ",", ".", "in", "that", "targeting", "by", "kills", "killed", "wounds")


def _quantity_of(line: Line, item: Item) -> tuple[int, Quantity | None]:
    """(first token of the noun phrase, its number)."""
    tokens = line.tokens
    for k in range(item.i, max(-1, item.i - MODIFIER_REACH), -1):
        quantity = quantity_ending(tokens, k)
        if quantity:
            return quantity.i, quantity
        if k == 0:
            break
        low = tokens[k - 1].low
        if low in ("a", "an", "another", "single"):
            singular = not tokens[item.j - 1].low.endswith("s")
            return k - 1, Quantity(k - 1, k, 1, 1) if singular else None
        if low == "of" and k >= 2 and quantity_ending(tokens, k - 1):
            continue
        if low == "the" and k >= 2 and tokens[k - 2].low == "of":
            continue
        if (
            low in STOPS
            or low.startswith("#")
            or any(v.i <= k - 1 < v.j for v in line.labelled("fire", "land", "persons", "kill_passive", "wound_passive"))
        ):
            break
    return item.i, None


def _owner(line: Line, left: int, item: Item, knowledge: Knowledge) -> tuple[bool, str | None]:
    """(the defenders' own?, group id) told by the words just before: "US drone", "Iranian missiles"."""
    words = set(line.words_between(max(0, left - 2), item.j))
    for group in knowledge.groups.values():
        if group.demonym and group.demonym.casefold() in words:
            return False, group.id
    for m in line.labelled("group"):
        if left - 3 <= m.i and m.j <= item.j and (m.j >= left or line.words_between(m.j, left) == ["'s"]):
            group = knowledge.groups[m.value.id]
            return group.friendly, None if group.friendly else group.id
    near = [m for m in line.labelled("own_action") if left - 1 <= m.i and m.j <= item.j]
    return bool(near), None


def elliptic_arm(line: Line, verb: int, before: Arm | None) -> Arm | None:
    """A bare number as the subject of a verb, with the weapon told before: "Two fell outside", "at least eleven of which hit"."""
    if before is None:
        return None
    k = verb
    while k > 0 and line.tokens[k - 1].low in ELLIPTIC_TAILS | ELLIPTIC_BETWEEN:
        k -= 1
    if k > 0 and line.tokens[k - 1].low == "they":
        return replace(before, i=k - 1, j=k, start=line.tokens[k - 1].start, end=line.tokens[k - 1].end, elliptic=True)
    return _numbered(line, k, verb, before)


def bare_number_arm(line: Line, end: int, before: Arm | None) -> Arm | None:
    """A bare number that ends at token `end`, with the weapon told before: "by five", "six at the base"."""
    arm = _numbered(line, end, end, before) if before is not None else None
    return arm if arm is not None and line.tokens[arm.i].low not in ("first", "second", "third", "a", "an", "one") else None


def _numbered(line: Line, k: int, verb: int, before: Arm) -> Arm | None:
    quantity = quantity_ending(line.tokens, k)
    single = (k > 0 and line.tokens[k - 1].low in ("first", "second", "third", "another")) or line.words_between(k - 1, k + 1) == ["the", "other"]
    if (quantity is None and not single) or (quantity is not None and (quantity.low or 0) > MOST):
        return None
    if quantity is None:
        quantity = Quantity(k - 1, k, 1, 1)
    if quantity.j < verb and line.tokens[quantity.j].low not in ELLIPTIC_TAILS | ELLIPTIC_BETWEEN:
        return None
    first = quantity.i
    return Arm(
        first,
        verb,
        line.tokens[first].start,
        line.tokens[verb - 1].end,
        before.weapon,
        before.weapon_id,
        quantity,
        True,
        group=before.group,
        elliptic=True,
    )
