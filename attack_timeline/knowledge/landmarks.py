"""Landmarks: dated events of public record on which news hangs its times, and the terms of persons in office.

Each entry of landmarks.yaml is checked when it is read: its examples match, its counterexamples do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from attack_timeline.errors import KnowledgeError

_EDTF = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?(?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|\.\.))?"
# Characters around a cue within which the words of its landmark stand.
CUE_REACH = 240
_WORD = re.compile(r"[A-Za-z]+")


class LandmarkAttack(BaseModel):
    """Set where the event is itself an attack on a US site in Iraq; ids are those of sites.yaml, weapons.yaml, groups.yaml.

    `killed`: how many died, as reports of the days after gave it (each figure, where they gave several).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    sites: tuple[str, ...]
    weapons: tuple[str, ...]
    perpetrator: str | None = None
    killed: tuple[int, ...] = ()


class Landmark(BaseModel):
    """`date`: EDTF day, or a range for what lasted or is known so; `names`: patterns by which news names it;
    `cues`: lower-case words around which the patterns are tried;
    `kind`: event (a day to count from), period or office (a term: what tells of it as present was written within it);
    `again`: further terms of the same person; `foreseen`: news names it before it happens (a visit, an election)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    date: str = Field(pattern=f"^{_EDTF}$")
    names: tuple[str, ...] = Field(min_length=1)
    cues: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()
    kind: str = Field(default="event", pattern="^(?:event|period|office)$")
    again: tuple[str, ...] = ()
    foreseen: bool = False
    attack: LandmarkAttack | None = None


class LandmarkMention(NamedTuple):
    start: int
    end: int
    id: str
    text: str


def load_landmarks(paths: list[Path]) -> tuple[Landmark, ...]:
    """All landmarks of the files, in order of id; an entry of a later file replaces one of the same id.

    The first file comes with the program, and its tests prove it (`prove_landmarks`): compiling four hundred patterns at every start
    would cost more than reading a short article. What a user adds is proved here, at the door.
    """
    landmarks: dict[str, Landmark] = {}
    for index, path in enumerate(paths):
        seen: set[str] = set()
        for entry in _entries(path):
            landmark = _read(path.name, entry)
            if index:
                prove(path.name, landmark)
            if landmark.id in seen:
                raise KnowledgeError(f"{path.name}: entry '{landmark.id}', field 'id': stands twice")
            seen.add(landmark.id)
            landmarks[landmark.id] = landmark
    return tuple(landmarks[id] for id in sorted(landmarks))


def prove_landmarks(path: Path) -> int:
    """Checks every pattern of a file against its examples and counterexamples; how many entries there are."""
    landmarks = [_read(path.name, entry) for entry in _entries(path)]
    for landmark in landmarks:
        prove(path.name, landmark)
    return len(landmarks)


def _entries(path: Path) -> list[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is seven times faster, where it is built
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both are safe loaders
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path.name}: {' '.join(str(error).split())}") from error
    if not isinstance(data, list):
        raise KnowledgeError(f"{path.name}: is no list of entries")
    return data


def _read(file: str, entry: Any) -> Landmark:
    id = entry.get("id", "?") if isinstance(entry, dict) else "?"
    try:
        landmark = Landmark.model_validate({**entry, "date": str(entry.get("date"))} if isinstance(entry, dict) else entry)
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeError(f"{file}: entry '{id}', field '{'.'.join(map(str, first['loc'])) or 'entry'}': {first['msg']}") from error
    return landmark


def prove(file: str, landmark: Landmark) -> None:
    for index, name in enumerate(landmark.names):
        _check_pattern(f"{file}: entry '{landmark.id}', field 'names.{index}'", name)
    pattern = compiled(landmark)
    for field, texts, wanted in (("examples", landmark.examples, True), ("counterexamples", landmark.counterexamples, False)):
        for text in texts:
            if (pattern.search(text) is not None and _has_cue(landmark, text)) is not wanted:
                where = f"{file}: entry '{landmark.id}', field '{field}'"
                raise KnowledgeError(f"{where}: {text!r} {'is not' if wanted else 'is'} matched")


def _check_pattern(where: str, name: str) -> None:
    try:
        pattern = re.compile(name)
    except re.error as error:
        raise KnowledgeError(f"{where}: {error}") from error
    if pattern.match(""):
        raise KnowledgeError(f"{where}: matches empty text")
    if re.search(r"(?<!\\)[*+]|\{\d*,\}", name):
        raise KnowledgeError(f"{where}: an unbounded repetition; bound it as in {{0,40}}")


@lru_cache(maxsize=4096)
def _compiled(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(?:" + "|".join(f"(?:{name})" for name in names) + r")(?![A-Za-z])", re.IGNORECASE)


def compiled(landmark: Landmark) -> re.Pattern[str]:
    return _compiled(landmark.names)


def _has_cue(landmark: Landmark, text: str) -> bool:
    return not landmark.cues or any(word.casefold() in landmark.cues for word in _WORD.findall(text))


def landmark_mentions(text: str, landmarks: Sequence[Landmark]) -> list[LandmarkMention]:
    """Where the text names a landmark, in order; of overlapping ones the longest stays."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(text):
        places[word[0].casefold()].append(word.start())
    found = [
        LandmarkMention(match.start(), match.end(), landmark.id, match[0])
        for landmark in landmarks
        for start, end in _stretches(landmark, places, len(text))
        for match in compiled(landmark).finditer(text, start, end)
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end, mention.id))
    kept: list[LandmarkMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _stretches(landmark: Landmark, places: Mapping[str, list[int]], length: int) -> list[tuple[int, int]]:
    """Where its patterns are worth trying: around its cues."""
    if not landmark.cues:
        return [(0, length)]
    stretches: list[tuple[int, int]] = []
    for place in sorted(place for cue in landmark.cues for place in places.get(cue, ())):
        start, end = max(0, place - CUE_REACH), min(length, place + CUE_REACH)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches
