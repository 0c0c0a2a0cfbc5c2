"""Errors that a user can mend: each message says what is wrong, in which file, and what to do."""

from __future__ import annotations


class TimelineError(Exception):
    """Base of every error that the command line prints as one line (exit code 1)."""


class KnowledgeError(TimelineError):
    """An entry of data/*.yaml is wrong; the message names file, entry and field."""


class ReadingError(TimelineError):
    """One article cannot be read; the build goes on without it (exit code 3)."""
