"""Did it happen? Threats, plans, fears, exercises, denials and weapons found before they fired are no attacks."""

from __future__ import annotations

from attack_timeline.extract.annotate import Line

VERB_REACH = 9
NOUN_REACH = 6
MODALS = frozenset("would could may might can will shall should must".split())
IRREGULAR = frozenset(
    "hit struck fell shot came went broke rained blew tore sent flew burst shook laid fallen flown forced set slammed swept lit".split()
)
NEGATIONS = frozenset("not never n't didn't wasn't weren't hasn't haven't neither nor without".split())


def happened(line: Line, i: int, noun: bool) -> bool:
    """True where nothing before the trigger at token i makes it a threat, a plan, a fear, a condition or a denial."""
    if any(item.i < i + 12 for item in line.labelled("unreal", "supposed")):
        return False
    if _denied(line, i) or _said_to_be_false(line) or _found_unfired(line):
        return False
    if line.tokens[0].low == "not" or (line.tokens[0].low == "never" and i > 1):
        return False  # "Not for two months had a base been attacked"
    if line.labelled("found") and not noun:
        return all(abs(item.i - i) > 12 for item in line.labelled("found"))
    past = _past(line, i)
    if line.words_between(i, i + 2) == ["the", "one"]:
        return True
    low = max(0, i - (NOUN_REACH if noun else VERB_REACH))
    for k in range(i - 1, low - 1, -1):
        token = line.tokens[k].low
        if token in (";", ":", "—", "–") or (k < i - 1 and _turns(line, k)):
            break
        if _governs(line, k, i, past, noun):
            return False
    return not (not noun and line.words_between(i - 1, i) == ["to"] and not _tried(line, i))


def _past(line: Line, i: int) -> bool:
    low = line.tokens[i].low
    return low.endswith("ed") or low in IRREGULAR


def _turns(line: Line, k: int) -> bool:
    return any(item.i <= k < item.j for item in line.labelled("clause_turn"))


def _tried(line: Line, i: int) -> bool:
    return any(item.j == i for item in line.labelled("attempted"))


def _denied(line: Line, i: int) -> bool:
    """ "denied on Sunday that the base had been hit"."""
    before = line.words_between(max(0, i - 14), i)
    denial = next((n for n, word in enumerate(before) if word in ("denied", "denies", "denying")), None)
    return denial is not None and "that" in before[denial:]


def _said_to_be_false(line: Line) -> bool:
    """ "Reports that rockets hit the base were false"."""
    lows = set(line.lows)
    told = {"report", "reports", "rumours", "rumors", "rumour", "rumor", "claims", "news"}
    return bool(lows & {"false", "untrue", "fabricated", "unfounded"} and lows & told)


def _found_unfired(line: Line) -> bool:
    """ "found a launcher with rockets aimed at the base before they could be fired"."""
    lows = set(line.lows)
    return bool(lows & {"found", "discovered", "seized"} and lows & {"launcher", "launchers", "rails", "platform"} and "before" in lows)


def _told_as_past(line: Line, k: int) -> bool:
    """ "a week after rockets will hit": translated copy puts the past into the future."""
    return line.tokens[k].low in ("will", "would") and bool({"after", "following"} & set(line.words_between(max(0, k - 10), k)))


def _governs(line: Line, k: int, i: int, past: bool, noun: bool) -> bool:
    """The word at k takes the trigger at i out of what happened."""
    low = line.tokens[k].low
    threat = any(item.i <= k < item.j for item in line.labelled("threat"))
    if low in NEGATIONS and i - k <= 4:
        return True
    if threat and _told_as_past(line, k):
        return False
    if not threat:
        return low == "no" and i - k <= 3
    if noun:
        return low not in ("can", "will") or i - k <= 4
    if past and low not in ("if", "whether", "any", "never", "unless", "in case"):
        # "would have hit", "could be struck", but "warned that rockets hit", "threatened ... fired"
        after = line.words_between(k + 1, i)
        return low in MODALS and (not after or after[0] in ("have", "be", "not", "also") or i - k <= 2)
    return True
