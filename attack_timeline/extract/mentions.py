"""A mention: one place in the text where an attack is told, before mentions of one attack become its report."""

from __future__ import annotations

from dataclasses import dataclass

from attack_timeline.extract.arms import Arm
from attack_timeline.extract.targets import Target
from attack_timeline.model import ResolvedTime


@dataclass(slots=True)
class Mention:
    """An attack told in one clause.

    `line`: index into Annotated.lines; `i`, `j`: tokens of the trigger; `status`: real, or why it is none: unreal (threat, plan, denial),
    friendly (done by US, coalition or Iraqi forces), abroad, series (no single attack), other (target of another kind);
    `actor`: group id of who did it by the article's own voice; `definite`: "the attack", told before; `again`: another than that told before;
    `when`: the time that dates it; `together`: running number where one clause names several sites.
    """

    line: int
    i: int
    j: int
    rule: str
    start: int
    end: int
    status: str = "real"
    target: Target | None = None
    arm: Arm | None = None
    actor: str | None = None
    actor_span: tuple[int, int] | None = None
    crowd: bool = False
    arm_words: tuple[str, ...] = ()  # the words that tell the weapon
    shots: bool = False  # gunfire, where no weapon is named
    wave: int = 1  # 2 for "a second attack" on the site and day of the one told before
    separate: bool = False
    air: bool = False  # "strikes" and "air raids" with no doer told: those of an air force, unless they take up an attack told before
    blast: bool = False  # the verb is one of bombing: on a convoy that is a bomb by the road
    definite: bool = False
    plural: bool = False
    again: bool = False
    headline: bool = False
    when: ResolvedTime | None = None
    together: int | None = None
    sites_told: int = 1
