"""Which files are articles: paths as given to a list of files, in name order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from attack_timeline.errors import TimelineError
from attack_timeline.plain import plain_line

STDIN = "-"
SUFFIXES = (".txt", ".md")
# Articles by the look of them, but in a form that this version does not read: named, not passed over in silence.
UNREAD = {".html": "HTML", ".htm": "HTML", ".jsonl": "JSON Lines"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `place` is where the system finds it, `folder` what was given, `id` and `path` how it is called in the output."""

    place: str
    folder: str
    id: str
    path: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[Found]:
    """Every file once, in the order of the paths and by name within each folder.

    A path that does not exist is an error: better no timeline than one without a folder that was misspelt.
    """
    found: dict[str, Found] = {}
    for given in [os.fspath(path) for path in paths]:
        before = len(found)
        for file in _expand(given):
            found.setdefault(file.place if file.place == STDIN else os.path.abspath(file.place), file)
        if len(found) == before and os.path.isdir(given) and not any(_expand(given)):
            raise TimelineError(f"{plain_line(given)}: no article in this folder ({', '.join(SUFFIXES)})")
    return _with_unique_ids(list(found.values()))


def _expand(given: str) -> Iterator[Found]:
    if given == STDIN:
        yield Found(STDIN, "", STDIN, STDIN)
    elif os.path.isdir(given):
        top = _shown_folder(given)
        for name in _walk(given, "", set()):
            shown = _shown(name)
            yield Found(os.path.join(given, name), given, shown, f"{top}/{shown}" if top else shown)
    elif os.path.exists(given):
        name = _shown(os.path.basename(given))
        top = _shown_folder(os.path.dirname(given))
        yield Found(given, os.path.dirname(given), name, f"{top}/{name}" if top else name)
    else:
        raise TimelineError(f"{plain_line(given)}: no such file or folder")


def _walk(top: str, inside: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Names of article files below `top`, relative to it. A folder reached twice through links is read once."""
    here = os.path.join(top, inside)
    status = os.stat(here)
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    with os.scandir(here) as entries:
        listed = sorted((entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith("."))
    for name, is_folder in listed:
        if is_folder:
            yield from _walk(top, os.path.join(inside, name), seen)
        elif os.path.splitext(name)[1].lower() in (*SUFFIXES, *UNREAD):
            yield os.path.join(inside, name)


def _shown(name: str) -> str:
    """A file name fit for output: `/` between parts, bytes that are no text and control characters replaced."""
    text = os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _shown_folder(folder: str) -> str:
    """The folder as given; of an absolute path only the last part, so that no machine's paths stand in an output."""
    clean = os.path.normpath(folder) if folder else ""
    if os.path.isabs(clean):
        clean = os.path.basename(clean)
    return "" if clean == "." else _shown(clean)


def _with_unique_ids(files: list[Found]) -> list[Found]:
    """Two files of one name in different folders are told apart by their folders, and at last by a number."""
    counts: dict[str, int] = {}
    for file in files:
        counts[file.id] = counts.get(file.id, 0) + 1
    taken: set[str] = set()
    unique = []
    for file in files:
        name = file.id if counts[file.id] == 1 else file.path
        number, wanted = 1, name
        while name in taken:
            number += 1
            name = f"{wanted}#{number}"
        taken.add(name)
        unique.append(file if name == file.id else replace(file, id=name))
    return unique
