"""Reads data/*.yaml, and refuses what is wrong at the door: the message names file, line, entry and field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from attack_timeline.errors import KnowledgeError
from attack_timeline.knowledge.landmarks import load_landmarks
from attack_timeline.knowledge.patterns import complaint, expand
from attack_timeline.knowledge.records import Entry, Group, Phrases, Place, Site, Weapon
from attack_timeline.knowledge.store import Knowledge
from attack_timeline.knowledge.vocabulary import load_vocabulary

E = TypeVar("E", bound=Entry)
FILES = ("sites.yaml", "groups.yaml", "weapons.yaml", "places.yaml", "landmarks.yaml", "vocabulary.yaml")
_PATTERN_FIELDS = ("patterns", "bare_patterns")


def data_folder() -> Path:
    """data/ beside the package in a checkout, inside the package in a wheel."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def load(extra: Path | None = None) -> Knowledge:
    """The knowledge of the package; `extra`, a folder with files of the same names, adds entries and replaces those of the same id.

    Raises KnowledgeError for anything that is wrong in either.
    """
    folders = [data_folder()]
    if extra is not None:
        folders.append(_checked(extra))
    paths = {name: [folder / name for folder in folders if (folder / name).is_file()] for name in FILES}
    if missing := [name for name in FILES if not (folders[0] / name).is_file()]:
        raise KnowledgeError(f"{folders[0]}: {missing[0]} is missing; the package is not whole")
    phrases, sites = _sites(paths["sites.yaml"])
    places = _entries(paths["places.yaml"], "places", Place)
    return Knowledge(
        sites=sites,
        groups=_entries(paths["groups.yaml"], "groups", Group),
        weapons=list(_entries(paths["weapons.yaml"], "weapons", Weapon).values()),
        places=places,
        landmarks=list(load_landmarks(paths["landmarks.yaml"])),
        vocabulary=load_vocabulary(paths["vocabulary.yaml"]),
        phrases=phrases,
    )


def _checked(extra: Path) -> Path:
    if not extra.is_dir():
        raise KnowledgeError(f"{extra}: not a folder; give one that holds any of {', '.join(FILES)}")
    strange = sorted(path.name for path in extra.glob("*.y*ml") if path.name not in FILES)
    if strange:
        raise KnowledgeError(f"{extra / strange[0]}: unknown file; known are {', '.join(FILES)}")
    return extra


def _sites(paths: list[Path]) -> tuple[Phrases, dict[str, Site]]:
    phrases = Phrases()
    for path in paths:
        raw = _document(path, "sites")
        if "phrases" in raw:
            try:
                phrases = Phrases.model_validate(raw["phrases"])
            except ValidationError as error:
                raise KnowledgeError(f"{path}: 'phrases', {_first(error)}") from None
    sites = _entries(paths, "sites", Site)
    for site in sites.values():
        if site.within is not None and site.within not in sites:
            raise KnowledgeError(f"{_where(paths[-1::-1], site.id)}, field 'within': no site has the id '{site.within}'")
        _no_ring(site, sites, paths)
    return phrases, sites


def _no_ring(site: Site, sites: Mapping[str, Site], paths: list[Path]) -> None:
    seen, here = {site.id}, site.within
    while here is not None:
        if here in seen:
            raise KnowledgeError(f"{_where(paths[-1::-1], site.id)}, field 'within': goes round in a ring")
        seen.add(here)
        here = sites[here].within if here in sites else None


def _entries(paths: Iterable[Path], key: str, record: type[E]) -> dict[str, E]:
    """The entries of all files by id; names may not mean two entries of one kind."""
    entries: dict[str, E] = {}
    origin: dict[str, Path] = {}
    fragments: dict[str, str] = {}
    for path in paths:
        raw = _document(path, key)
        fragments |= _fragments(path, raw)
        seen: set[str] = set()
        for number, item in enumerate(raw.get(key) or (), 1):
            entry = _entry(path, number, item, record, fragments)
            if entry.id in seen:
                raise KnowledgeError(f"{_where([path], entry.id)}, field 'id': stands twice in the file")
            seen.add(entry.id)
            entries[entry.id], origin[entry.id] = entry, path
    _names_are_unique(entries, origin)
    return entries


def _document(path: Path, key: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{path}, line {line}: not valid YAML ({error.problem})") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({str(error).splitlines()[0]})") from None
    known = {key, "fragments"} | ({"phrases"} if key == "sites" else set())
    if raw is None:
        return {}
    if not isinstance(raw, dict) or not isinstance(raw.get(key, []), list | type(None)):
        raise KnowledgeError(f"{path}: expected '{key}:' with a list of entries")
    if unknown := sorted(str(name) for name in raw if name not in known):
        raise KnowledgeError(f"{path}: unknown key '{unknown[0]}'; known are {', '.join(sorted(known))}")
    return raw


def _fragments(path: Path, raw: Mapping[str, Any]) -> dict[str, str]:
    fragments = raw.get("fragments") or {}
    if not isinstance(fragments, dict) or not all(isinstance(text, str) for text in fragments.values()):
        raise KnowledgeError(f"{path}: 'fragments' must be names with regular expressions")
    return fragments


def _entry(path: Path, number: int, item: Any, record: type[E], fragments: Mapping[str, str]) -> E:
    if not isinstance(item, dict):
        raise KnowledgeError(f"{path}: entry {number} is no mapping of fields")
    named = item.get("id")
    try:
        for field in _PATTERN_FIELDS:
            if isinstance(item.get(field), list):
                item = item | {field: [_pattern(field, pattern, fragments, path) for pattern in item[field]]}
        return record.model_validate(item)
    except ValidationError as error:
        problem = _first(error)
    except ValueError as error:
        problem = str(error)
    where = _where([path], named) if isinstance(named, str) else f"{path}: entry {number}"
    raise KnowledgeError(f"{where}, {problem}")


def _pattern(field: str, pattern: object, fragments: Mapping[str, str], path: Path) -> str:
    """The pattern in full. Those of the package are compiled once, when used: their tests have compiled them, and each takes a millisecond."""
    try:
        full = expand(str(pattern), fragments)
    except ValueError as error:
        raise ValueError(f"field '{field}': {pattern!r}: {error}") from None
    if path.parent != data_folder() and (reason := complaint(full)):
        raise ValueError(f"field '{field}': {pattern!r} {reason}")
    return full


def _first(error: ValidationError) -> str:
    """The first complaint in words: field and reason."""
    problem = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"]) or "entry"
    reasons = {"missing": "is missing", "extra_forbidden": "unknown field"}
    return f"field '{field}': {reasons.get(problem['type'], problem['msg'])}"


def _where(paths: list[Path], entry: str) -> str:
    """File, line and entry; the file is read again, for it is only done for a message."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.match(rf"""[-{{\s]*id:\s*["']?{re.escape(entry)}["']?\s*(?:[,#}}]|$)""", line):
                return f"{path}, line {number}: entry '{entry}'"
    return f"{paths[0]}: entry '{entry}'"


def _names_are_unique(entries: Mapping[str, E], origin: Mapping[str, Path]) -> None:
    owner: dict[str, str] = {}
    for entry in entries.values():
        for field, names in (("name", (entry.name,)), ("names", entry.names), ("plain", entry.plain)):
            for name in names:
                other = owner.setdefault(name.casefold().replace("-", " "), entry.id)
                if other != entry.id:
                    raise KnowledgeError(f"{_where([origin[entry.id]], entry.id)}, field '{field}': '{name}' is also a name of '{other}'")
