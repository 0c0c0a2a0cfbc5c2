"""Page furniture: stretches of an article's text that are the web page's, not the story's.

The text itself is left as it was read, so that offsets stay true; the stretches found here are what the extractor steps over.
Every test looks at one line, so the cost grows with the text; in doubt a line is body text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attack_timeline.reading.furniture_patterns import (
    BIO,
    BLOCK_HEADS,
    BODY_END,
    CALLS,
    CAPTIONLESS_IMAGE,
    CHRONICLE,
    LINKED,
    MIXED_CASE,
    NEAR_BODY,
    REST_OF_PAGE,
    RUN_ON_LINKS,
    SENTENCE,
)

LONG_LINE = 400  # no linked headline, call or heading is longer
BODY_LINE = 60  # a line this long that ends like a sentence is body text
BIO_WITHIN_LAST = 3  # an author's bio stands among the last paragraphs
HEADLINE_RUN = 3  # this many bare headlines on end, with no body after them, are links to other stories


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def is_body(self) -> bool:
        return len(self.text) >= BODY_LINE and bool(BODY_END.search(self.text))


def furniture(text: str) -> list[tuple[int, int]]:
    """Stretches (start, end) that are no part of the story, in order and apart from each other."""
    lines = list(_lines(text))
    found = {index for index, line in enumerate(lines) if _is_furniture(line)}
    found |= _shouted_links(lines)
    found |= _blocks(lines)
    found |= _bios(lines, found)
    found |= _trailing_headlines(lines, found)
    spans = [(lines[index].start, lines[index].end) for index in sorted(found)]
    return _apart(sorted(spans + list(_run_on_links(text))))


def _lines(text: str) -> Iterator[_Line]:
    """Lines that hold something, without the white space around them."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text[start:end]
        bare = raw.strip()
        if bare:
            left = start + len(raw) - len(raw.lstrip())
            yield _Line(left, left + len(bare), bare)
        start = end + 1


def _is_furniture(line: _Line) -> bool:
    if len(line.text) > LONG_LINE:
        return line.text.startswith(":quality(")
    return any(pattern.match(line.text) for pattern in (CALLS, CAPTIONLESS_IMAGE, BLOCK_HEADS, REST_OF_PAGE)) or _is_link(line)


def _is_link(line: _Line) -> bool:
    """A headline of another story: led in ("READ:", "Related:"), led out ("... Read more"), or glued to its label ("More:US hasn't")."""
    return len(line.text) <= 200 and bool(LINKED.search(line.text))


def _shouted_links(lines: list[_Line]) -> set[int]:
    """Lines of capitals inside a text of mixed case: links or section heads. The first line may be the story's own headline."""
    if sum(bool(MIXED_CASE.search(line.text)) for line in lines) * 2 < len(lines):
        return set()
    return {
        index
        for index, line in enumerate(lines)
        if index and len(line.text) <= 160 and line.text.isupper() and len(line.text.split()) >= 4 and not SENTENCE.search(line.text)
    }


def _blocks(lines: list[_Line]) -> set[int]:
    """What follows a heading such as "Related" until body text, and what follows a comment form to the end."""
    found: set[int] = set()
    body_seen = False
    for index, line in enumerate(lines):
        if body_seen and REST_OF_PAGE.match(line.text):
            return found | set(range(index, len(lines)))
        body_seen = body_seen or line.is_body
        if BLOCK_HEADS.match(line.text):
            for below in range(index + 1, len(lines)):
                if lines[below].is_body or not NEAR_BODY.match(lines[below].text):
                    break
                found.add(below)
    return found


def _bios(lines: list[_Line], found: set[int]) -> set[int]:
    """The author's bio: under a line "author", or among the last paragraphs and worded as a bio."""
    bios: set[int] = set()
    left = [index for index in range(len(lines)) if index not in found]
    for index in left[-BIO_WITHIN_LAST:]:
        line = lines[index]
        labelled = index > 0 and bool(re.fullmatch(r"(?:about (?:the )?)?authors?:?", lines[index - 1].text, re.IGNORECASE))
        if len(left) > 1 and len(line.text) <= 700 and (labelled or BIO.match(line.text) or _is_self_portrait(line.text)):
            bios.add(index)
    return bios


def _is_self_portrait(text: str) -> bool:
    """At least three verbless scraps about oneself ("Music lover. Introvert. Devoted reader.") and nothing else."""
    scraps = [scrap.split() for scrap in re.split(r"[.!]\s*", text.strip("\"'“”‘’ ")) if scrap.strip()]
    if len(scraps) < 3 or re.search(r"\d", text):
        return False
    return all(len(words) == 1 or (len(words) <= 5 and words[-1].islower()) for words in scraps)


def _trailing_headlines(lines: list[_Line], found: set[int]) -> set[int]:
    """A run of bare headlines that the page ends with; a line with a date or a number in front tells its own story and ends the run."""
    run: list[int] = []
    for index in range(len(lines) - 1, 0, -1):
        text = lines[index].text
        if index in found:
            continue
        if not (20 <= len(text) <= 120 and text[0].isupper() and len(text.split()) >= 4 and text[-1] not in '.!?:;,…"”’)') or CHRONICLE.search(text):
            break
        run.append(index)
    body_above = any(line.is_body for line in lines[: run[-1]]) if run else False
    return set(run) if len(run) >= HEADLINE_RUN and body_above else set()


def _run_on_links(text: str) -> Iterator[tuple[int, int]]:
    """Headlines of other stories poured into a sentence after a name, up to a shouted MORE ("Ann LeeSenators urge ... MORE")."""
    for match in RUN_ON_LINKS.finditer(text):
        yield match.start(1), match.end()


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
