"""Where output goes: standard output, as the terminal there wants it, and files that are written whole or not at all."""

from __future__ import annotations

import os
import sys


def terminal_width() -> int | None:
    """Columns of the terminal; None where standard output is none."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def wants_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_out(text: str) -> None:
    """To standard output, in UTF-8 and with the line ends of the text, whatever the system's habits are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def write_whole(path: str, text: str) -> None:
    """Write beside the target and rename: a reader sees the old file or the new one, never a part."""
    import tempfile

    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):  # a pipe or a device is written to, never replaced
        with open(target, "wb") as stream:
            stream.write(text.encode("utf-8", "replace"))
        return
    folder = os.path.dirname(target)
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{os.path.basename(target)}.", suffix=".part")
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    try:
        with open(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "replace"))
        os.chmod(temporary, _mode_for(target))
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _mode_for(target: str) -> int:
    """The mode of the file that is replaced, else what a new file gets (mkstemp gives none but the owner a right)."""
    try:
        return os.stat(target).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
