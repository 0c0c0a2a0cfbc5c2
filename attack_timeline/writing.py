"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile


def write_whole(path: str, text: str) -> None:
    """Write beside the target and rename: a reader sees the old file or the new one, never a part."""
    target = os.path.realpath(path)
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
