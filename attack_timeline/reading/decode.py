"""Bytes to text: UTF-8 with or without a byte-order mark, UTF-16 with one, Windows-1252, and files that mix them."""

from __future__ import annotations

import codecs

from attack_timeline.plain import plain_text

# First bytes of what people drop into a folder of articles by mistake.
KINDS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "rich text",
}
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# Bytes that are no UTF-8 come out of the decoder as lone surrogates DC80-DCFF; each is read as Windows-1252 says.
STRAY_BYTES = {0xDC00 + code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0x100)}


class NoText(ValueError):  # noqa: N818 - named for what the file is
    """The bytes hold no text; the message says what they are."""


def decode(data: bytes) -> str:
    """The text of a file as evidence offsets count it.

    Raises `NoText` for an empty or a binary file.
    """
    if not data.strip():
        raise NoText("is empty")
    for magic, kind in KINDS.items():
        if data.startswith(magic):
            raise NoText(f"is {kind}, not text")
    encoding = UTF16.get(data[:2])
    if encoding:
        raw = data[2:].decode(encoding, "replace")
    else:
        raw = data.decode("utf-8", "surrogateescape")
        _refuse_binary(data, raw)
        if not data.isascii():
            raw = raw.translate(STRAY_BYTES) if _has_stray_bytes(raw) else raw
    text = plain_text(raw)
    if not text.strip():
        raise NoText("is empty")
    return text


def _has_stray_bytes(raw: str) -> bool:
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _refuse_binary(data: bytes, raw: str) -> None:
    """A few stray control characters are a careless page; one in twenty is a binary file (random bytes have one in nine)."""
    controls = len(data) - len(data.translate(None, CONTROLS))
    if (controls > 8 and controls * 20 > len(data)) or controls * 3 > len(data):
        raise NoText("is no text (binary)")
    if data.count(b"\0") * 4 > len(data) and len(raw) > 8:
        raise NoText("is no text (binary)")
