"""From an event of the story to the Report that the timeline keeps: one value a field, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attack_timeline.extract.casualties import Toll
from attack_timeline.extract.events import Event, weapon_of
from attack_timeline.extract.mentions import Mention
from attack_timeline.extract.whereabouts import squeeze
from attack_timeline.knowledge import Knowledge
from attack_timeline.model import Article, DatePrecision, Evidence, JointNumber, OtherValue, Report, ResolvedTime

MORE = frozenset({"more", "others", "other", "another"})
SUMMARY_LENGTH = 240


def evidence(article: Article, field: str, start: int, end: int, rule: str) -> Evidence:
    return Evidence(field=field, start=start, end=end, quote=article.text[start:end], rule=rule)


class Assembly:
    """Collects the values and the evidence of one event."""

    def __init__(self, article: Article, event: Event, times: Sequence[ResolvedTime | None], knowledge: Knowledge) -> None:
        self.article, self.event, self.knowledge = article, event, knowledge
        self.times = times  # parallel to event.mentions
        self.proof: list[Evidence] = []
        self.values: dict[str, object] = {}
        self.others: list[OtherValue] = []
        self.joint: list[JointNumber] = []

    def report(self, summary: str, background: bool) -> Report:
        first = self.event.mentions[0]
        self._prove("attack", first.start, first.end, first.rule)
        self._date()
        self._site()
        self._weapon()
        self._munitions()
        for field in ("killed", "wounded"):
            self._toll(field)
        self._claims()
        together = [m.together for m in self.event.mentions if m.together is not None]
        return Report(
            article=self.article.id,
            evidence=tuple(self.proof),
            together=together[0] if together else None,
            wave=max(m.wave for m in self.event.mentions),
            separate=any(m.separate for m in self.event.mentions),
            others=tuple(self.others),
            joint_numbers=tuple(self.joint),
            joint=tuple(sorted({j.field for j in self.joint})),
            background=background,
            summary=squeeze(summary)[:SUMMARY_LENGTH],
            **self.values,
        )

    def _prove(self, field: str, start: int, end: int, rule: str) -> None:
        self.proof.append(evidence(self.article, field, start, end, rule))

    def _date(self) -> None:
        told = [(t, m) for t, m in zip(self.times, self.event.mentions, strict=True) if t is not None and t.date]
        if not told:
            open_times = [t for t in self.times if t is not None]
            self.values["date_reason"] = open_times[0].reason if open_times and open_times[0].reason else "no date is told for it"
            for time in open_times[:1]:
                self._prove("date", time.expression.start, time.expression.end, "time." + time.expression.type)
            return
        if any(weapon_of(m) == "mob" for m in self.event.mentions):  # a siege is dated by its first day
            days = [pair for pair in told if pair[0].first and pair[0].first == pair[0].last]
            told = sorted(days, key=lambda pair: pair[0].first or 0)[:1] or told
        best, _ = min(
            told, key=lambda pair: ((pair[0].last - pair[0].first).days if pair[0].last and pair[0].first else 9999, pair[0].expression.start)
        )
        self.values |= {"date": best.date, "date_start": best.first, "date_end": best.last, "date_precision": precision(best)}
        self._prove("date", best.expression.start, best.expression.end, "time." + best.expression.rule)

    def _site(self) -> None:
        named = [(t, m) for m in self.event.mentions if (t := m.target) and t.site_id]
        if named:
            inner = next(((t, m) for t, m in named if self.knowledge.sites[str(t.site_id)].within in {x.site_id for x, _ in named}), named[0])
            target = inner[0]
            site = self.knowledge.sites[str(target.site_id)]
            self.values |= {
                "site_id": site.id,
                "admin1": site.admin1,
                "geo_precision": "site" if site.precision == "site" else site.precision,
                "partner": site.partner,
            }
            self._prove("site", target.start, target.end, "site.gazetteer")
            return
        described = [t for t in self.event.targets if t.kind in ("base", "mission", "convoy", "facility")] or [
            t for t in self.event.targets if t.kind in ("people", "place")
        ]
        if not described:
            return
        target = next((t for t in described if t.admin1), described[0])
        self.values |= {
            "location_text": squeeze(self.article.text[target.start : target.end]),
            "admin1": target.admin1,
            "geo_precision": "province" if target.admin1 else "country",
            "partner": target.partner,
        }
        self._prove("site", target.start, target.end, f"site.{target.kind}")

    def _weapon(self) -> None:
        classes = [(weapon_of(m), m) for m in self.event.mentions]
        if any(c == "mob" for c, _ in classes):
            self.values |= {"weapon": "mob", "attack_type": "Mob violence"}
            return
        unnamed = next((c for c, m in classes if c != "unknown" and m.arm is None), None)
        if unnamed and all(m.arm is None for _, m in classes):  # "opened fire on", "a convoy was bombed"
            types = [w.attack_type for w in self.knowledge.weapons if w.weapon_class == unnamed]
            self.values |= {"weapon": unnamed, "attack_type": types[0] if types else "Attack"}
            return
        known = [(c, m) for c, m in classes if c != "unknown" and m.arm]
        if not known:
            arms = [m.arm for m in self.event.mentions if m.arm]
            if arms:
                self.values |= {"weapon_text": squeeze(self.article.text[arms[0].start : arms[0].end])}
                self._prove("weapon", arms[0].start, arms[0].end, "weapon.term")
            self.values["attack_type"] = "Attack"
            return
        chosen, mention = known[0]
        if chosen == "missile":  # a later word may say what kind
            chosen, mention = next(((c, m) for c, m in known if c in ("ballistic-missile", "cruise-missile")), known[0])
        arm = mention.arm
        assert arm is not None
        weapon = self.knowledge.weapons_by_id.get(arm.weapon_id or "")
        self.values |= {
            "weapon": chosen,
            "weapon_text": squeeze(self.article.text[arm.start : arm.end]),
            "attack_type": weapon.attack_type if weapon else "Attack",
        }
        self._prove("weapon", arm.start, arm.end, "weapon.term")

    def _munitions(self) -> None:
        counted = [
            m
            for m in self.event.mentions
            if (m.arm and m.arm.quantity and not m.arm.attributive and m.arm.quantity.low is not None)
            or (m.arm and m.arm.quantity and m.arm.quantity.high)
        ]
        if any(weapon_of(m) == "mob" for m in self.event.mentions):
            return
        own = [m for m in counted if m.sites_told == 1]
        for mention in (m for m in counted if m.sites_told > 1):
            quantity = mention.arm.quantity if mention.arm else None
            if quantity and mention.arm and (quantity.low or 0) > 1:
                self._add_joint("munitions", quantity.low, quantity.high, mention.arm.start, mention.arm.end, "munitions.joint")
        if not own:
            return
        more = [m for m in own if m.arm and m.arm.elliptic and set(m.arm_words) & MORE]
        best = max([m for m in own if m not in more] or own, key=_number_rank)
        quantity = best.arm.quantity if best.arm else None
        assert quantity is not None and best.arm is not None
        if (
            best.arm.elliptic
            and quantity.high == 1
            and any(m.arm and m.arm.plural and not m.arm.elliptic and not m.arm.attributive for m in self.event.mentions)
        ):
            return  # "projectiles struck the zone; one landed near the embassy": more than one, and how many is not told
        low, high = quantity.low, quantity.high
        for extra in (m.arm.quantity for m in more if m is not best and m.arm and m.arm.quantity):
            low = (low or 0) + (extra.low or 0)
            high = None if high is None or extra.high is None else high + extra.high
        self.values |= {"munitions_low": low, "munitions_high": high}
        self._prove("munitions", best.arm.start, best.arm.end, "munitions.count")
        for mention in own if not more else ():  # of a sum the parts are no other values
            other = mention.arm.quantity if mention.arm else None
            if other and mention.arm and not other.vague and (other.low, other.high) != (quantity.low, quantity.high) and (other.low or 0) > 1:
                self.others.append(
                    OtherValue(
                        field="munitions",
                        low=other.low,
                        high=other.high,
                        status="other-source",
                        start=mention.arm.start,
                        end=mention.arm.end,
                        quote=self.article.text[mention.arm.start : mention.arm.end],
                        rule="munitions.count",
                    )
                )

    def _add_joint(self, field: str, low: int | None, high: int | None, start: int, end: int, rule: str) -> None:
        self.joint.append(
            JointNumber(field=field, low=low, high=high, article=self.article.id, start=start, end=end, quote=self.article.text[start:end], rule=rule)
        )

    def _toll(self, field: str) -> None:
        tolls = [t for _, t in self.event.tolls if t.field == field and not t.attackers]
        for toll in (t for _, t in self.event.boasts if t.field == field):
            self.others.append(self._other(toll, "claimant"))
        if not tolls:
            return
        positive = [t for t in tolls if t.low != 0]
        shared = any(m.sites_told > 1 for m in self.event.mentions) and len(self.event.mentions) <= 2
        if positive and shared and all(m.sites_told > 1 for m in self.event.mentions if m.target):
            for toll in positive:
                self._add_joint(field, toll.low, toll.high, toll.start, toll.end, toll.rule)
            return
        chosen, low, high = choose_toll(tolls)
        self.values |= {f"{field}_low": low, f"{field}_high": high}
        self._prove(field, chosen.start, chosen.end, chosen.rule)
        for toll in tolls:
            if toll is not chosen and (toll.low, toll.high) != (low, high) and not toll.adding and not (toll.vague or toll.low == 0):
                self.others.append(
                    OtherValue(
                        field=field,
                        low=toll.low,
                        high=toll.high,
                        status="earlier",
                        start=toll.start,
                        end=toll.end,
                        quote=self.article.text[toll.start : toll.end],
                        rule=toll.rule,
                    )
                )

    def _other(self, toll: Toll, status: Literal["earlier", "claimant"]) -> OtherValue:
        words = self.article.text[toll.start : toll.end]
        return OtherValue(field=toll.field, low=toll.low, high=toll.high, status=status, start=toll.start, end=toll.end, quote=words, rule=toll.rule)

    def _claims(self) -> None:
        facts = [f for _, f in self.event.claims]
        claimed = [f for f in facts if f.kind == "claimed"]
        denied = [f for f in facts if f.kind == "denied"]
        unclaimed = [f for f in facts if f.kind == "unclaimed"]
        for status, found in (("claimed", claimed), ("unclaimed", unclaimed), ("denied", denied)):
            if found:
                self.values["claim_status"] = status
                self._prove("claim", found[0].start, found[0].end, found[0].rule)
                break
        if claimed:
            self.values["claimed_by"] = tuple(dict.fromkeys(f.group for f in claimed if f.group))
        self._blame([f for f in facts if f.kind == "attributed"])

    def _blame(self, blamed: Sequence[object]) -> None:
        told: dict[str, str] = {}
        for mention in self.event.mentions:
            if mention.actor and mention.actor in self.knowledge.groups and not mention.crowd:
                span = mention.actor_span or ((mention.arm.start, mention.arm.end) if mention.arm else (mention.start, mention.end))
                if mention.actor not in told:
                    self._prove("attributed", span[0], span[1], "attributed.actor")
                    told[mention.actor] = "report"
        for fact in blamed:
            group, by = fact.group, fact.by  # type: ignore[attr-defined]
            if group and group not in told:
                told[group] = by or "unnamed"
                self._prove("attributed", fact.start, fact.end, fact.rule)  # type: ignore[attr-defined]
        self.values |= {"attributed_to": tuple(told), "attributed_by": tuple(told.values())}


def precision(time: ResolvedTime) -> DatePrecision | None:
    """The codebook's date_precision of a resolved time."""
    if time.date is None:
        return None
    bare = time.date.rstrip("?~%")
    if "/" in bare:
        return "range"
    if len(bare) == 4:
        return "year"
    if len(bare) == 7:
        return "month" if bare[5:] <= "12" else "season"
    return "day"


def _number_rank(mention: Mention) -> tuple[bool, bool, int, int]:
    """Stated numbers before vague ones, several before a lone "a rocket", larger (launched) before smaller (landed), earlier before later."""
    quantity = mention.arm.quantity if mention.arm else None
    if quantity is None:
        return (False, False, 0, 0)
    low = quantity.low or quantity.high or 0
    return (low > 1, not quantity.vague, low if mention.line <= 40 else 0, -mention.line)


def choose_toll(tolls: Sequence[Toll]) -> tuple[Toll, int | None, int | None]:
    """The toll that stands: stated before vague, later higher counts before earlier ones, additions added; zero only where nothing else is told."""
    positive = [t for t in tolls if t.low != 0]
    if not positive:
        return tolls[0], 0, 0
    current = [t for t in positive if not t.earlier] or positive
    base = [t for t in current if not t.adding] or current
    chosen = max(base, key=lambda t: (not t.vague, t.low or 0, -t.start))
    low, high = chosen.low, chosen.high
    for extra in (t for t in current if t.adding and t is not chosen and not t.vague):
        low = (low or 0) + (extra.low or 0)
        high = None if high is None or extra.high is None else high + extra.high
    return chosen, low, high
