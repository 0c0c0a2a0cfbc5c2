"""Numbers as people write them: "at least three", "a dozen", "between 10 and 15", "two of the five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attack_timeline.extract.tokens import Token

UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
# Codebook section 4: "dozens" 24-, "several" 2-; scores are twenties, as dozens are twelves.
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "several": 2, "multiple": 2, "numerous": 2, "many": 2, "few": 2, "handful": 2, "various": 2}
AT_LEAST = (
    ("at", "least"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("a", "minimum", "of"),
    ("not", "less", "than"),
    ("not", "fewer", "than"),
)
MORE_THAN = (("more", "than"), ("over",), ("upwards", "of"), ("in", "excess", "of"), ("above",))
UP_TO = (("up", "to"), ("as", "many", "as"), ("at", "most"), ("no", "more", "than"), ("a", "maximum", "of"))
BELOW = (("fewer", "than"), ("less", "than"), ("under",))
ABOUT = (
    ("about",),
    ("around",),
    ("roughly",),
    ("approximately",),
    ("some",),
    ("nearly",),
    ("almost",),
    ("close", "to"),
    (
        "an",
        "estimated",
    ),
    ("circa",),
    ("approx",),
)
PREFIXES = tuple(
    (p, kind) for kind, group in (("least", AT_LEAST), ("more", MORE_THAN), ("upto", UP_TO), ("below", BELOW), ("about", ABOUT)) for p in group
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count on tokens [i, j): bounds (None is open), `about` for a rounded figure, `vague` where no number is said."""

    i: int
    j: int
    low: int | None
    high: int | None
    about: bool = False
    vague: bool = False


def number_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A plain number starting at token i: (value, token after it)."""
    if i >= len(tokens):
        return None
    low = tokens[i].low
    if low[0].isdigit():
        digits = low.replace(",", "")
        return (int(digits), i + 1) if digits.isdigit() and len(digits) < 8 else None
    if low in ("dozen", "score") and i and tokens[i - 1].low == "a":
        return None
    if low in TENS:
        value, j = TENS[low], i + 1
        if j < len(tokens) and 0 < UNITS.get(tokens[j].low, 0) < 10:
            value, j = value + UNITS[tokens[j].low], j + 1
    elif low in UNITS:
        value, j = UNITS[low], i + 1
    else:
        return None
    if j < len(tokens) and tokens[j].low == "hundred":
        value, j = value * 100, j + 1
    return value, j


def _dozen(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """ "a dozen", "two dozen", "half a dozen", "a hundred", "a score" starting at token i."""
    lows = [t.low for t in tokens[i : i + 4]]
    if lows[:3] == ["half", "a", "dozen"]:
        return 6, i + 3
    if len(lows) > 1 and lows[0] in ("a", "one") and lows[1] in ("dozen", "hundred", "score"):
        return {"dozen": 12, "hundred": 100, "score": 20}[lows[1]], i + 2
    plain = number_at(tokens, i)
    if plain and plain[1] < len(tokens) and tokens[plain[1]].low == "dozen":
        return plain[0] * 12, plain[1] + 1
    return None


def quantity_at(tokens: Sequence[Token], i: int) -> Quantity | None:
    """The quantity that starts at token i, its prefix ("at least") included; None where none does."""
    for prefix, kind in PREFIXES:
        if tuple(t.low for t in tokens[i : i + len(prefix)]) == prefix:
            inner = _core(tokens, i + len(prefix))
            if inner:
                return _prefixed(kind, i, inner)
    return _between(tokens, i) or _core(tokens, i)


def _prefixed(kind: str, i: int, inner: Quantity) -> Quantity:
    low, high = inner.low, inner.high
    bounds: dict[str, tuple[int | None, int | None]] = {
        "least": (low, None),
        "more": (None if low is None else low + (0 if inner.vague else 1), None),
        "upto": (None, high),
        "below": (None, None if high is None else high - 1),
        "about": (low, high),
    }
    low, high = bounds[kind]
    return Quantity(i, inner.j, low, high, about=kind == "about", vague=inner.vague)


def _between(tokens: Sequence[Token], i: int) -> Quantity | None:
    lows = [t.low for t in tokens]
    start = i + 1 if lows[i : i + 1] in (["between"], ["from"]) else i
    first = _dozen(tokens, start) or number_at(tokens, start)
    if not first or first[1] >= len(tokens) or lows[first[1]] not in ("and", "to", "or", "–"):
        return None
    if start == i and lows[first[1]] == "and":
        return None
    second = _dozen(tokens, first[1] + 1) or number_at(tokens, first[1] + 1)
    if not second or second[0] <= first[0]:
        return None
    return Quantity(i, second[1], first[0], second[0])


def _core(tokens: Sequence[Token], i: int) -> Quantity | None:
    dozen = _dozen(tokens, i) or number_at(tokens, i)
    if dozen:
        return Quantity(i, dozen[1], dozen[0], dozen[0])
    lows = [t.low for t in tokens[i : i + 4]]
    if lows[:3] == ["a", "number", "of"]:
        return Quantity(i, i + 3, 1, None, vague=True)
    if lows[:2] in (["a", "couple"], ["a", "pair"]):
        return Quantity(i, i + (3 if lows[2:3] == ["of"] else 2), 2, 2)
    if lows[:2] in (["a", "few"], ["a", "handful"]):
        return Quantity(i, i + (3 if lows[2:3] == ["of"] else 2), 2, None, vague=True)
    if lows and lows[0] in VAGUE:
        return Quantity(i, i + (2 if lows[1:2] == ["of"] else 1), VAGUE[lows[0]], None, vague=True)
    if lows and lows[0] == "both":
        return Quantity(i, i + 1, 2, 2)
    return None


def quantity_ending(tokens: Sequence[Token], j: int, reach: int = 7) -> Quantity | None:
    """The longest quantity that ends at token j ("at least" + "five" before the noun at j)."""
    best = None
    for i in range(max(0, j - reach), j):
        found = quantity_at(tokens, i)
        if found and found.j == j:
            best = found
            break
    return best
