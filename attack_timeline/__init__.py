"""A timeline of attacks on US sites in Iraq, read from news articles by rules.

    from attack_timeline import build
    timeline = build(["seeds/"])
    timeline.incidents[0].reports[0].evidence

Names are imported when they are first used, so that the command line starts at once.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attack_timeline.errors import TimelineError
    from attack_timeline.knowledge import Knowledge
    from attack_timeline.model import Article, Incident, Timeline
    from attack_timeline.pipeline import build, find_times

__version__ = "0.1.0"
__all__ = ["Article", "Incident", "Knowledge", "Timeline", "TimelineError", "build", "find_times"]

_HOME = {
    "Article": "model",
    "Incident": "model",
    "Knowledge": "knowledge",
    "Timeline": "model",
    "TimelineError": "errors",
    "build": "pipeline",
    "find_times": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
