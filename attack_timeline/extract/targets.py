"""What an attack was aimed at: named sites, described bases, missions, people of the coalition and supply convoys."""

from __future__ import annotations

from dataclasses import dataclass

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.quantities import number_at
from attack_timeline.extract.tokens import Item
from attack_timeline.extract.whereabouts import clause_end, left_words, phrase_end, us_marked, where_is
from attack_timeline.knowledge import Knowledge

HOSTING_REACH = 16  # tokens after "base" within which "that hosts US troops" may stand
US_ADJACENT = 3  # tokens between "US" and "troops" ("US and coalition troops")
FACILITIES = frozenset("site sites facility facilities installation installations compound compounds".split())
# "Fired at the same spot": what takes up the site told before.
SAME = frozenset("place spot location airport airfield site target installation facility complex outpost".split())
DEFINITE = frozenset({"the", "that", "this", "same", "its", "their", "those", "these"})


@dataclass(frozen=True, slots=True)
class Target:
    """A possible target on tokens [i, j) of a sentence.

    `kind`: site (in the gazetteer), base (described), mission (described), facility (of either kind), people, convoy, anaphor ("the base");
    `us`: the words
    make it American or of the coalition; `count`: how many sites a plural stands for (2 for "two bases"); `abroad`: out of Iraq.
    """

    kind: str
    i: int
    j: int
    start: int
    end: int
    site_id: str | None = None
    us: bool = False
    iraqi: bool = False
    abroad: bool = False
    in_scope: bool = True
    plural: bool = False
    count: int = 1
    bare: bool = False
    admin1: str | None = None
    region: str | None = None
    partner: str | None = None
    definite: bool = False


def find_targets(line: Line, annotated: Annotated, knowledge: Knowledge) -> list[Target]:
    """Every target that the sentence names, in order of place; site names win over descriptions of the same words."""
    found = [_site(item, knowledge) for item in line.labelled("site")]
    taken = [(t.i, t.j) for t in found]
    described = [_described(line, item, knowledge) for item in line.labelled("mission_nouns", "base_nouns")]
    described += [_convoy(line, item, knowledge) for item in line.labelled("convoy")]
    described += [_people(line, item, knowledge) for item in line.labelled("troops")]
    for target in described:
        if target and not any(target.i < j and i < target.j for i, j in taken):
            found.append(target)
            taken.append((target.i, target.j))
    found += [t for t in _unknown_bases(line) if not any(t.i < j and i < t.j for i, j in taken)]
    taken += [(t.i, t.j) for t in found]
    found += [t for t in _pronouns(line) if not any(t.i < j and i < t.j for i, j in taken)]
    return sorted(found, key=lambda t: (t.i, t.j))


def _unknown_bases(line: Line) -> list[Target]:
    """ "FOB Somewhere", "Camp So-and-so", "Joint Security Station X": American bases by their kind, kept by their words."""
    found = []
    for item in line.labelled("base_titles"):
        j = item.j
        while j < len(line.tokens) and j - item.j < 3 and line.tokens[j].capital and line.tokens[j].low not in ("on", "in", "the", "at"):
            j += 1
        if j > item.j and line.tokens[item.i].capital:
            found.append(Target("base", item.i, j, item.start, line.tokens[j - 1].end, us=True))
    return found


def _pronouns(line: Line) -> list[Target]:
    """ "fired at it", "damaged a helicopter there": the site told before."""
    found = []
    for k, token in enumerate(line.tokens):
        before = line.tokens[k - 1].low if k else ""
        after = line.tokens[k + 1].low if k + 1 < len(line.tokens) else "."
        subject = token.low == "it" and k == 0 and after in ("was", "has", "had", "came", "is")
        pronoun = subject or (token.low == "it" and before in ("at", "against", "on", "towards", "toward", "into", "near", "inside"))
        if pronoun or (
            token.low == "there"
            and k > 2
            and after not in ("was", "were", "is", "are", "has", "have", "had", "will", "may")
            and before not in (",", "that", "and", "but", "from")
        ):
            found.append(Target("anaphor", k, k + 1, token.start, token.end, bare=True))
        if before == "same" and token.low in SAME and (k < 2 or line.tokens[k - 2].low in ("the", "that", "this")):
            found.append(Target("anaphor", k - 1, k + 1, line.tokens[k - 1].start, token.end, bare=True))
    return found


def _site(item: Item, knowledge: Knowledge) -> Target:
    site = knowledge.sites[item.value.id]
    if item.value.how == "phrase" and site.in_scope and any(word in item.value.text.casefold().split() for word in ("near", "outside")):
        # "a base near the city": the town places it, but there may be more than one base near a town
        return Target("base", item.i, item.j, item.start, item.end, us=True, iraqi=True, admin1=site.admin1, region=site.region)
    return Target(
        "site",
        item.i,
        item.j,
        item.start,
        item.end,
        site_id=site.id,
        us=True,
        abroad=site.country != "IQ",
        in_scope=site.in_scope and site.country == "IQ",
        bare=item.value.bare,
        admin1=site.admin1,
        region=site.region,
        partner=site.partner,
    )


def _described(line: Line, item: Item, knowledge: Knowledge) -> Target | None:
    mission = item.label == "mission_nouns"
    left = left_words(line, item.i)
    end = clause_end(line, item.j, HOSTING_REACH)
    lefts = line.words_between(left, item.i)
    partnered = any(p.i >= left and p.j <= item.i for p in line.labelled("partner_words"))
    us = us_marked(line, left, item.i) or _hosts(line, item.j, end) or partnered
    iraqi = "iraqi" in lefts or "iraq" in lefts
    if set(lefts) & {"launch", "launching", "firing", "construction", "web", "news", "this"} and not us:
        return None
    plural = (
        line.tokens[item.j - 1].low.endswith("s")
        and not line.tokens[item.j - 1].low.endswith("ss")
        and line.tokens[item.j - 1].low not in ("headquarters", "barracks")
    )
    admin1, region, in_iraq = where_is(line, item.i, item.j, knowledge)
    count = _count(line, left, item.i) if plural else 1
    definite = bool(set(lefts) & DEFINITE)
    if mission and not us:
        return Target("anaphor", left, item.j, line.tokens[left].start, item.end, bare=True) if definite else None
    partner = _partner(line, left, item.i, knowledge)
    if partner and mission:
        return Target("mission", left, item.j, line.tokens[left].start, item.end, us=True, abroad=in_iraq is False, admin1=admin1, partner=partner)
    if line.tokens[item.j - 1].low in ("headquarters", "command", "position", "positions", "posts", "barracks") and not us:
        return None
    if not us and definite and not iraqi and in_iraq is None and item.j - left <= 4:
        return Target("anaphor", left, item.j, line.tokens[left].start, item.end, plural=plural, bare=True)
    if (
        line.tokens[item.j - 1].low
        in ("post", "posts", "position", "positions", "command", "headquarters", "site", "sites", "compound", "compounds", "airport")
        and not us
    ):
        return None
    stop = phrase_end(line, item.j, end)
    kind = "mission" if mission else "facility" if line.tokens[item.j - 1].low in FACILITIES else "base"
    return Target(
        kind,
        left,
        item.j,
        line.tokens[left].start,
        line.tokens[stop - 1].end,
        us=us,
        iraqi=iraqi or bool(in_iraq),
        abroad=in_iraq is False and not iraqi,
        plural=plural,
        count=count,
        admin1=admin1,
        region=region,
        definite=bool(set(lefts) & {"the", "these", "those"}),
    )


def _hosts(line: Line, j: int, end: int) -> bool:
    """ "base that hosts US troops", "where American soldiers are stationed", "with Americans on it", "of the coalition"."""
    first = line.tokens[j].low if j < len(line.tokens) else ""
    marks = [item for item in line.labelled("us_words") if j <= item.i < end]
    if not marks:
        return False
    mark = marks[0]
    if any(j <= item.i < end and item.i < mark.i for item in line.labelled("clause_turn") if line.tokens[item.i].low != "where"):
        return False
    if any(j <= item.i < mark.i for item in line.labelled("housing")):
        return (
            any(mark.i <= item.i <= mark.j + US_ADJACENT + 3 for item in line.labelled("troops"))
            or line.tokens[mark.j - 1].low.endswith("s")
            or line.tokens[mark.j - 1].low == "coalition"
        )
    return first == "of" and mark.i - j <= 3


def _count(line: Line, left: int, i: int) -> int:
    for k in range(left, i):
        if line.tokens[k].low == "both":
            return 2
        number = number_at(line.tokens, k)
        if number and 2 <= number[0] <= 4:
            return number[0]
    return 1


def _partner(line: Line, i: int, j: int, knowledge: Knowledge) -> str | None:
    """ISO country of the coalition partner whose nationality stands on tokens [i, j), where no American does."""
    codes = knowledge.vocabulary.groups["partner_words"].stands_for
    found = [item for item in line.labelled("partner_words") if i <= item.i and item.j <= j]
    return None if not found or us_marked(line, i, j) else codes.get(" ".join(line.words_between(found[0].i, found[0].j)))


def _convoy(line: Line, item: Item, knowledge: Knowledge) -> Target | None:
    low, high = max(0, item.i - 8), min(len(line.tokens), item.j + 14)
    near_us = us_marked(line, low, high) or any(low <= p.i < high for p in line.labelled("partner_words"))
    supply = any(low <= s.i < high for s in line.labelled("supply")) or bool(
        {"diplomatic", "diplomats", "embassy"} & set(line.words_between(low, high))
    )
    word = line.tokens[item.j - 1].low
    if not near_us or not (supply or "convoy" in word):
        return None
    if word in ("vehicle", "vehicles", "patrol", "truck", "trucks") and not (supply and near_us):
        return None
    admin1, region, in_iraq = where_is(line, item.i, item.j, knowledge)
    left = left_words(line, item.i)
    return Target(
        "convoy",
        left,
        item.j,
        line.tokens[left].start,
        item.end,
        us=True,
        abroad=in_iraq is False,
        plural=word.endswith("s"),
        admin1=admin1,
        region=region,
        partner=_partner(line, low, high, knowledge),
    )


def _people(line: Line, item: Item, knowledge: Knowledge) -> Target | None:
    left = max(0, item.i - US_ADJACENT - 1)
    marks = [m for m in line.labelled("us_words") if left <= m.i and m.j <= item.j]
    if not marks or line.tokens[item.j - 1].low in ("military", "company", "presence", "staff", "citizens"):
        return None
    first = marks[0].i
    if any(line.tokens[k].low in (",", "in", "and", "by", "that", "said", "'s") and k > first + 1 for k in range(first, item.i)):
        return None
    admin1, region, in_iraq = where_is(line, item.i, item.j, knowledge)
    return Target(
        "people",
        first,
        item.j,
        line.tokens[first].start,
        item.end,
        us=True,
        iraqi=bool(in_iraq),
        abroad=in_iraq is False,
        plural=True,
        admin1=admin1,
        region=region,
    )
