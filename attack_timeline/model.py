"""The records that flow through the pipeline: frozen, typed, without behaviour beyond derivations.

Offsets are character offsets into `Article.text`; for every evidence `text[start:end] == quote`.
Dates are EDTF level 1 strings (`2021-02-15`, `2020-09`, `2020-01-07/2020-01-08`, `2020~`, `2020-09-30?`).
Unknown is None, never 0 and never an empty string.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

DatePrecision = Literal["day", "range", "month", "season", "year"]
GeoPrecision = Literal["site", "vicinity", "locality", "province", "country"]
ClaimStatus = Literal["claimed", "unclaimed", "denied", "unknown"]
PublishedBy = Literal["stated", "metadata", "inferred"]
Tense = Literal["past", "pluperfect", "present", "future"]
Confidence = Literal["high", "medium", "low"]


class Record(BaseModel):
    """Immutable; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """The words a value was read from.

    `start`, `end`: character offsets into the article's text (`text[start:end] == quote`); `rule`: id of the rule that read
    them, as in W3C Web Annotation's position and quote selectors.
    """

    field: str
    start: int
    end: int
    quote: str
    rule: str


class ArticleEvidence(Evidence):
    """Evidence that names its article, where the record around it does not."""

    article: str


class Article(Record):
    """One article as read.

    `id`: path relative to what was given, with `/`; `text`: what offsets point into (line ends are `\\n`, control characters are gone);
    `title`: from metadata or page, None where only the text itself has one; `published`: EDTF or None;
    `error`: one line, for an article that could not be read (its text is then empty).
    """

    id: str
    path: str
    text: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_by: PublishedBy | None = None
    published_evidence: tuple[ArticleEvidence, ...] = ()
    sha256: str = ""
    error: str | None = None


class TimeExpression(Record):
    """A time as the text words it, before it is resolved.

    `type` is one of: absolute (a full or partial calendar date), weekday, elliptic (a day of a month told before: "its 17th"),
    relative (to the narrative: "three days later"), deictic (to the publication: "yesterday", "last month"), landmark
    ("the day after Soleimani was killed"), range, duration, recurring, hijri. The remaining fields are filled as the type needs them.
    `sentence`, `paragraph`: running numbers in the text; `tense`: of the clause that it stands in.
    """

    start: int
    end: int
    text: str
    type: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday 0 ... Sunday 6
    part: str | None = None  # early, mid, late, morning, night, overnight, eve ...
    shift: int | None = None  # signed count of `unit`
    unit: str | None = None  # day, week, month, year, decade, hour
    modifier: str | None = None  # last, next, this, same, following, previous, about, since, until ...
    until: TimeExpression | None = None  # second end of a range
    landmark: str | None = None  # id of the landmark that it hangs on
    zone: str | None = None  # "Washington" where the text gives the hour elsewhere
    sentence: int = 0
    paragraph: int = 0
    tense: Tense | None = None
    quoted: bool = False


class ResolvedTime(Record):
    """A time expression with the days it means.

    `date`: EDTF, None where it stays open (then `reason` says why); `first`, `last`: its bounds, both included;
    `anchor`: what it hangs on, in words ("published 2021-04-18", "2020-03-11 at 2310", "landmark soleimani-killed");
    `clause_date`: of "a week after the base was hit" the EDTF day of what the words behind it tell (`date` is that of the sentence).
    """

    expression: TimeExpression
    date: str | None = None
    first: Day | None = None
    last: Day | None = None
    anchor: str | None = None
    reason: str | None = None
    clause_date: str | None = None


class Publication(Record):
    """When an article was published, how that is known, and the words that say or cut it."""

    date: str | None = None
    by: PublishedBy | None = None
    evidence: tuple[ArticleEvidence, ...] = ()
    contradictions: tuple[str, ...] = ()


class OtherValue(Record):
    """A value that an article also gives for a field, and why it is not the article's own.

    `status`: earlier (replaced by a later count), disputed (taken back or called false), claimant (the attacker's own boast).
    """

    field: str  # munitions, killed or wounded
    low: int | None = None
    high: int | None = None
    status: Literal["earlier", "disputed", "claimant", "other-source"]
    start: int
    end: int
    quote: str
    rule: str


class JointNumber(Record):
    """A number that a source gives for several sites together."""

    field: str
    low: int | None = None
    high: int | None = None
    article: str
    start: int
    end: int
    quote: str
    rule: str


class Report(Record):
    """One attack as one article tells it; every value that is not None has evidence under the field's name.

    Evidence fields: attack, date, site, weapon, munitions, killed, wounded, claim, attributed.
    Numbers are counts of pieces and people; a high of None beside a low is an open end ("at least").
    `joint`: fields whose number the article tells for several sites together (they then stay empty here and `together` is the
    running number, within the article, of the operation).
    """

    article: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    date_start: Day | None = None
    date_end: Day | None = None
    date_precision: DatePrecision | None = None
    date_inferred: bool = False
    date_reason: str | None = None
    site_id: str | None = None
    site_inferred: bool = False
    location_text: str | None = None
    admin1: str | None = None
    geo_precision: GeoPrecision | None = None
    attack_type: str | None = None
    weapon: str = "unknown"
    weapon_text: str | None = None
    munitions_low: int | None = None
    munitions_high: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    claim_status: ClaimStatus = "unknown"
    claimed_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    attributed_by: tuple[str, ...] = ()
    partner: str | None = None
    wave: int = 1  # 2 for "a second attack hours later" on the same site and day
    separate: bool = False  # the article says that it is another attack than those it tells on that day
    together: int | None = None
    joint: tuple[str, ...] = ()
    joint_numbers: tuple[JointNumber, ...] = ()
    others: tuple[OtherValue, ...] = ()
    background: bool = False  # told in passing, not the news of the article
    summary: str = ""


class Tally(Record):
    """A source's own count of attacks over a period; `since`/`until` are EDTF."""

    article: str
    count_low: int | None = None
    count_high: int | None = None
    approximate: bool = False
    ordinal: bool = False
    since: str | None = None
    until: str | None = None
    region: str | None = None
    evidence: Evidence
    timeline_count: int | None = None


class ConflictValue(Record):
    value: Any
    articles: tuple[str, ...]


class Conflict(Record):
    """A field on which sources differ: every value, who gives it, and why one was chosen."""

    field: str
    values: tuple[ConflictValue, ...]
    chosen_because: str


class Incident(Record):
    """One attack on one site on one local day: the best value of every field, and all that it rests on.

    Columns are those of the CSV, in its order; latitude and longitude in degrees (WGS 84).
    """

    id: str
    date: str | None = None
    date_start: Day | None = None
    date_end: Day | None = None
    date_precision: DatePrecision | None = None
    site_id: str | None = None
    site_name: str | None = None
    location_text: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: GeoPrecision | None = None
    attack_type: str | None = None
    weapon: str = "unknown"
    weapon_text: str | None = None
    munitions_low: int | None = None
    munitions_high: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    claim_status: ClaimStatus = "unknown"
    claimed_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    attributed_by: tuple[str, ...] = ()
    operation: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    sources: tuple[str, ...] = ()
    source_count: int = 0
    confidence: Confidence = "low"
    summary: str = ""
    site_inferred: bool = False
    date_inferred: bool = False
    partner: str | None = None
    reports: tuple[Report, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()  # field -> why this value, where sources differ or it was inferred
    merged_because: tuple[str, ...] = ()


class Operation(Record):
    """Strikes on several sites at one time, with the numbers told for them together."""

    id: str
    incidents: tuple[str, ...]
    numbers: tuple[JointNumber, ...] = ()
    munitions_low: int | None = None
    munitions_high: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None


class Timeline(Record):
    """What a build gives: incidents by date, operations, tallies, reports that no day could be found for, and the articles all was read from."""

    incidents: tuple[Incident, ...] = ()
    operations: tuple[Operation, ...] = ()
    tallies: tuple[Tally, ...] = ()
    undated: tuple[Report, ...] = ()
    articles: tuple[Article, ...] = ()
