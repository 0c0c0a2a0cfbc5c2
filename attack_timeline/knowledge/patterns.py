"""Regular expressions of data/*.yaml: expanded, refused where they could backtrack without bound, and run together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attack_timeline.knowledge.records import How

_FRAGMENT = re.compile(r"<([a-z]+)>")
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!i]|<[=!])i?:?|\(|\)|\{\d*,?\d*\}|[*+?]|.", re.DOTALL)
_COUNT = re.compile(r"\{(\d*)(,?)(\d*)\}")
MOST_REPEATS = 200  # product of nested bounds: what one start position can cost


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with `<name>` replaced by the fragment of that name."""
    for _ in range(3):  # a fragment may use another one
        pattern = _FRAGMENT.sub(lambda match: f"(?:{_fragment(match.group(1), fragments)})", pattern)
    return pattern


def _fragment(name: str, fragments: Mapping[str, str]) -> str:
    if name not in fragments:
        raise ValueError(f"unknown fragment <{name}>")
    return fragments[name]


def complaint(pattern: str) -> str | None:
    """Why the pattern is refused, or None: every repeat must be bounded, nothing captured, no empty match."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        return f"not a regular expression ({error})"
    if compiled.groups:
        return "captures; write (?:...) for (...)"
    if compiled.match("") or compiled.search(" \n"):
        return "matches empty text"
    return _unbounded(pattern)


def _unbounded(pattern: str) -> str | None:
    levels = [1]  # at each open group, the largest product of repeats seen within it
    closed = 1
    for match in _PIECE.finditer(pattern):
        piece = match.group()
        if piece in ("*", "+"):
            return f"has an unbounded repeat '{piece}'; write {{0,n}}"
        if piece.startswith("(") and not piece.startswith("\\"):
            levels.append(1)
        elif piece == ")":
            closed = levels.pop()
            levels[-1] = max(levels[-1], closed)
            continue
        elif count := _COUNT.fullmatch(piece):
            high = count.group(3) or ("" if count.group(2) else count.group(1))
            if not high:
                return f"has an unbounded repeat '{piece}'; write {{0,n}}"
            levels[-1] = max(levels[-1], closed * int(high))
            if levels[-1] > MOST_REPEATS:
                return f"repeats more than {MOST_REPEATS} times where repeats are nested"
        closed = 1
    return None


class PatternSet:
    """Patterns of many entries as one alternation; an earlier one wins where two begin at the same place."""

    def __init__(self, patterns: Iterable[tuple[str, str, How]]) -> None:
        self._owners = tuple(patterns)
        body = "|".join(f"(?P<p{at}>{pattern})" for at, (pattern, _, _) in enumerate(self._owners))
        self._compiled = re.compile(rf"\b(?:{body})(?!\w)") if body else None

    def find(self, text: str) -> Iterable[tuple[int, int, str, How]]:
        """Start, end, entry and manner of every match."""
        if self._compiled is None:
            return
        for match in self._compiled.finditer(text):
            _, entry, how = self._owners[int((match.lastgroup or "p0")[1:])]
            yield match.start(), match.end(), entry, how
