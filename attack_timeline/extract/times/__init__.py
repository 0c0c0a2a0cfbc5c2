"""Times as the text words them: typed expressions, found once, resolved later by `dating`."""

from attack_timeline.extract.times.scan import find_times

__all__ = ["find_times"]
