"""`sources.csv`: what is known of articles that do not say it themselves."""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import dataclass
from datetime import date

from attack_timeline.errors import TimelineError
from attack_timeline.plain import plain_line
from attack_timeline.reading.decode import NoText, decode
from attack_timeline.reading.files import Found

NAME = "sources.csv"
COLUMNS = ("path", "published", "publisher", "title", "url")
# A calendar date, alone or with a time of day behind it, or a wider EDTF date.
DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?)(?:[T ]\d{2}:?\d{2}.{0,20})?")


@dataclass(frozen=True, slots=True)
class Source:
    """One row; None where the cell is empty."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


NOTHING = Source()


class Sources:
    """Rows by the path they name, from one named file or from the `sources.csv` nearest above each article."""

    def __init__(self, file: str | os.PathLike[str] | None = None) -> None:
        self._named = read_sources(os.fspath(file)) if file is not None else None
        self._beside: dict[str, dict[str, Source]] = {}

    def of(self, file: Found) -> Source:
        if self._named is not None:
            names = (file.id, file.path, os.path.basename(file.place))
            return next((self._named[name] for name in names if name in self._named), NOTHING)
        if not file.folder and not file.place:
            return NOTHING
        return self._nearest(file)

    def _nearest(self, file: Found) -> Source:
        """From the article's own folder up to the one that was given."""
        folder, inside = os.path.split(file.place)
        while True:
            row = self._rows_of(folder).get(inside.replace(os.sep, "/"))
            if row is not None:
                return row
            if len(folder) <= len(file.folder.rstrip(os.sep)) or not folder:
                return NOTHING
            folder, last = os.path.split(folder)
            inside = os.path.join(last, inside)

    def _rows_of(self, folder: str) -> dict[str, Source]:
        if folder not in self._beside:
            path = os.path.join(folder, NAME)
            self._beside[folder] = read_sources(path) if os.path.exists(path) else {}
        return self._beside[folder]


def read_sources(path: str) -> dict[str, Source]:
    """Path -> what the row says. Raises TimelineError naming file and line."""
    shown = plain_line(path)
    try:
        with open(path, "rb") as stream:
            data = stream.read()
        rows = csv.DictReader(io.StringIO(decode(data), newline=""), skipinitialspace=True)
        names = {name.strip().lower(): name for name in rows.fieldnames or () if name}
        if "path" not in names:
            raise TimelineError(f"{shown}: line 1: no column 'path' (columns: {', '.join(COLUMNS)})")
        return dict(_read_row(row, names, f"{shown}: line {rows.line_num}") for row in rows if (row[names["path"]] or "").strip())
    except (OSError, NoText, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise TimelineError(f"{shown}: {reason}") from error


def _read_row(row: dict[str, str | None], names: dict[str, str], where: str) -> tuple[str, Source]:
    cells = {column: plain_line(row.get(names.get(column, "")) or "") or None for column in COLUMNS}
    published = cells["published"]
    if published:
        published = _date(published, where)
    path = (cells["path"] or "").replace("\\", "/").removeprefix("./")
    return path, Source(published, cells["publisher"], cells["title"], cells["url"])


def _date(text: str, where: str) -> str:
    """The calendar date without a time of day. Raises for what is no date, and for days that no month has."""
    match = DATE.fullmatch(text)
    if match is None or not _exists(match[1].rstrip("?~%")):
        raise TimelineError(f"{where}: 'published' is {text!r}; write it as 2021-02-15 (or 2021-02, 2021)")
    return match[1]


def _exists(day: str) -> bool:
    try:
        return len(day) < len("2021-02-15") or bool(date.fromisoformat(day))
    except ValueError:
        return False
