"""Who claims, who denies, who is blamed and by whom, as a sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.tokens import Item
from attack_timeline.knowledge import Knowledge

NEGATIVE_REACH = 8
GROUP_REACH = 10
CLAIM_WORDS = frozenset("claim claims claimed claiming responsibility admitted credit acknowledged adopted".split())
OWNING = frozenset("said says called described announced calls describes".split())
REASONS = frozenset("retaliation retaliatory revenge response reprisal retribution self-defense self-defence avenge".split())
OPERATIONS = frozenset("operation attack attacks strikes launch".split())
IN_GENERAL = frozenset("most many dozens scores several string series previous earlier other similar such".split())
MODALS = frozenset("would will may might could can should must to if planned vowed promised threatened".split())
NEGATIVES = frozenset("no nobody none not never without neither nor yet".split())
NAME = re.compile(r"[\"“'‘]?((?:[A-Z][\w’'-]+|al-[\w’'-]+)(?:[ -](?:of|the|al|el|and|to|for|in|[A-Z][\w’'-]+|al-[\w’'-]+)){0,6})")


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """`kind`: claimed, unclaimed, denied or attributed; `group`: group id or the name as written; `by`: who blames."""

    kind: str
    i: int
    start: int
    end: int
    rule: str
    group: str | None = None
    by: str | None = None


def read_claims(line: Line, text: str, knowledge: Knowledge) -> list[ClaimFact]:
    """Every claim, denial and blame that the sentence tells."""
    found = list(_unclaimed(line))
    taken = [(f.start, f.end) for f in found]
    others = (*_claimed(line, text, knowledge), *_denied(line, knowledge), *_blamed(line, text, knowledge))
    return found + [f for f in others if f.kind in ("attributed", "denied") or not any(f.start < b and a < f.end for a, b in taken)]


def _span(line: Line, i: int, j: int) -> tuple[int, int]:
    return line.tokens[i].start, line.tokens[j - 1].end


def _unclaimed(line: Line) -> Iterator[ClaimFact]:
    """ "No group has claimed responsibility", "there was no immediate claim", "not yet claimed", "none of them claimed"."""
    for item in line.labelled("unclaimed"):
        yield ClaimFact("unclaimed", item.i, item.start, item.end, "claim.none")
    for k, token in enumerate(line.tokens):
        if token.low not in CLAIM_WORDS:
            continue
        low = max(0, k - NEGATIVE_REACH)
        for n in range(k - 1, low - 1, -1):
            if line.tokens[n].low in (",", ";", "but", "which", "who"):
                break
            if line.tokens[n].low in NEGATIVES and not (token.low == "responsibility" and "claim" in line.words_between(n + 1, k)):
                start, end = _span(line, n, k + 1)
                yield ClaimFact("unclaimed", n, start, end, "claim.none")
                return


def _claimed(line: Line, text: str, knowledge: Knowledge) -> Iterator[ClaimFact]:
    for item in (*line.labelled("claims"), *_claim_verbs(line), *_said_it_did(line), *_owned(line, knowledge)):
        group = _general(line, _group_before(line, item.i, knowledge), knowledge) or _unknown_name(line, text, 0, item.i)
        if group:
            start, end = _span(line, item.i, item.j)
            yield ClaimFact("claimed", item.i, start, end, "claim.by-claimant", group)
    for item in line.labelled("claimed_by"):
        named = _unknown_name(line, text, item.j, min(len(line.tokens), item.j + 16))
        known = _general(line, _group_after(line, item.j, knowledge), knowledge)
        if known or named:
            yield ClaimFact("claimed", item.i, item.start, item.end, "claim.claimed-by", known or named)


def _general(line: Line, group: str | None, knowledge: Knowledge) -> str | None:
    """None for a group without a name in a sentence about what groups do as a rule."""
    rule = {"sometimes", "often", "usually", "generally", "regularly", "rarely", "normally", "typically"} & set(line.lows)
    return None if group and rule and knowledge.groups[group].kind == "unnamed" else group


def _claim_verbs(line: Line) -> Iterator[Item]:
    """ "claimed it", "claimed Monday's attack", "claims the bombs", but not "claimed that", "claimed to", "claimed the life of"."""
    for k, token in enumerate(line.tokens):
        if token.low not in ("claimed", "claims", "claiming") or k + 1 >= len(line.tokens):
            continue
        after = line.words_between(k + 1, k + 4)
        if (
            after[0] not in ("that", "to", "without", "by", ",", ".", "lives", "in", "he", "she", "they", "there", "it")
            or after[:2] in (["it", "."], ["it", ","], ["it", "in"])
            or (after[0] == "it" and len(after) == 1)
        ):
            if not set(after) & {"life", "lives", "victory"} and (k == 0 or line.tokens[k - 1].low not in ("was", "were", "been", "is", "be", "not")):
                yield Item("claims", k, k + 1, token.start, token.end)


def _said_it_did(line: Line) -> Iterator[Item]:
    """ "said on the internet that it had struck the occupier", "announced that its fighters launched drones"."""
    verbs = {v.i: v for v in line.labelled("fire", "land", "attack")}
    for k, token in enumerate(line.tokens):
        if token.low not in ("said", "says", "announced", "declared", "statement", "saying", "stated", "confirmed"):
            continue
        window = line.words_between(k + 1, k + 14)
        pronoun = next((n for n, low in enumerate(window) if low in ("it", "they", "its", "their", "we")), None)
        if pronoun is None or (window[pronoun] == "they" and any(w.j <= k for w in line.labelled("weapon"))):
            continue  # "four rockets came down, and an official said they hit": the rockets
        n = k + 1 + pronoun + 1
        while n < len(line.tokens) and line.tokens[n].low in ("had", "have", "has", "fighters", "members", "men", "forces", "also"):
            n += 1
        if n in verbs and verbs[n].start != line.tokens[k].start:
            yield Item("claims", k, verbs[n].j, token.start, verbs[n].end)


def _owned(line: Line, knowledge: Knowledge) -> Iterator[Item]:
    """ "Which Tehran said were retaliation", "in what it called revenge", "the Guards announced the operation": who explains a deed owns it."""
    for k, token in enumerate(line.tokens):
        if token.low not in OWNING or (k and line.tokens[k - 1].low in MODALS):
            continue
        behind = [g for g in line.labelled("group") if g.j <= k]
        speaker = bool(behind) and k - behind[-1].j <= 1 and not knowledge.groups[behind[-1].value.id].friendly
        pronoun = bool(behind) and line.tokens[k - 1].low in ("it", "they") and all(not knowledge.groups[g.value.id].friendly for g in behind)
        after = line.words_between(k + 1, k + 10)
        stop = next((n for n, low in enumerate(after) if low in (";", ":", "“", '"')), len(after))
        reason = next((n for n, low in enumerate(after[:stop]) if low in REASONS), None)
        operation = token.low == "announced" and after[:1] == ["the"] and bool(set(after[:4]) & OPERATIONS)
        if not (speaker or pronoun) or (reason is None and not operation):
            continue
        if operation or not set(after[: (reason or 0) + 1]) & (MODALS | NEGATIVES | {"us", "u.s.", "american", "any", "further"}):
            yield Item("claims", k, k + 1, token.start, token.end)


def _hostile(line: Line, knowledge: Knowledge) -> list[Item]:
    return [g for g in line.labelled("group") if not knowledge.groups[g.value.id].friendly]


def _group_before(line: Line, i: int, knowledge: Knowledge) -> str | None:
    near = [g for g in _hostile(line, knowledge) if g.j <= i and i - g.j <= GROUP_REACH + 8]
    return near[-1].value.id if near else None


def _group_after(line: Line, j: int, knowledge: Knowledge) -> str | None:
    near = [g for g in _hostile(line, knowledge) if j <= g.i <= j + GROUP_REACH]
    return near[0].value.id if near else None


def _unknown_name(line: Line, text: str, i: int, j: int) -> str | None:
    """The name behind "a group calling itself", as it is written; None where the knowledge knows the group (it was found before)."""
    for item in line.labelled("unknown_group"):
        if i <= item.i < j:
            rest = text[item.end : min(line.sentence.end, item.end + 120)]
            match = NAME.match(re.sub(r"^[ :,]*(?:[\"“'‘]?[Tt]he )?", "", rest))
            if match and match[1][0].isupper():
                return match[1].strip()
    return None


def _denied(line: Line, knowledge: Knowledge) -> Iterator[ClaimFact]:
    """The blamed deny it."""
    for item in line.labelled("denials"):
        group = _group_before(line, item.i, knowledge)
        bare = line.tokens[item.j - 1].low in ("denied", "denies")
        after = line.words_between(item.j, item.j + 8)
        about = {"involvement", "responsibility", "role", "behind", "attack", "attacks", "charge", "accusation", "accusations", "it", "link"}
        if group and (not bare or set(after) & about):
            yield ClaimFact("denied", item.i, item.start, item.end, "claim.denied", group)


def _blamed(line: Line, text: str, knowledge: Knowledge) -> Iterator[ClaimFact]:
    """ "Washington blamed X", "attributed the attack to X", "X was responsible for"."""
    for item in line.labelled("blame"):
        first = line.tokens[item.i].low
        if "responsible" in line.words_between(item.i, item.j) and first in ("was", "were", "is", "responsible"):
            group, by = _group_before(line, item.i, knowledge), _blamer(line, text, item.i, knowledge)
            if line.words_between(max(0, item.i - 3), item.i)[-1:] == ["not"]:
                continue
            if set(line.words_between(item.j, item.j + 3)) & IN_GENERAL:
                continue  # "responsible for most of the recent attacks": not for this one
        else:
            group, by = _group_after(line, item.j, knowledge), _blamer(line, text, item.i, knowledge)
        if group:
            yield ClaimFact("attributed", item.i, item.start, item.end, "attributed.blame", group, by)


def _blamer(line: Line, text: str, i: int, knowledge: Knowledge) -> str:
    """Who blames: a known force or state, else the words before the verb."""
    for group in reversed([g for g in line.labelled("group") if g.j <= i]):
        return str(group.value.id)
    low = i
    while low > 0 and i - low < 6 and line.tokens[low - 1].low not in (",", ";", "“", '"', "and", "but", "that", "which"):
        low -= 1
    words = re.sub(r"\s+", " ", text[line.tokens[low].start : line.tokens[i].start]).strip()
    return words or "unnamed"
