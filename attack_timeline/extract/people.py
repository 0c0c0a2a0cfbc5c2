"""People counted in a noun phrase: "two soldiers", "a contractor and five others", "three people, two Americans and a Briton"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.quantities import Quantity, quantity_at
from attack_timeline.extract.tokens import Item

NP_REACH = 8  # tokens from a number to its noun ("two members of the Iraqi security forces")
PARTS = frozenset("including among of".split())
AFTER_PERSON = frozenset(
    "and was were had who died killed in at with by when wounded injured to from on during as or has is of among dead hurt that".split()
)
PHRASE_END = frozenset(", ; . ( ) and in at on when that who by after were was with from during including".split())
NUMBER_END = frozenset(", . and in of others by when were was more on at after as during while near with".split())
HEADS = frozenset("members soldiers personnel contractors contractor officers guards troops".split())
GENERIC = frozenset("people persons others members casualties".split())
OWN_PEOPLE = frozenset("iraqi u.s. american security".split())
ARTICLES = frozenset("a an one another single".split())


@dataclass(frozen=True, slots=True)
class People:
    """A counted noun phrase on tokens [i, j)."""

    i: int
    j: int
    low: int | None
    high: int | None
    vague: bool
    attackers: bool
    generic: bool
    after_comma: bool = False


def people_at(line: Line, i: int) -> People | None:
    """The counted noun phrase that starts at token i: "two soldiers", "an American contractor", "several of them", "five others"."""
    quantity = quantity_at(line.tokens, i)
    if quantity is None and line.tokens[i].low not in ARTICLES:
        return None
    j = quantity.j if quantity else i + 1
    if quantity and line.words_between(i - 1, i) == [","] and line.words_between(j, j + 1) == [","]:
        return None  # an age: "Sgt. Smith, 39, a mechanic, died"
    noun = _noun_behind(line, j)
    if noun is None:
        return _without_noun(line, i, quantity) if quantity else None
    word = line.tokens[noun.j - 1].low
    if quantity is None and word.endswith("s") and word != "forces":
        return None
    ours = bool(OWN_PEOPLE & set(line.words_between(i, noun.j)))
    low, high, vague = (quantity.low, quantity.high, quantity.vague) if quantity else (1, 1, False)
    return People(i, noun.j, low, high, vague, are_attackers(line, i, noun.j) and not ours, word in GENERIC)


def _noun_behind(line: Line, j: int) -> Item | None:
    """The person noun that a number before token j counts, with the nouns that go on from it ("American service members")."""
    noun: Item | None = None
    for k in range(j, min(len(line.tokens), j + NP_REACH)):
        word = line.tokens[k].low
        if (word in PHRASE_END and not (word == "," and k == j)) or (word == "of" and noun is None and k > j):
            break
        person = line.at("persons", k)
        if person is None or person.i != k or _adjective(line, person):
            continue
        noun = person
        following = line.tokens[person.j].low if person.j < len(line.tokens) else ""
        if not line.at("persons", person.j) and following not in HEADS:
            break
    return noun


def _without_noun(line: Line, i: int, quantity: Quantity) -> People | None:
    """ "two of the attackers", "wounding four": a number whose noun stands behind "of", or was told before."""
    tokens, j = line.tokens, quantity.j
    following = tokens[j].low if j < len(tokens) else ""
    if following == "of":
        whose = next((n for n in range(j + 1, min(len(tokens), j + 5)) if line.at("persons", n) or line.at("attackers", n)), None)
        if whose is not None and not {",", "and", "were", "was"} & set(line.words_between(j, whose)):
            return People(i, whose + 1, quantity.low, quantity.high, quantity.vague, bool(line.at("attackers", whose)), True)
    if following and following not in NUMBER_END:
        return None
    return People(i, j, quantity.low, quantity.high, quantity.vague, are_attackers(line, i, j), True)


def _adjective(line: Line, person: Item) -> bool:
    """ "an American drone strike": a nationality that is no person here."""
    if line.tokens[person.j - 1].low.endswith("s") or not (
        line.at("us_words", person.i) or line.at("partner_words", person.i) or line.tokens[person.i].low == "iraqi"
    ):
        return False
    return (
        person.j < len(line.tokens)
        and line.tokens[person.j].low.isalpha()
        and line.tokens[person.j].low not in AFTER_PERSON
        and not line.at("persons", person.j)
    )


def _named(line: Line, i: int) -> People | None:
    """A person by name and rank at token i: "Staff Sgt. Jane Smith"; never one of the other side's dead."""
    j = i
    while j < len(line.tokens) and line.tokens[j].capital and j - i < 6 and line.tokens[j].low.isalpha():
        j += 1
    known = any(
        x.i < j and i < x.j
        for x in line.labelled("enemy_dead", "us_words", "partner_words", "place", "site", "group", "weapon", "persons")
        if x.label != "persons" or x.j == j
    )
    if j - i < 2 or i == 0 or known:
        return None
    return People(i, j, 1, 1, False, False, False)


def are_attackers(line: Line, i: int, j: int) -> bool:
    return any(i <= a.i < j for a in line.labelled("attackers")) or any(i <= a.i < j + 3 and not a.value for a in line.labelled("enemy_dead"))


def people_listed(line: Line, i: int) -> list[People]:
    """Noun phrases coordinated from token i: "a contractor and five others as well as a soldier"."""
    found: list[People] = []
    k, comma = i, False
    while k < len(line.tokens):
        people = people_at(line, k) or _named(line, k)
        if people is None or (
            found and line.words_between(people.i, people.i + 3)[1:2] in (["of"], ["critically"], ["seriously"], ["in"], ["fatally"])
        ):
            break
        found.append(replace(people, after_comma=comma))
        k = people.j
        while (
            k < len(line.tokens)
            and k - people.j <= 9
            and line.tokens[k].low
            in (
                "of",
                "from",
                "one",
                "the",
                "family",
                "iraqi",
                "working",
                "for",
                "u.s.",
                "american",
                "national",
                "nationals",
                "security",
                "forces",
                "air",
                "force",
                "army",
                "a",
                "same",
            )
        ):
            if people_at(line, k) and line.tokens[k - 1].low in ("and", ","):
                break
            k += 1
        words = line.words_between(k, k + 3)
        comma = words[:1] == [","] and words[1:2] != ["and"]
        if words[:3] == ["as", "well", "as"]:
            k += 3
        elif words[:2] == [",", "and"]:
            k += 2
        elif words[:1] in (["and"], [","]):
            k += 1
        else:
            break
        if k < len(line.tokens) and line.tokens[k].low in PARTS:
            break
    return found


def total(people: list[People]) -> tuple[int | None, int | None, bool]:
    """Sum of a list; where the first already is the sum of the rest ("three people, two Americans and a Briton") it stands alone."""
    first, rest = people[0], people[1:]
    parts = sum(p.low or 0 for p in rest)
    if rest and first.low and rest[0].after_comma and (parts == first.low or (first.generic and parts < first.low)):
        return first.low, first.high, first.vague
    low = None if all(p.low is None for p in people) else sum(p.low or 0 for p in people)
    high = None if any(p.high is None for p in people) else sum(p.high or 0 for p in people)
    return low, high, all(p.vague for p in people)
