"""One line of plain words for an incident, made from its record alone."""

from __future__ import annotations

from collections.abc import Mapping

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOUNS: Mapping[str, tuple[str, str]] = {
    "rocket": ("rocket", "rockets"),
    "mortar": ("mortar round", "mortar rounds"),
    "missile": ("missile", "missiles"),
    "ballistic-missile": ("ballistic missile", "ballistic missiles"),
    "cruise-missile": ("cruise missile", "cruise missiles"),
    "drone": ("drone", "drones"),
    "ied": ("roadside bomb", "roadside bombs"),
}
ACTS: Mapping[str, str] = {"small-arms": "Gunfire", "mob": "A crowd", "none": "A crowd", "unknown": "Attack"}


def number(low: int | None, high: int | None) -> str | None:
    """ "five", "at least ten", "14 to 24"; None where nothing is known."""
    if low is None:
        return f"at most {_word(high)}" if high is not None else None
    if high is None:
        return f"at least {_word(low)}"
    return _word(low) if low == high else f"{_word(low)} to {_word(high)}"


def one_line(weapon: str, munitions: str | None, singular: bool, place: str, killed: str | None, wounded: str | None) -> str:
    what = ACTS.get(weapon)
    if what is None:
        one, many = NOUNS.get(weapon, (weapon, weapon))
        what = many.capitalize() if munitions is None else f"{munitions} {one if singular else many}"
    line = f"{what[:1].upper()}{what[1:]} at {place}; {_toll(killed, wounded)}"
    return " ".join(line.split())


def _toll(killed: str | None, wounded: str | None) -> str:
    if killed is None and wounded is None:
        return "casualties not told"
    if killed == wounded == "no":
        return "no casualties"
    parts = [f"{'nobody' if count == 'no' else count} {word}" for count, word in ((killed, "killed"), (wounded, "wounded")) if count is not None]
    return ", ".join(parts)


def _word(count: int) -> str:
    return SMALL[count] if count < len(SMALL) else str(count)
