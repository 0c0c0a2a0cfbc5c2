"""People killed and hurt, as a sentence tells them: numbers with their nouns, zeros, parts and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.people import People, are_attackers, people_listed, total
from attack_timeline.extract.quantities import quantity_at
from attack_timeline.extract.tokens import Item

ZERO_REACH = 8
SUBJECT_REACH = 16
NEGATIVES = frozenset("no without nobody none neither nor zero not n't never".split())
BOTH = frozenset("casualties casualty victims victim losses harmed harming loss".split())
WOUNDED = frozenset("injuries injury injured hurt wounded wounds wounding injuring harm hurting concussions".split())
KILLED = frozenset("killed killing deaths death dead died fatalities fatality lives deceased".split())
UNKNOWN = frozenset(
    "specifying whether clear word information details detail confirm confirmed saying giving report know known immediately "
    "say if official elaborate mention mentioning".split()
)
ADDING = frozenset("too also another additional more".split())
EARLIER = frozenset("initially earlier originally previously first preliminary".split())
SUPPOSING = frozenset("if would could might may unless whether should".split())
BE = frozenset("was were is are be been being has have had".split())
PASSIVE = frozenset("was were is are be been being".split())
OPENERS = frozenset("that which who when after while where said as because but and with left leaving".split())


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people in `field` (killed or wounded) on tokens [i, j); `attackers` where those counted are attackers or the other side."""

    field: str
    low: int | None
    high: int | None
    i: int
    j: int
    start: int
    end: int
    rule: str
    vague: bool = False
    adding: bool = False
    earlier: bool = False
    attackers: bool = False


def read_tolls(line: Line) -> list[Toll]:
    """Every count of casualties that the sentence gives, zeros included."""
    found = list(_zeros(line))
    for field, verb in (("killed", "kill"), ("wounded", "wound")):
        found += [t for t in _active(line, field, f"{verb}_active") if not _overlaps(t, found)]
        found += [t for t in _nominal(line, field, f"{verb}_nouns") if not _overlaps(t, found)]
        found += [t for t in _risen(line, field) if not _overlaps(t, found)]
        found += [t for t in _passive(line, field, f"{verb}_passive") if not _overlaps(t, found)]
    return sorted((t for t in found if not _supposed(line, t)), key=lambda t: (t.i, t.field))


def _supposed(line: Line, toll: Toll) -> bool:
    """ "if a single American were killed", "could have killed dozens"."""
    return toll.low != 0 and bool(SUPPOSING & set(line.words_between(max(0, toll.i - 7), toll.i + 1)))


def _overlaps(toll: Toll, others: list[Toll]) -> bool:
    return any(toll.i < o.j and o.i < toll.j and (o.field == toll.field or o.low == 0) for o in others)


def _toll(line: Line, field: str, low: int | None, high: int | None, i: int, j: int, rule: str, **flags: bool) -> Toll:
    lows = line.words_between(max(0, i - 4), min(len(line.tokens), j + 4))
    around = line.words_between(0, len(line.tokens))
    flags.setdefault("adding", bool(set(lows) & ADDING))
    flags.setdefault("earlier", bool(set(around) & EARLIER) and low != 0)
    return Toll(field, low, high, i, j, line.tokens[i].start, line.tokens[j - 1].end, rule, **flags)


def _zeros(line: Line) -> Iterator[Toll]:
    """ "no casualties", "without injuring anyone", "nobody was killed or wounded", "neither damage nor casualties"."""
    k = 0
    while k < len(line.tokens):
        low = line.tokens[k].low
        if low not in NEGATIVES or (low == "no" and line.words_between(k + 1, k + 3) in (["fewer", "than"], ["less", "than"], ["longer"])):
            k += 1
            continue
        window: list[str] = []
        fields: set[str] = set()
        last = k
        for n in range(k + 1, min(len(line.tokens), k + 1 + ZERO_REACH)):
            word = line.tokens[n].low
            if word in (";", ":", ".", "but", "though", "although", "while") or (word == "," and (fields or low in ("not", "n't", "never"))):
                break
            if not fields:
                window.append(word)
            hit = _zero_fields(word)
            if hit:
                fields |= hit
                last = n
        if fields and not set(window) & (UNKNOWN - {"report"}) and not _claims_word(window):
            for field in sorted(fields):
                yield _toll(line, field, 0, 0, k, last + 1, "casualties.none", earlier=False, adding=False)
            k = last
        k += 1
    yield from _safe(line)
    yield from _hurt_nobody(line)


def _hurt_nobody(line: Line) -> Iterator[Toll]:
    """ "hurt nobody", "killed no one"."""
    for field, label in (("killed", "kill_active"), ("wounded", "wound_active")):
        for item in line.labelled(label):
            if line.words_between(item.j, item.j + 1) in (["nobody"], ["none"]) or line.words_between(item.j, item.j + 2) == ["no", "one"]:
                yield _toll(line, field, 0, 0, item.i, item.j + 1, "casualties.none", earlier=False, adding=False)


def _zero_fields(word: str) -> set[str]:
    if word in BOTH:
        return {"killed", "wounded"}
    if word in WOUNDED:
        return {"wounded"}
    return {"killed"} if word in KILLED else set()


def _claims_word(window: list[str]) -> bool:
    """ "no group claimed the attack that wounded": the negation belongs to the claim."""
    return any(w in ("claimed", "claim", "responsibility", "claims", "group", "longer", "doubt", "evidence", "attempt") for w in window[:5])


def _safe(line: Line) -> Iterator[Toll]:
    """ "all personnel are safe", "the soldiers were unhurt"."""
    for k, token in enumerate(line.tokens):
        lefts = line.words_between(max(0, k - 8), k)
        if token.low in ("unharmed", "unhurt", "uninjured") or (
            token.low == "safe" and set(lefts) & {"personnel", "staff", "troops", "everyone", "all"} and set(lefts) & {"are", "were", "is"}
        ):
            yield _toll(line, "wounded", 0, 0, max(0, k - 3), k + 1, "casualties.safe", earlier=False, adding=False)


def _active(line: Line, field: str, label: str) -> Iterator[Toll]:
    """ "killing two soldiers", "wounded at least three people, one seriously"."""
    for item in line.labelled(label):
        k = item.j
        before = line.tokens[item.i - 1].low if item.i else ""
        if k >= len(line.tokens) or _attributive(line, item.i) or before == "to" or (before in PASSIVE and line.tokens[item.i].low.endswith("ed")):
            continue
        people = people_listed(line, k)
        if not people and line.tokens[k].low in ("the", "its", "their"):
            continue
        if not people:
            plural = None if line.tokens[k].low in ("and", "or", ",", "in", "by", "when", "at", "on") else _bare_plural(line, k)
            if plural:
                yield _toll(line, field, 2, None, item.i, plural[0], f"casualties.{field}-active", vague=True, attackers=plural[1])
            continue
        low, high, vague = total(people)
        yield _toll(
            line, field, low, high, item.i, people[-1].j, f"casualties.{field}-active", vague=vague, attackers=all(p.attackers for p in people)
        )


def _bare_plural(line: Line, k: int) -> tuple[int, bool] | None:
    """ "wounding American and Iraqi soldiers": a plural without a number is at least two."""
    for n in range(k, min(len(line.tokens), k + 5)):
        person = line.at("persons", n)
        if (
            person
            and person.i == n
            and line.tokens[person.j - 1].low.endswith(("s", "men", "people", "personnel"))
            and line.tokens[n].low not in ("others", "police")
        ):
            if any(line.tokens[m].low in (",", ";", ":", ".", "in", "by", "at", "on", "when", "the") for m in range(k, n)):
                return None
            return person.j, are_attackers(line, k, person.j)
    return None


def _risen(line: Line, field: str) -> Iterator[Toll]:
    """ "the number of wounded has risen to nine", "the toll rose to 11"."""
    cues = {"killed": {"killed", "dead", "deaths", "toll"}, "wounded": {"wounded", "hurt", "injured", "injuries"}}[field]
    for k, token in enumerate(line.tokens):
        if token.low == "toll" and line.words_between(k + 1, k + 2) == ["to"] and field == "killed":
            quantity = quantity_at(line.tokens, k + 2)
            if quantity:
                yield _toll(line, field, quantity.low, quantity.high, k, quantity.j, "casualties.risen", earlier=False, adding=False)
        if (
            token.low in ("risen", "rose", "climbed", "increased", "grown", "rises", "climbs", "grew")
            and k + 2 < len(line.tokens)
            and line.tokens[k + 1].low == "to"
        ):
            quantity = quantity_at(line.tokens, k + 2)
            if quantity and cues & set(line.words_between(0, k)) and (field == "killed" or "toll" not in line.words_between(0, k)):
                yield _toll(line, field, quantity.low, quantity.high, k, quantity.j, "casualties.risen", earlier=False, adding=False)


def _nominal(line: Line, field: str, label: str) -> Iterator[Toll]:
    """ "the death of an American contractor", "the wounding of several soldiers"."""
    for item in line.labelled(label):
        people = people_listed(line, item.j)
        if people:
            low, high, vague = total(people)
            yield _toll(
                line, field, low, high, item.i, people[-1].j, f"casualties.{field}-nominal", vague=vague, attackers=all(p.attackers for p in people)
            )
    if field == "wounded":
        for k, token in enumerate(line.tokens):
            if token.low in ("injuries", "concussions") and k:
                quantity = next((q for q in (quantity_at(line.tokens, n) for n in range(max(0, k - 4), k)) if q and q.j <= k), None)
                if (
                    quantity
                    and quantity.low
                    and all(
                        w in ("minor", "light", "serious", "reported", "slight", "non", "u.s.", "american") for w in line.words_between(quantity.j, k)
                    )
                ):
                    yield _toll(line, field, quantity.low, quantity.high, quantity.i, k + 1, "casualties.injuries")


def _passive(line: Line, field: str, label: str) -> Iterator[Toll]:
    """ "two soldiers were wounded", "an American contractor died", "five dead"; the subject stands before the verb."""
    seen: set[int] = set()
    for item in (*line.labelled(label), *(_suffered(line) if field == "wounded" else ())):
        if _attributive(line, item.i):
            continue
        after = line.tokens[item.j].low if item.j < len(line.tokens) else "."
        if people_listed(line, item.j) and line.tokens[item.i].low != "died" and after not in ("in", "when", "."):
            continue
        people = _subject(line, item.i)
        if people and people[0].i not in seen and not _over_time(line, item):
            seen.add(people[0].i)
            low, high, vague = total(people)
            if _named_victim(line, people[0]):
                low, high = (low or 0) + 1, None if high is None else high + 1
            yield _toll(
                line, field, low, high, people[0].i, item.j, f"casualties.{field}-passive", vague=vague, attackers=all(p.attackers for p in people)
            )


def _suffered(line: Line) -> Iterator[Item]:
    """ "suffered slight wounds", "sustained non-serious injuries", "received a concussion"."""
    for k, token in enumerate(line.tokens):
        if token.low in ("suffered", "sustained", "received", "suffering", "suffer", "incurred"):
            n = next(
                (n for n in range(k + 1, min(len(line.tokens), k + 6)) if line.tokens[n].low in WOUNDED | {"concussion", "injury", "brain", "burns"}),
                None,
            )
            if n is not None:
                yield Item("suffered", k, n + 1, token.start, line.tokens[n].end)


def _named_victim(line: Line, people: People) -> bool:
    """ "Sgt. Smith and two other soldiers were killed": the name counts, too."""
    return (
        people.i >= 2
        and line.tokens[people.i - 1].low == "and"
        and line.tokens[people.i - 2].capital
        and "other" in line.words_between(people.i, people.j)
    )


def _over_time(line: Line, item: Item) -> bool:
    """A count over a period: "had been hurt before this week", "have been killed since October"."""
    return bool(set(line.words_between(item.j, item.j + 2)) & {"before", "since", "so"}) or "since" in line.words_between(item.j, item.j + 8)


def _attributive(line: Line, k: int) -> bool:
    """ "the wounded soldiers": an adjective, no verb."""
    return bool(k and line.tokens[k - 1].low in ("the", "of", "these", "those") and line.at("persons", k + 1))


def _subject(line: Line, verb: int) -> list[People]:
    """The counted noun phrases of the clause before the verb; a parenthesis between commas is passed over."""
    if verb > 2 and line.tokens[verb - 1].low in BE:
        k = verb - 1
        while k > 0 and line.tokens[k - 1].low in BE:
            k -= 1
        if line.tokens[k - 1].low == ",":  # a parenthesis between commas stands before the verb
            verb = next((n for n in range(k - 2, max(0, k - 24), -1) if line.tokens[n].low == ","), verb)
    low = max(0, verb - SUBJECT_REACH)
    start = low
    for k in range(verb - 1, low - 1, -1):
        word = line.tokens[k].low
        if (word in OPENERS and k < verb - 1 and word not in ("and", "with", "as")) or word in (";", ":", "—", "–"):
            start = k + 1
            break
        if word == "and" and any(
            n
            for n in range(k - 3, k)
            if n >= 0 and line.tokens[n].low in ("killed", "died", "wounded", "injured", "dead", "hurt", "lives", "perished")
        ):
            start = k + 1
            break
        if (line.at("kill_active", k) or line.at("wound_active", k)) and not _attributive(line, k):
            start = k + 1
            break
    for k in range(start, verb):
        people = people_listed(line, k)
        if people and people[0].j <= verb and not _other_noun(line, people[0], verb):
            return [p for p in people if p.j <= verb]
    return []


def _other_noun(line: Line, people: People, verb: int) -> bool:
    """The phrase is not the subject: another attack verb or a preposition's object lies between it and the verb."""
    between = line.words_between(people.j, verb)
    before = line.tokens[people.i - 1].low if people.i else ""
    return before in ("of", "by", "with", "from", "to", "for", "at", "than") or any(
        w in ("hit", "struck", "fired", "landed", "fell", "exploded", "targeted", "launched") for w in between
    )
