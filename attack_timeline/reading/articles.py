"""Files to articles; what cannot be read becomes an article with an error, and the rest goes on."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable

from attack_timeline.model import Article
from attack_timeline.reading.decode import NoText, decode
from attack_timeline.reading.files import STDIN, UNREAD, Found, find_files
from attack_timeline.reading.sources import Sources


def read_articles(paths: Iterable[str | os.PathLike[str]], sources: str | os.PathLike[str] | None = None) -> list[Article]:
    """Every article below `paths`, in order; `sources` names a sidecar file to use instead of those beside the articles."""
    files = find_files(paths)
    sidecar = Sources(sources)
    return [_read(file, sidecar) for file in files]


def _read(file: Found, sidecar: Sources) -> Article:
    source = sidecar.of(file)
    text, sha256, error = "", "", None
    try:
        data = _bytes_of(file.place)
        sha256 = hashlib.sha256(data).hexdigest()
        text = decode(data)
    except OSError as problem:
        error = f"cannot be read: {problem.strerror or problem}"
    except NoText as problem:
        error = str(problem)
    return Article(
        id=file.id,
        path=file.path,
        text=text,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        published=source.published,
        published_by="metadata" if source.published else None,
        sha256=sha256,
        error=error,
    )


def _bytes_of(place: str) -> bytes:
    kind = UNREAD.get(os.path.splitext(place)[1].lower())
    if kind:
        raise NoText(f"is {kind}, which this version does not read; save the article as text")
    if place == STDIN:
        return sys.stdin.buffer.read()
    with open(place, "rb", buffering=0) as stream:
        return stream.read()
