"""Text of strangers made plain: no escape sequence, control character or direction override survives.

Used at both doors: where text comes in (articles, file names, sidecar files) and where it goes out (tables, explanations).
"""

from __future__ import annotations

import re

# Terminal escape sequences: CSI, then OSC and its kin up to their end, then any other two-character sequence.
ESCAPES = re.compile(r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[ -/]{0,8}[0-~]?")
# What is looked for before any work is done: almost every article needs only part of it.
UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\ud800-\udfff]")
# Characters 80-9F are no text in Unicode; on web pages they are Windows-1252 that somebody took for Latin-1.
C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
LINE_ENDS = dict.fromkeys([0x0B, 0x0C, 0x2028, 0x2029], "\n")
SOFT_HYPHEN, ZERO_WIDTH_SPACE, BYTE_ORDER_MARK = 0xAD, 0x200B, 0xFEFF
DIRECTIONS = [0x200E, 0x200F, *range(0x202A, 0x202F)]
INVISIBLE = [SOFT_HYPHEN, ZERO_WIDTH_SPACE, BYTE_ORDER_MARK, *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC)]
DROPPED: dict[int, str] = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x7F, *DIRECTIONS, *INVISIBLE], "")
LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
PLAIN = C1 | SPACES | LINE_ENDS | DROPPED | LONE_SURROGATES


def plain_text(text: str) -> str:
    """The text with `\\n` line ends, tabs and printable characters only; odd spaces become a space, one for one."""
    if not UNUSUAL.search(text):
        return text
    if "\x1b" in text:
        text = ESCAPES.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(PLAIN)


def plain_line(text: str) -> str:
    """The text on one line, runs of white space as one space."""
    return " ".join(plain_text(text).split())
