"""Is it an attack on a US site in Iraq? The codebook's section 1, asked of one mention in its sentence and its story."""

from __future__ import annotations

from dataclasses import replace

from attack_timeline.extract.annotate import Annotated, Line
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.targets import Target
from attack_timeline.knowledge import Knowledge, Site

RETALIATION = frozenset(
    "retaliation revenge response avenge avenging retaliatory after following since for vengeance reprisal days hours answer".split()
)
LOOK_BACK = 6
MISSION_KINDS = frozenset({"embassy", "consulate", "diplomatic", "mission"})
MISSION_WORDS = frozenset("embassy mission consulate chancery legation".split())


def status_of(mention: Mention, line: Line, annotated: Annotated, knowledge: Knowledge) -> str:
    """The mention's status after a look at victims, objects and places; "real" only for attacks in scope."""
    if mention.status != "real":
        return mention.status
    if _killed_enemy(line, mention, knowledge) or _enemy_object(line, mention):
        return "friendly"
    if _other_object(line, mention):
        return "other"
    target = mention.target
    if target is None:
        return "real"
    if target.abroad:
        return "abroad"
    if mention.crowd and not _mission(target, knowledge):
        mention.target = target = _mission_in(line, knowledge) or target
        if not _mission(target, knowledge):
            return "other"
    return "real" if in_scope(target, mention, line, annotated, knowledge) else "other"


def _mission(target: Target, knowledge: Knowledge) -> bool:
    if target.site_id:
        return knowledge.sites[target.site_id].kind in MISSION_KINDS
    return target.kind in ("mission", "anaphor")


def _mission_in(line: Line, knowledge: Knowledge) -> Target | None:
    """The mission that the same sentence names beside the zone that a crowd entered."""
    for item in line.labelled("site"):
        site = knowledge.sites[item.value.id]
        if site.kind in MISSION_KINDS and site.in_scope:
            return Target(
                "site", item.i, item.j, item.start, item.end, site_id=site.id, us=True, admin1=site.admin1, region=site.region, partner=site.partner
            )
    return None


def in_scope(target: Target, mention: Mention, line: Line, annotated: Annotated, knowledge: Knowledge) -> bool:
    """Whether the target is a US site in Iraq by its name, its description and its surroundings."""
    if target.kind == "site":
        site = knowledge.sites[str(target.site_id)]
        if not site.in_scope or site.country != "IQ":
            return False
        return not target.bare or site.by_locality or iraq_told(mention.line, annotated, knowledge)
    if target.kind == "anaphor":
        return True
    us = target.us or _us_near(mention, target, annotated)
    return us and (target.iraqi or iraq_told(mention.line, annotated, knowledge))


def _us_near(mention: Mention, target: Target, annotated: Annotated) -> bool:
    """A base in Iraq without a name counts where the sentences around it, or the headline, speak of Americans or the coalition."""
    lines = annotated.lines
    near = [lines[mention.line], *lines[max(0, mention.line - 1) : mention.line + 2], *(line for line in lines[:2] if line.headline)]
    return any(item for line in near for item in line.labelled("us_words"))


def iraq_told(index: int, annotated: Annotated, knowledge: Knowledge) -> bool:
    """The nearest words before that name a country or a place in one name Iraq; the headline's count, too."""
    own = _countries(annotated.lines[index], knowledge)
    if own:
        return "IQ" in own
    for back in range(1, LOOK_BACK + 1):
        if index - back < 0:
            break
        told = _countries(annotated.lines[index - back], knowledge)
        if told:
            return "IQ" in told
    told = set().union(*(_countries(line, knowledge) for line in annotated.lines[:LOOK_BACK])) if annotated.lines else set()
    return "IQ" in told


def _countries(line: Line, knowledge: Knowledge) -> set[str]:
    found = {knowledge.places[item.value.id].country for item in line.labelled("place")}
    found |= {knowledge.sites[item.value.id].country for item in line.labelled("site") if not item.value.bare}
    if "iraqi" in line.lows or "iraqis" in line.lows:
        found.add("IQ")
    return {country for country in found if country not in ("US", "IR", "GB")}


def _killed_enemy(line: Line, mention: Mention, knowledge: Knowledge) -> bool:
    """ "the strike that killed General X", "X was killed in a drone strike at the airport", but not "in revenge for X's death"."""
    named = [g for g in line.labelled("group") if not knowledge.groups[g.value.id].friendly]
    if mention.rule == "frame.hurting" and any(mention.j <= e.i <= mention.j + 6 for e in line.labelled("enemy_dead")):
        return True
    for item in line.labelled("enemy_dead"):
        if any(g.i <= item.i < g.j for g in named):
            continue  # a group named after the dead
        if item.i >= mention.j:
            between = line.words_between(mention.j, item.i)
            kill = any(mention.j <= k.i < item.i for k in line.labelled("kill_active", "kill_passive", "kill_nouns"))
            if kill and not set(between) & RETALIATION and len(between) <= 22:
                return True
        elif (
            item.j <= mention.i
            and any(0 <= item.i - k.j <= 6 for k in line.labelled("kill_active"))
            and len(line.words_between(item.j, mention.i)) <= 6
            and set(line.words_between(item.j, mention.i)) & {"in", "by", "with"}
        ):
            return True  # "killed General X in a strike at the airport"
        elif item.j <= mention.i:
            between = line.words_between(item.j, mention.i)
            kills = [k for k in line.labelled("kill_passive", "kill_active") if item.j <= k.i < mention.i]
            if (
                kills
                and len(between) <= 14
                and not set(line.words_between(kills[0].j, mention.i)) & {"after", "before", "then", "since", "retaliation", "iran", ",", "and"}
            ):
                return True
        elif mention.target and item.i < mention.target.i:
            return True
    return False


def _enemy_object(line: Line, mention: Mention) -> bool:
    """What was struck is a militia's: "bombed weapons depots near the base"."""
    end = mention.target.i if mention.target else mention.j + 5
    return any(mention.j <= item.i < end for item in line.labelled("enemy")) and mention.rule in ("frame.strike", "frame.nominal")


def _other_object(line: Line, mention: Mention) -> bool:
    """The object of the verb is something else: an airliner, a tanker, a pipeline."""
    end = mention.target.i if mention.target else mention.j + 7
    after = any(mention.j <= item.i < end for item in line.labelled("elsewhere_targets"))
    subject = any(mention.i - 10 <= item.i < mention.i for item in line.labelled("elsewhere_targets")) and mention.target is None
    return after or subject


def _standing_for(target: Target, site: Site) -> Target:
    """The site, at the words that stand for it."""
    return Target(
        "site", target.i, target.j, target.start, target.end, site_id=site.id, us=True, admin1=site.admin1, region=site.region, partner=site.partner
    )


def resolve_anaphor(mention: Mention, annotated: Annotated, knowledge: Knowledge, last: Target | None = None) -> Target | None:
    """The site that "the base" or "the embassy" stands for: the last one named before of that kind."""
    target = mention.target
    if target is None:
        return None
    line = annotated.lines[mention.line]
    words = set(line.words_between(target.i, target.j))
    mission = bool(words & MISSION_WORDS)
    airport = "airport" in words
    pronoun = bool(words & {"it", "there"})
    vague = bool(words & {"compound", "facility", "site", "installation", "complex", "post", "place", "spot", "location", "target"}) and not mission
    here = [
        i for i in line.labelled("site") if i.j <= target.i and knowledge.sites[i.value.id].in_scope and knowledge.sites[i.value.id].kind != "zone"
    ]
    if (pronoun or vague) and here:
        site = knowledge.sites[here[-1].value.id]
        return _standing_for(target, site)
    if (pronoun or vague) and last is not None:
        return replace(last, i=target.i, j=target.j, start=target.start, end=target.end)
    ahead = range(mention.line + 1, len(annotated.lines)) if mission else range(0)  # only a mission is spoken of before it is named
    order = [*range(mention.line, -1, -1), *ahead] if not pronoun else range(mention.line, max(-1, mention.line - 6), -1)
    for index in order:
        items = [i for i in annotated.lines[index].labelled("site") if index != mention.line or i.j <= target.i]
        for item in reversed(items):
            site = knowledge.sites[item.value.id]
            if pronoun:
                if site.kind == "zone":
                    continue
            elif mission != (site.kind in MISSION_KINDS) or (airport and site.kind not in ("airport", "air-base")) or (site.kind == "zone"):
                continue
            if (not site.in_scope or site.country != "IQ") and abs(mention.line - index) > 2:
                continue  # a story elsewhere, told in passing
            if not site.in_scope or site.country != "IQ":
                return Target("site", target.i, target.j, target.start, target.end, site_id=site.id, abroad=site.country != "IQ", in_scope=False)
            return _standing_for(target, site)
    return None
