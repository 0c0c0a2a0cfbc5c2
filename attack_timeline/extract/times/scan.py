"""One pass over the text: at each word that can begin a time, the longest rule that matches there wins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attack_timeline.extract.sentences import Sentence, split_sentences
from attack_timeline.extract.times.clause import Quotes, tense_of
from attack_timeline.extract.times.relative_rules import RULES
from attack_timeline.extract.times.rule import Fields, Rule, read_groups
from attack_timeline.knowledge.landmarks import Landmark, LandmarkMention, landmark_mentions
from attack_timeline.model import Tense, TimeExpression

_TOKEN = re.compile(r"[A-Za-z]+|(?<![A-Za-z\d])\d")
_IN_TIME = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "and",
        "or",
        "through",
        "during",
        "before",
        "after",
        "between",
        "last",
        "early",
        "late",
        "mid",
        "on",
        "for",
        "about",
        "around",
        "the",
        "this",
        "every",
        "each",
    ]
)
_SEASON_LEAD = frozenset(
    [
        "the",
        "in",
        "by",
        "that",
        "this",
        "during",
        "early",
        "late",
        "mid",
        "of",
        "last",
        "next",
        "until",
        "since",
        "from",
        "each",
        "every",
        "each",
        "and",
        "or",
        "following",
    ]
)
_HOOK = re.compile(
    r"(?i:since|until|till|before|after|following|ahead\sof|prior\sto|from|during|at|in\sthe\swake\sof)\s(?:the\s|a\s|an\s|his\s|its\s|their\s)?"
)
_LEADING = re.compile(r"(?i:on|in|at|by|during|until|since|over)\s(?=(?i:the|its|that|this)\s)")
_BOUND = re.compile(r"(?i:\b(since|until|till)\s(?:the\s)?)$")
# How far behind "two days before" the landmark may begin: "... the scheduled arrival of", "... the first visit by".
LANDMARK_REACH = 60
# How far around a time its verb is looked for; longer sentences are lists.
CLAUSE_REACH = 300


class Found(NamedTuple):
    start: int
    end: int
    rule: Rule
    fields: Fields


@cache
def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in rule.starts:
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


def find_times(text: str, landmarks: Sequence[Landmark] = ()) -> list[TimeExpression]:
    """Every time expression of the text, in order, without overlaps."""
    found = list(_scan(text))
    if landmarks:
        found = _hook_landmarks(text, found, landmark_mentions(text, landmarks))
    if not found:
        return []
    sentences = split_sentences(text)
    starts = [sentence.start for sentence in sentences]
    quotes = Quotes(text)
    return [_expression(text, item, sentences[max(0, bisect_right(starts, item.start) - 1)], quotes) for item in found]


def _scan(text: str) -> Iterator[Found]:
    table, done = _by_first_word(), 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < done:
            continue
        word = token[0].casefold()
        rules = table.get("#" if word.isdigit() else word)
        best = _longest(text, start, rules) if rules else None
        if best is None:
            continue
        done = best.end
        yield best


def _longest(text: str, start: int, rules: tuple[Rule, ...]) -> Found | None:
    best: Found | None = None
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match is None or match.end() == start or (best and match.end() <= best.end):
            continue
        fields = rule.finish(read_groups(match), match)
        if fields is not None and _plausible(text, start, match, rule, fields):
            lead = _LEADING.match(match[0])
            best = Found(start + (lead.end() if lead and rule.type != "range" else 0), start + len(match[0].rstrip(" ,")), rule, fields)
    return best


def _plausible(text: str, start: int, match: re.Match[str], rule: Rule, fields: Fields) -> bool:
    """Words that are also other words ("May", "March", "fall", a bare number) need company that makes them times."""
    if rule.type not in ("absolute", "range"):
        return True
    before = re.search(r"([A-Za-z]+)[-\s,(“\"]{1,3}$", text[max(0, start - 16) : start])
    previous = before[1].casefold() if before else ""
    bare = not any(fields.get(name) for name in ("day", "year", "part", "weekday", "modifier", "until"))
    if bare and fields.get("month") in (3, 5) and rule.id == "month":
        return previous == "in" or (
            previous in _IN_TIME and not re.match(r"\s(?:for|on|across|against|toward|through)\s", text[match.end() : match.end() + 9])
        )
    if bare and rule.id == "season":
        named = text[start].isupper() and re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]) is not None
        leads = previous in _SEASON_LEAD or match[0][:3].casefold() == "the"
        return (leads and not re.match(r"\sof\s", text[match.end() : match.end() + 4])) or (
            named and "fall" not in match[0].casefold() and not previous.istitle()
        )
    if rule.id == "year" and bare and fields["year"] < 1900:
        return (
            previous in _IN_TIME or text[start - 1 : start] in "(–-" or re.match(r"[,.;:)]|\s[a-z]", text[match.end() : match.end() + 2]) is not None
        )
    return True


def _hook_landmarks(text: str, found: list[Found], mentions: Sequence[LandmarkMention]) -> list[Found]:
    """Lets "the day after" and "since" hang on the landmark named behind them."""
    hooked: list[Found] = []
    starts = [mention.start for mention in mentions]
    used: set[int] = set()
    for item in found:
        if hooked and item.start < hooked[-1].end:
            continue
        index = bisect_right(starts, item.end - 1)
        if item.rule.id.startswith("after-what") and index < len(mentions):
            mention = mentions[index]
            gap = text[item.end : mention.start]
            if len(gap) <= LANDMARK_REACH and not re.search(r"[.!?;:\n]", gap):
                used.add(index)
                hooked.append(Found(item.start, mention.end, item.rule, {**item.fields, "landmark": mention.id}))
                continue
        hooked.append(item)
    return _add_bare_hooks(text, hooked, [mention for index, mention in enumerate(mentions) if index not in used])


def _add_bare_hooks(text: str, found: list[Found], mentions: Sequence[LandmarkMention]) -> list[Found]:
    """ "since Joe Biden took office", "after Soleimani was killed": a landmark with a word of time before it."""
    added: list[Found] = []
    starts = [item.start for item in found]
    for mention in mentions:
        window = max(0, mention.start - 24)
        hook = next((match for match in _HOOK.finditer(text, window, mention.start) if match.end() == mention.start), None)
        if hook is None or (hook.start() > 0 and text[hook.start() - 1].isalpha()):
            continue
        before = bisect_right(starts, mention.end - 1) - 1
        if before >= 0 and hook.start() < found[before].end:
            continue
        word = hook[0].split()[0].casefold()
        modifier = {"till": "until", "from": "since", "following": "after", "ahead": "before", "prior": "before", "during": "at"}.get(word, word)
        added.append(Found(hook.start(), mention.end, HOOK_RULE, {"landmark": mention.id, "modifier": modifier}))
    return sorted(found + added, key=lambda item: item.start)


HOOK_RULE = Rule("landmark", "landmark", _HOOK, frozenset(), lambda fields, match: fields)


def _expression(text: str, item: Found, sentence: Sentence, quotes: Quotes) -> TimeExpression:
    fields = dict(item.fields)
    until = fields.pop("until", None)
    bound = _BOUND.search(text[max(0, item.start - 12) : item.start])
    if bound and "modifier" not in fields and item.rule.type in ("absolute", "weekday"):
        fields["modifier"] = "until" if bound[1].casefold() == "till" else bound[1].casefold()
    type_ = (
        "landmark"
        if fields.get("landmark")
        else "deictic"
        if fields.get("modifier") in ("last", "this", "next") and "weekday" not in fields
        else item.rule.type
    )
    common = {
        "sentence": sentence.index,
        "paragraph": sentence.paragraph,
        "quoted": quotes.cover(item.start),
        "tense": _tense(text, item, sentence),
    }
    end = None
    if until is not None:
        begin = until.pop("start")
        end = TimeExpression(start=begin, end=item.end, text=text[begin : item.end], type=_end_type(until), rule=item.rule.id, **until, **common)
        type_ = "range"
    return TimeExpression(
        start=item.start, end=item.end, text=text[item.start : item.end], type=type_, rule=item.rule.id, until=end, **fields, **common
    )


def _tense(text: str, item: Found, sentence: Sentence) -> Tense | None:
    left, right = max(sentence.start, item.start - CLAUSE_REACH), min(sentence.end, item.end + CLAUSE_REACH)
    return tense_of(text[left:right], item.start - left, item.end - left)


def _end_type(fields: Fields) -> str:
    return "weekday" if "weekday" in fields else "absolute" if "month" in fields or "year" in fields else "elliptic"
