"""JSON and JSON Lines, and the JSON Schema that they keep to."""

from __future__ import annotations

import json
import re
from typing import Any

from attack_timeline.model import Timeline

VERSION = "attack-timeline/1"
# Valid in JSON, but not fit for a terminal: delete, C1 controls and direction marks go out as \\u escapes, which read back the same.
UNFIT = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def document(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain values; the articles' texts stay out (`attacks text` prints them)."""
    dumped = timeline.model_dump(mode="json", exclude={"articles": {"__all__": {"text"}}})
    for incident in dumped["incidents"]:
        incident["chosen"] = dict(incident["chosen"])
    return {"schema": VERSION, **dumped}


def render_json(timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    return _dump(document(timeline), indent=1) + "\n"


def render_jsonl(timeline: Timeline, *, width: int | None = None, color: bool = False) -> str:
    """One incident a line."""
    return "".join(_dump(incident) + "\n" for incident in document(timeline)["incidents"])


def _dump(value: Any, indent: int | None = None) -> str:
    return UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False))


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `render_json` writes."""
    made = Timeline.model_json_schema(mode="serialization")
    del made["$defs"]["Article"]["properties"]["text"]
    for record in [made, *made["$defs"].values()]:
        record["required"] = list(record["properties"])  # nothing is left out: what is unknown is null
    made["$defs"]["Incident"]["properties"]["chosen"] = {
        "additionalProperties": {"type": "string"},
        "description": "Field -> why this value, where sources differ or it was inferred.",
        "type": "object",
    }
    made["properties"] = {"schema": {"const": VERSION}, **made["properties"]}
    made["required"] = list(made["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def render_schema() -> str:
    return _dump(schema(), indent=2) + "\n"
