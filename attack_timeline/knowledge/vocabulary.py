"""The words of the trade (data/vocabulary.yaml): what English calls attacks, sites, people and claims, by role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attack_timeline.errors import KnowledgeError
from attack_timeline.model import Record

KEYS = frozenset({"about", "words", "stands_for", "examples", "counterexamples"})


class WordGroup(Record):
    """Words of one role; a word may be several tokens long.

    `stands_for`: what a word is short for (a nationality for its ISO country). In `examples` the words to be found stand in [brackets]."""

    id: str
    about: str
    words: tuple[str, ...]
    stands_for: Mapping[str, str] = {}
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Vocabulary(Record):
    """All word groups by id; a missing id is a KeyError, for the code and the data must agree."""

    groups: Mapping[str, WordGroup]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.groups[name].words


def load_vocabulary(paths: Sequence[Path]) -> Vocabulary:
    """Read the files in order; a later file replaces a group of the same id. Raises KnowledgeError naming file, entry and field."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    groups: dict[str, WordGroup] = {}
    for path in paths:
        try:
            raw = yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}  # noqa: S506 - a safe loader
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise KnowledgeError(f"{path}: not valid YAML ({str(error).splitlines()[0]})") from None
        if not isinstance(raw, dict):
            raise KnowledgeError(f"{path}: expected a mapping of word groups")
        for name, entry in raw.items():
            groups[str(name)] = _group(path, str(name), entry)
    return Vocabulary(groups=groups)


def _group(path: Path, name: str, entry: Any) -> WordGroup:
    if not isinstance(entry, dict):
        raise KnowledgeError(f"{path}: entry '{name}': expected a mapping with 'about' and 'words'")
    unknown = set(entry) - KEYS
    if unknown:
        raise KnowledgeError(f"{path}: entry '{name}', field '{min(unknown)}': unknown field")
    words = entry.get("words")
    if not isinstance(words, list) or not words:
        raise KnowledgeError(f"{path}: entry '{name}', field 'words': expected a list of words")
    for word in words:
        if not isinstance(word, str) or not re.search(r"\w", word):
            raise KnowledgeError(f"{path}: entry '{name}', field 'words': {word!r} is no word (quote it if YAML reads it as something else)")
    for field in ("examples", "counterexamples"):
        value = entry.get(field) or []
        if not isinstance(value, list) or not all(isinstance(sentence, str) for sentence in value):
            raise KnowledgeError(f"{path}: entry '{name}', field '{field}': expected a list of sentences (quote what YAML reads as something else)")
    return WordGroup(
        id=name,
        about=str(entry.get("about", "")),
        words=tuple(words),
        stands_for=_stands_for(path, name, entry.get("stands_for") or {}, words),
        examples=tuple(entry.get("examples") or ()),
        counterexamples=tuple(entry.get("counterexamples") or ()),
    )


def _stands_for(path: Path, name: str, raw: Any, words: list[str]) -> dict[str, str]:
    if not isinstance(raw, dict) or not all(isinstance(key, str) and isinstance(value, str) and key in words for key, value in raw.items()):
        raise KnowledgeError(f"{path}: entry '{name}', field 'stands_for': expected a mapping of words of the entry to codes")
    return raw
