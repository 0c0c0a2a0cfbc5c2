"""A dictionary of names as sequences of tokens, each compared exactly or by sound.

Keys carry their way of comparing as a first letter: `^` the very letters (acronyms), `=` the letters without case,
`~` the sound, `!` the sound of a word that is not short, `*` the consonants. A token of the text is looked up under all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attack_timeline.knowledge.folding import ARTICLES, FREE_ARTICLES, GAP, Token, capital, fine, plain, skeleton, tokens

LONGEST = 9  # tokens in a name
_MEMO = 100_000  # distinct words kept; hostile text must not fill the memory
_SHORT = 4  # letters up to which a name of one word must be written exactly
_SHORT_TOGETHER = 6  # the same for a name of several words ("The car" is not Thi Qar)


class Leaf(NamedTuple):
    """A name ends here. `article`: it needs its article; `id` None: a wording that is no mention."""

    kind: str
    id: str | None
    capital: bool
    article: bool


class Hit(NamedTuple):
    """Tokens first..last (excluded) are a name."""

    first: int
    last: int
    kind: str
    id: str | None


class Node:
    __slots__ = ("leaves", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.leaves: list[Leaf] = []


def is_article(text: str, words: list[Token], at: int) -> bool:
    """Is the token an Arabic article before the next one ("al-Asad", "Al Asad", "Ash Shaddadi")?"""
    if at + 1 >= len(words) or len(words[at].raw) > 3:
        return False
    word, after = words[at].raw.casefold(), words[at + 1]
    if word not in ARTICLES:
        return False
    gap = text[words[at].end : after.start]
    if gap in ("-", "'", "’", "\u2011", "- "):
        return True
    if gap != " " or not capital(after.raw):
        return False
    return word in FREE_ARTICLES or (capital(words[at].raw) and after.raw.casefold().startswith(word[1:]))


def without_articles(name: str) -> tuple[list[Token], bool]:
    """The tokens of a name without articles, and whether it began with one."""
    words = tokens(name)
    kept = [word for at, word in enumerate(words) if not is_article(name, words, at)]
    return kept, bool(words) and is_article(name, words, 0)


def keys_of(words: list[Token], by_sound: bool) -> list[str]:
    """The path of a name in the dictionary; by sound only where it has a capital and letters enough."""
    several = len(words) > 1
    by_sound = by_sound and capital(words[0].raw) and (not several or sum(len(word.raw) for word in words) > _SHORT_TOGETHER)
    return [_key(word.raw, by_sound, alone=not several) for word in words]


def _key(raw: str, by_sound: bool, alone: bool) -> str:
    word = plain(raw)
    if raw.isupper() and len(word) > 1 and len(word) < 7 and not any(c.isdigit() for c in raw):
        return "^" + raw.replace(".", "")
    if not by_sound or not word.isascii() or any(c.isdigit() for c in word):
        return "=" + word
    if alone:
        return "=" + word if len(word) <= _SHORT else "!" + fine(word)
    return "~" + fine(word) if len(word) < _SHORT else "*" + skeleton(fine(word))


def _keys(raw: str) -> tuple[str, ...]:
    """All keys under which a word of the text can stand."""
    word = plain(raw)
    keys = ["^" + raw.replace(".", ""), "=" + word]
    forms = [word, word[2:]] if len(word) > 5 and word[:2] in FREE_ARTICLES else [word]
    for form in forms:
        if form.isascii():
            sound = fine(form)
            keys += ["~" + sound, "*" + skeleton(sound)] + ["!" + sound] * (len(form) > _SHORT)
    return tuple(keys)


class Trie:
    """Names of all kinds in one dictionary, so that one pass over the words finds them."""

    def __init__(self) -> None:
        self.root = Node()
        self._starts: dict[str, tuple[Node, ...]] = {}
        self._folded: dict[str, tuple[str, ...]] = {}

    def add(self, name: str, kind: str, entry: str | None, by_sound: bool) -> None:
        """Let `name` mean `entry`; None for a wording that is no mention of the kind."""
        words, article = without_articles(name)
        keys = keys_of(words, by_sound)
        node = self.root
        for key in keys:
            node = node.next.setdefault(key, Node())
        leaf = Leaf(kind, entry, words[0].raw[0].isupper() and kind != "word", article)
        if leaf not in node.leaves:
            node.leaves.append(leaf)

    def hits(self, text: str, words: list[Token]) -> Iterator[Hit]:
        """Every longest name of each kind at each word, articles before it included."""
        starts = self._starts
        for at, word in enumerate(words):
            nodes = starts.get(word.raw)
            if nodes is None:
                nodes = self._start(word.raw)
            if nodes:
                yield from self._from(text, words, at, nodes)

    def _start(self, raw: str) -> tuple[Node, ...]:
        if len(self._starts) > _MEMO:
            self._starts.clear()
        if capital(raw):
            nodes = self._step((self.root,), raw)
        else:  # most words of a text; what matches by sound begins with a capital
            node = self.root.next.get("=" + plain(raw))
            nodes = (node,) if node else ()
        self._starts[raw] = nodes
        return nodes

    def _step(self, nodes: tuple[Node, ...], raw: str) -> tuple[Node, ...]:
        keys = self._folded.get(raw)
        if keys is None:
            if len(self._folded) > _MEMO:
                self._folded.clear()
            keys = self._folded[raw] = _keys(raw)
        return tuple(dict.fromkeys(node.next[key] for node in nodes for key in keys if key in node.next))

    def _from(self, text: str, words: list[Token], at: int, nodes: tuple[Node, ...]) -> Iterator[Hit]:
        article = at > 0 and is_article(text, words, at - 1)
        upper = capital(words[at].raw)
        best: dict[tuple[str, str | None], Hit] = {}
        here, end = at, at + LONGEST
        while nodes:
            for leaf in (leaf for node in nodes for leaf in node.leaves):
                if (upper or not leaf.capital) and (article or not leaf.article):
                    best[leaf.kind, leaf.id] = Hit(at - article, here + 1, leaf.kind, leaf.id)
            here += 1
            while here < len(words) and is_article(text, words, here) and _joined(text, words, here):
                here += 1
            if here >= min(len(words), end) or not _joined(text, words, here):
                break
            nodes = self._step(nodes, words[here].raw)
        yield from best.values()


def _joined(text: str, words: list[Token], at: int) -> bool:
    """Do only blanks or a hyphen stand between the word and the one before it?"""
    gap = text[words[at - 1].end : words[at].start]
    return gap == " " or gap == "-" or (len(gap) < 6 and GAP.fullmatch(gap) is not None)
