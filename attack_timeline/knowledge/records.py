"""The entries of data/*.yaml as typed, frozen records. An unknown or missing field is an error at the door."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}){0,2}$")]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Region = Literal["west", "north", "centre", "south", "kurdistan", "east"]
Precision = Literal["site", "vicinity", "locality", "province", "country"]
How = Literal["name", "phrase", "short", "locality", "bare", "pattern"]


def _a_word(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise ValueError(f"{text!r} has no letter or digit, it would match empty text")
    return text


Name = Annotated[str, AfterValidator(_a_word)]
Names = tuple[Name, ...]


class NameMatch(NamedTuple):
    """A mention: `text[start:end] == text`, and how it was recognised.

    `how`: name (one of the entry's names), phrase (a kind of site with a town: "the base in Taji"), pattern, short (a form
    that counts only because the same text also gives the full name), locality (a town's name that may stand for the site
    in it), bare (generic words without a place: "the U.S. embassy").
    """

    start: int
    end: int
    id: str
    text: str
    how: How = "name"

    @property
    def bare(self) -> bool:
        """True where the words alone do not settle that this entry is meant."""
        return self.how in ("bare", "locality")


class Entry(BaseModel):
    """What every entry has.

    `names` match whatever is spelled differently but sounds the same; `plain` match as written, but for case, hyphens and
    spaces; `not_names` are longer wordings in which a name is no mention; `patterns` are bounded regular expressions.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    name: Name
    names: Names = ()
    plain: Names = ()
    not_names: Names = ()
    patterns: Names = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Point(Entry):
    """An entry with a place on the map; latitude and longitude in degrees (WGS 84), both or neither."""

    lat: Latitude | None = None
    lon: Longitude | None = None

    @model_validator(mode="after")
    def _both_or_neither(self) -> Point:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon: give both or neither")
        return self


class Presence(BaseModel):
    """When US or coalition forces or diplomats were there: `from` and `until`, each a year, month or day, or open."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class Site(Point):
    """A base, airport or mission that news names as the target of an attack.

    `around`: names of localities by which it is described ("the base in Taji"), `around_plain` those that match as written;
    `nouns`: the words of such a description, where they are not those of its kind; `by_locality`: the bare town name, as the
    target of fire, means this site; `short`: forms that count only beside a fuller mention in the same text;
    `bare_patterns`: generic wordings; `partner`: country of a coalition partner whose mission it is; `in_scope`: a US site
    in Iraq in the codebook's sense.
    """

    kind: Id
    country: Country = "IQ"
    admin1: str | None = None
    precision: Precision = "site"
    within: Id | None = None
    around: Names = ()
    around_plain: Names = ()
    nouns: Names | None = None
    by_locality: bool = False
    short: Names = ()
    bare_patterns: Names = ()
    operator: str | None = None
    present: Presence | None = None
    in_scope: bool = True
    partner: Country | None = None
    region: Region | None = None
    hosts: tuple[str, ...] = ()


class Group(Entry):
    """Who attacks, claims or is blamed; `friendly` for forces whose own strikes are never incidents.

    `demonym`: the adjective by which a state's weapons and attacks are told to be its own ("Iranian missiles").
    """

    kind: Literal["armed-group", "front", "umbrella", "state", "force", "unnamed"]
    friendly: bool = False
    country: Country | None = None
    demonym: Name | None = None


WeaponClass = Literal["rocket", "mortar", "missile", "ballistic-missile", "cruise-missile", "drone", "ied", "small-arms", "mob", "none", "unknown"]


class Weapon(Entry):
    """A weapon term: its class in the codebook and the ACLED wording of an attack with it.

    `modifiers` are words that belong to the mention when they stand before it ("booby-trapped" drone). Weapon terms match
    as written, in singular and plural.
    """

    weapon_class: WeaponClass = Field(alias="class")
    attack_type: str
    modifiers: Names = ()


class Phrases(BaseModel):
    """How sites are described: "the <noun> in <locality>", "<locality>'s <modifier> <noun>", "the bases at X and Y".

    `nouns`: by kind of site, the words for it; `modifiers` may stand between locality and noun; `prepositions` lead from noun to
    locality, `fillers` may stand between the two; `joiners` join a list.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: dict[Id, Names] = Field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()


class Place(Point):
    """A governorate, city, district or country, in Iraq or abroad."""

    kind: Literal["governorate", "city", "district", "region", "country", "foreign-city", "foreign-region"]
    country: Country
    admin1: str | None = None
    region: Region | None = None
