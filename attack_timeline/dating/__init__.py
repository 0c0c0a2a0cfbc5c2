"""Dating: what a time expression means, and when an article was published."""

from attack_timeline.dating.inherit import inherit_publications
from attack_timeline.dating.publication import infer_publications
from attack_timeline.dating.resolve import resolve
from attack_timeline.dating.rows import time_rows

__all__ = ["infer_publications", "inherit_publications", "resolve", "time_rows"]
