"""Which of a sentence's times is the attack's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.tokens import spanning
from attack_timeline.model import ResolvedTime

NOT_DATES = frozenset({"duration", "recurring", "hijri"})
APART = frozenset("after following before until".split())
SAID = frozenset("said told announced added says stated tweeted reported wrote confirmed reporters statement".split())
DAYS = {"day": 1, "week": 7}


def time_for(mention: Mention, line: Line, resolved: Sequence[ResolvedTime], others: Sequence[Mention] = ()) -> int | None:
    """Index of the time that dates the mention: of its own clause first, then the nearest that no "after" sets apart.

    A time that stands right at another attack's words ("the Jan. 3 strike", "airstrikes on Sunday") is that attack's.
    """
    best: tuple[tuple[int, int], int] | None = None
    for index in line.times:
        time = resolved[index]
        if time.expression.type in NOT_DATES or time.expression.end <= line.dateline or _of_what_is_to_come(time):
            continue
        where = spanning(line.tokens, time.expression.start, time.expression.end)
        if where is None or _only_reported(line, where) or _open_ended(line, time, where):
            continue
        distance = max(where[0] - mention.j, mention.i - where[1], 0)
        between = line.tokens[mention.j : where[0]] if where[0] >= mention.j else line.tokens[where[1] : mention.i]
        lows = [t.low for t in between]
        if _coarse(time) and where[0] > 2 and (distance > 10 or (distance > 5 and set(lows) & {",", "and", ";"})):
            continue
        if where[0] >= mention.j and lows and lows[-1] in APART and line.words_between(where[1], where[1] + 1) != ["'s"]:
            lows = lows[:-1]  # "after midnight", "just after 6 a.m."
        if where[0] <= 2 and _month_or_more(time):
            lows = []  # "In 2020, ...", "In January, ...": the whole sentence is told of that time
        if where[1] <= mention.i and "after" in lows and _hurt_before(line, where[1] + lows.index("after")):
            lows = [low for low in lows if low != "after"]  # "two were killed on Saturday after the base came under fire"
        if set(lows) & APART or _other_side(time, where, mention, line) or _taken(where, distance, mention, others):
            continue
        penalty = sum(low in (",", ";", "—", "–", "and", "but") for low in lows) + 2 * sum(
            low in ("said", "told", "announced", "saying", "added") for low in lows
        )
        penalty += 3 * sum(1 for item in line.labelled("fire", "land") if (mention.j <= item.i < where[0]) or (where[1] <= item.i < mention.i))
        if time.date is None:
            penalty += 6
        if time.expression.type == "weekday" and _beside_a_date(line, where, resolved, index):
            continue  # "on 26 January, a Sunday"
        key = (penalty * 4 + distance, distance)
        if best is None or key < best[0]:
            best = (key, index)
    return best[1] if best else None


def _of_what_is_to_come(time: ResolvedTime) -> bool:
    """ "After the attack the House will vote Thursday"."""
    return time.expression.tense == "future" and not time.expression.quoted


def _only_reported(line: Line, where: tuple[int, int]) -> bool:
    """ "..., officials said Thursday": when it was said."""
    before = line.words_between(max(0, where[0] - 3), where[0])
    return (
        bool(set(before[-2:]) & SAID)
        or (before[-1:] == ["on"] and bool(set(before) & SAID))
        or bool(set(line.words_between(where[1], where[1] + 1)) & SAID)
    )


def _beside_a_date(line: Line, where: tuple[int, int], resolved: Sequence[ResolvedTime], index: int) -> bool:
    for other in line.times:
        time = resolved[other]
        place = spanning(line.tokens, time.expression.start, time.expression.end)
        if (
            other != index
            and place
            and time.expression.type in ("absolute", "elliptic")
            and time.first == time.last
            and time.date
            and max(place[0] - where[1], where[0] - place[1]) <= 2
        ):
            return True
    return False


def _open_ended(line: Line, time: ResolvedTime, where: tuple[int, int]) -> bool:
    """ "since October", or a term of office of years: no date of one attack."""
    since = line.words_between(max(0, where[0] - 1), where[0]) == ["since"] or time.expression.text.casefold().startswith("since")
    if since and "when" not in line.words_between(where[1], where[1] + 2):  # but "since June, when a rocket hit it"
        return True
    return time.first is not None and time.last is not None and (time.last - time.first).days > 400


def _coarse(time: ResolvedTime) -> bool:
    """A year; it dates an attack only where it stands beside it, or opens the sentence."""
    return time.first is not None and time.last is not None and (time.last - time.first).days > 100


def _month_or_more(time: ResolvedTime) -> bool:
    return time.first is not None and time.last is not None and (time.last - time.first).days >= 27


def _hurt_before(line: Line, i: int) -> bool:
    return any(item.i < i for item in line.labelled("kill_passive", "wound_passive"))


def said_time(line: Line, resolved: Sequence[ResolvedTime]) -> ResolvedTime | None:
    """The day on which an attack was reported ("..., the army said Sunday"): the nearest thing to its date where nothing else is told."""
    for index in line.times:
        time = resolved[index]
        where = spanning(line.tokens, time.expression.start, time.expression.end)
        if where and time.date and _only_reported(line, where) and time.first == time.last:
            return time
    return None


def _taken(where: tuple[int, int], distance: int, mention: Mention, others: Sequence[Mention]) -> bool:
    gaps = [
        max(where[0] - o.j, o.i - where[1], 0) for o in others if o.status in ("friendly", "abroad") and not (o.i < mention.j and mention.i < o.j)
    ]
    return any(gap <= 3 and gap < distance for gap in gaps)


def _other_side(time: ResolvedTime, where: tuple[int, int], mention: Mention, line: Line) -> bool:
    """ "A came two days after B": the expression dates A, what stands behind it is B."""
    return opens_clause(time, line) and where[1] <= mention.i


def opens_clause(time: ResolvedTime, line: Line) -> bool:
    """ "a week after", "two days before" with the event it hangs on still to come; but not "the day before that, ..."."""
    where = spanning(line.tokens, time.expression.start, time.expression.end)
    if where is None or line.words_between(where[1], where[1] + 1) in (["that"], ["this"], [","], ["."], ["it"], []):
        return False
    return time.expression.type in ("relative", "landmark") and time.expression.text.casefold().endswith((" after", " before"))


def shifted_time(mention: Mention, line: Line, resolved: Sequence[ResolvedTime], anchor: tuple[date, date] | None) -> ResolvedTime | None:
    """The days of B in "A came two days after B", counted back from A: its own time in the sentence, else `anchor`."""
    for index in line.times:
        time = resolved[index]
        expression = time.expression
        where = spanning(line.tokens, expression.start, expression.end)
        if where is None or not opens_clause(time, line) or where[1] > mention.i or mention.i - where[1] > 14:
            continue
        if expression.shift is None or expression.unit not in DAYS:
            continue
        own = next(
            (
                r
                for r in (resolved[i] for i in line.times if i != index)
                if r.first and r.expression.type in ("weekday", "absolute", "elliptic", "deictic") and r.expression.start < expression.start
            ),
            None,
        )
        base = (own.first, own.last) if own and own.first and own.last else anchor
        if base is None:
            continue
        back = timedelta(days=abs(expression.shift) * DAYS[expression.unit]) * (-1 if expression.text.casefold().endswith("after") else 1)
        first, last = base[0] + back, base[1] + back
        day = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        return ResolvedTime(expression=expression, date=day, first=first, last=last, anchor=f"{base[0].isoformat()}, {expression.text}")
    return None


def lead_time(annotated: Annotated, resolved: Sequence[ResolvedTime], taken: set[int], lines: int) -> ResolvedTime | None:
    """The day told in the story's first sentences, where it is no other attack's and not only the day of a statement."""
    for line in annotated.lines[: lines + 1]:
        for number in line.times:
            time = resolved[number]
            where = spanning(line.tokens, time.expression.start, time.expression.end)
            known = time.date is not None and time.first is not None and time.last is not None and (time.last - time.first).days <= 1
            if (
                known
                and where
                and number not in taken
                and not _of_what_is_to_come(time)
                and time.expression.end > line.dateline
                and time.expression.type in ("weekday", "deictic")
                and not _only_reported(line, where)
            ):
                return time
    return None


def nearby_time(annotated: Annotated, index: int, resolved: Sequence[ResolvedTime], taken: set[int]) -> int | None:
    """A day told in the sentence before, of the same paragraph, that no other event has taken."""
    line = annotated.lines[index]
    for back in (1, 2):
        if index - back < 0:
            break
        other = annotated.lines[index - back]
        if other.sentence.paragraph != line.sentence.paragraph:
            break
        for number in reversed(other.times):
            time = resolved[number]
            if number not in taken and time.date and time.expression.type not in NOT_DATES and not _of_what_is_to_come(time):
                return number
    return None
