"""One pass over an article: what is named where, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from attack_timeline.extract.quantities import TENS, UNITS
from attack_timeline.extract.sentences import Sentence, split_sentences
from attack_timeline.extract.tokens import Item, PhraseTagger, Token, merge_items, spanning, tokenize
from attack_timeline.knowledge import Knowledge
from attack_timeline.model import Article, TimeExpression

# "BAGHDAD, May 19 (Agency) -", "WASHINGTON/DUBAI (Agency) --", "TEHRAN -"
DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'. /-]{2,30}(?:,[^()—–\n]{1,40})?(?:\([^()\n]{2,40}\))?"
    r"|[A-Z][\w’'. /-]{2,30}(?:,[^()—–\n]{1,40})?\([^()\n]{2,40}\)"  # "Baghdad, Nov 9 (Agency) -"
    r"|[A-Z][\w’'. /-]{2,30}, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?) ?(?:—|–|--?)(?=\s)"
)
BRACKETED = re.compile(r"\[([^\]]*)\]")
BRACKETS = re.compile(r"[\[\]]")
# Months that are other words, too: "In May rockets hit the base" is no conjecture, "in March" no demonstration.
MONTHS_AND_VERBS = frozenset({"may", "march"})
COUNTED = frozenset("days day weeks week hours hour months month years year".split())
LONGEST = 150  # tokens: no sentence of news is longer, and what looks at all words of a sentence for each of them stays cheap
HEADLINE_TOKENS = 22  # longer first lines are leads, not headlines


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, on tokens [i, j): `group` where the knowledge has an id for it; `friendly` for forces whose strikes are no incidents."""

    i: int
    j: int
    start: int
    end: int
    group: str | None = None
    friendly: bool = False
    hostile: bool = False
    crowd: bool = False


@dataclass(slots=True)
class Line:
    """A sentence with its tokens and items; `headline` where it is the story's title; `times` are indexes into Annotated.times."""

    sentence: Sentence
    tokens: list[Token]
    items: list[Item]
    times: list[int] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    headline: bool = False
    dateline: int = 0  # where the story begins behind "BAGHDAD, May 19 (Agency) -"

    @property
    def lows(self) -> list[str]:
        return [t.low for t in self.tokens]

    def labelled(self, *labels: str) -> list[Item]:
        return [item for item in self.items if item.label in labels]

    def at(self, label: str, i: int) -> Item | None:
        """The item of that label covering token i."""
        return next((item for item in self.items if item.label == label and item.i <= i < item.j), None)

    def words_between(self, i: int, j: int) -> list[str]:
        return [t.low for t in self.tokens[max(i, 0) : j]]


@dataclass(slots=True)
class Annotated:
    """An article with its sentences and times; furniture and other skipped stretches have no line."""

    article: Article
    lines: list[Line]
    times: Sequence[TimeExpression]


_TAGGERS: dict[int, tuple[Knowledge, PhraseTagger]] = {}


def tagger_of(knowledge: Knowledge) -> PhraseTagger:
    """The phrase tagger of a knowledge, compiled once for each."""
    known = _TAGGERS.get(id(knowledge))
    if known is None or known[0] is not knowledge:
        groups = {name: group.words for name, group in knowledge.vocabulary.groups.items()}
        known = _TAGGERS[id(knowledge)] = (knowledge, PhraseTagger(groups))
    return known[1]


def word_problems(knowledge: Knowledge) -> list[str]:
    """What the examples of the vocabulary show to be wrong, one sentence each; the words to be found stand in [brackets]."""
    problems = []
    for group in knowledge.vocabulary.groups.values():
        for example in group.examples:
            words = [tokenize(part, 0, len(part))[0].low for part in BRACKETED.findall(example) if tokenize(part, 0, len(part))]
            if not words or not set(words) <= set(_found_in(group.id, BRACKETS.sub("", example), knowledge)):
                problems.append(f"data/vocabulary.yaml: entry '{group.id}', field 'examples': not found in \"{example}\"")
        problems += [
            f"data/vocabulary.yaml: entry '{group.id}', field 'counterexamples': found in \"{example}\""
            for example in group.counterexamples
            if _found_in(group.id, example, knowledge)
        ]
    return problems


def _found_in(group: str, text: str, knowledge: Knowledge) -> list[str]:
    """The words of the text that the group covers."""
    tokens = tokenize(text, 0, len(text))
    return [tokens[k].low for item in tagger_of(knowledge).tag(tokens) if item.label == group for k in range(item.i, item.j)]


def annotate(article: Article, times: Sequence[TimeExpression], knowledge: Knowledge, skip: Iterable[tuple[int, int]] = ()) -> Annotated:
    """Sentences, tokens and items of an article; stretches of `skip` (page furniture) are left out."""
    stretches = sorted(skip)
    tagger = tagger_of(knowledge)
    lines: list[Line] = []
    for sentence in split_sentences(article.text):
        over = [(a, b) for a, b in stretches if a < sentence.end and sentence.start < b]
        tokens = [t for t in tokenize(article.text, sentence.start, sentence.end) if not any(a <= t.start < b for a, b in over)]
        found = DATELINE.match(article.text, sentence.start, sentence.end)
        for first in range(0, len(tokens), LONGEST):
            line = Line(_part(sentence, tokens, first), tokens[first : first + LONGEST], [])
            line.dateline = found.end() if found else 0
            lines.append(line)
    _place(lines, times)
    for line in lines:
        line.items = tagger.tag(line.tokens)
    finders: tuple[tuple[str, Callable[[str], Sequence[object]]], ...] = (
        ("site", knowledge.site_mentions),
        ("group", knowledge.group_mentions),
        ("place", knowledge.place_mentions),
        ("weapon", knowledge.weapon_mentions),
    )
    for label, find in finders:
        _attach(lines, label, find(article.text))
    for line in lines:
        line.items = merge_items(line.items)
    _mark_headlines(lines)
    return Annotated(article, lines, times)


def _part(sentence: Sentence, tokens: Sequence[Token], first: int) -> Sentence:
    """The sentence itself, or one of the parts into which a text without full stops is cut."""
    if len(tokens) <= LONGEST:
        return sentence
    last = min(len(tokens), first + LONGEST) - 1
    return sentence.model_copy(update={"start": tokens[first].start, "end": tokens[last].end})


def _place(lines: list[Line], times: Sequence[TimeExpression]) -> None:
    """Give each line its times; numbers inside a time are no quantities ("July 27 rockets" are not 27 rockets)."""
    n = 0
    for index, time in enumerate(times):
        while n < len(lines) and lines[n].sentence.end <= time.start:
            n += 1
        if n == len(lines):
            return
        line = lines[n]
        if time.start < line.sentence.start:
            continue
        line.times.append(index)
        for k, token in enumerate(line.tokens):
            if token.low in MONTHS_AND_VERBS and token.capital and time.start <= token.start and token.end <= time.end:
                line.tokens[k] = Token(token.start, token.end, "#" + token.low, token.capital)
            if time.type == "landmark" and not {t.low for t in line.tokens[k + 1 : k + 2]} & COUNTED:
                continue  # an event's own words: "after Iran struck two bases"
            if time.start <= token.start and token.end <= time.end and (token.low[0].isdigit() or token.low in UNITS or token.low in TENS):
                line.tokens[k] = Token(token.start, token.end, "#" + token.low, token.capital)


def _attach(lines: list[Line], label: str, matches: Sequence[object]) -> None:
    n = 0
    for match in matches:
        start, end = match.start, match.end  # type: ignore[attr-defined]
        while n < len(lines) and lines[n].sentence.end <= start:
            n += 1
        if n == len(lines):
            return
        line = lines[n]
        if start < line.sentence.start:
            continue
        where = spanning(line.tokens, start, end)
        if where:
            line.items.append(Item(label, where[0], where[1], start, end, match))


def _mark_headlines(lines: list[Line]) -> None:
    """A short first line without a full stop is the title (news sites repeat it)."""
    for line in lines[:2]:
        last = line.tokens[-1].low if line.tokens else ""
        if line.sentence.paragraph <= 1 and len(line.tokens) <= HEADLINE_TOKENS and last not in (".", ":") and len(lines) > 2:
            line.headline = True
        else:
            break
