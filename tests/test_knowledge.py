"""Names of sites, groups, places and weapons are found however they are spelled, and nothing else is."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from attack_timeline.knowledge import Knowledge, NameMatch, Place, Site, check, load
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.knowledge.records import Entry

KNOWLEDGE = load()
ADMIN1 = {place.admin1 for place in KNOWLEDGE.places.values() if place.kind == "governorate"}


def found(text: str, kind: str = "site") -> list[str]:
    mentions: Callable[[str], list[NameMatch]] = getattr(KNOWLEDGE, f"{kind}_mentions")
    return [match.id for match in mentions(text)]


def test_every_example_is_found_and_no_counterexample_is() -> None:
    assert check(KNOWLEDGE) == []


@pytest.mark.parametrize("kind", ["sites", "groups"])
def test_every_entry_proves_itself(kind: str) -> None:
    assert [entry.id for entry in getattr(KNOWLEDGE, kind).values() if not entry.examples or not entry.counterexamples] == []


def test_every_weapon_proves_itself() -> None:
    assert [weapon.id for weapon in KNOWLEDGE.weapons if not weapon.examples or not weapon.counterexamples] == []


SPELLINGS = [
    (
        "site",
        "al-asad",
        [
            "Ayn al Assad",
            "Ain Al-Asad",
            "Ein al-Assad",
            "'Ain al-Asad",
            "Ain al Asad",
            "Ayn Al-Asad",
            "Ain-al-Assad",
            "Ain Al Assad air base",
        ],
    ),
    ("site", "balad", ["Balad air base", "Balad airbase", "Al-Balad base", "Al Balad Air Base", "Balad Air Base"]),
    ("site", "qayyarah-west", ["Qayyarah airbase", "Qayara air base", "Gayyara base", "Kayyarah base", "Al-Qayyara base", "Q-West"]),
    ("site", "taqaddum", ["Taqaddum", "Al-Taqadum", "al Taqqadum", "Al-Taqadom"]),
    ("site", "basmaya", ["Besmaya base", "Bismayah base", "Basmaya base", "Bismaya Base"]),
    ("site", "k-1", ["K-1 base", "K1 base", "the military base “K-1”", "K-1 Air Base", "K-One base"]),
    ("site", "speicher", ["Camp Speicher", "Speicher base", "COB Speicher", "Camp Spyker"]),
    ("site", "green-zone", ["Green Zone", "green zone", "International Zone", "GREEN ZONE"]),
    (
        "group",
        "kataib-hezbollah",
        [
            "Kataeb Hezbollah",
            "Kata'ib Hizballah",
            "Kata’ib Hizbullah",
            "Kataib Hizbollah",
            "Hezbollah Brigades",
            "Kitaeb Hezbollah",
            "Kataʾib Hizballah",
        ],
    ),
    ("group", "asaib-ahl-al-haq", ["Asaib Ahl al-Haq", "Asa'ib Ahl al Haqq", "Asaeb Ahl Al-Haq", "Asaib Ahl el-Haq", "AAH"]),
    (
        "group",
        "saraya-awliya-al-dam",
        [
            "Awliya al-Dam",
            "Awliyaa al Dam",
            "Saraya Awlia al-Dam",
            "Auliya al-Dam",
            "Guardians of the Blood",
            "Guardians of Blood",
        ],
    ),
    (
        "group",
        "usbat-al-thaireen",
        [
            "Usbat al-Thaireen",
            "Usbat al-Tha’ireen",
            "Usbat al Thayirin",
            "Usbat Al-Thaerin",
            "League of the Revolutionaries",
        ],
    ),
    ("group", "qasim-al-jabbarin", ["Qasem al-Jabbarin", "Qassem al-Jabareen", "Qasim al Jabbarin", "Kassim al-Jabbarin"]),
    (
        "group",
        "popular-mobilization-forces",
        [
            "Hashd al-Shaabi",
            "Hashed al-Shaabi",
            "Hashad al-Chaabi",
            "Hashd ash-Sha'abi",
            "Popular Mobilisation Forces",
            "PMF",
        ],
    ),
    ("group", "kataib-sayyid-al-shuhada", ["Kataib Sayyid al-Shuhada", "Kata'ib Sayyid ash-Shuhada", "Kataeb Sayed al-Shohada"]),
    ("group", "islamic-state", ["ISIS", "Daesh", "Da'esh", "IS", "Islamic State", "ISIL"]),
    ("place", "erbil", ["Erbil", "Irbil", "Arbil", "Hewler", "ERBIL", "Erbīl"]),
    ("place", "salah-al-din", ["Salah al-Din", "Salahuddin", "Salah ad-Din", "Salaheddin", "Salahaddin province"]),
    ("place", "nineveh", ["Nineveh", "Ninawa", "Ninewa", "Ninevah"]),
    ("place", "deir-ez-zor", ["Deir ez-Zor", "Deir Ezzor", "Deir al-Zour", "Dayr az-Zawr"]),
]


@pytest.mark.parametrize(("kind", "entry", "spelling"), [(kind, entry, name) for kind, entry, names in SPELLINGS for name in names])
def test_names_match_what_sounds_the_same(kind: str, entry: str, spelling: str) -> None:
    assert found(f"Officials spoke of {spelling} on that day.", kind) == [entry]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Rockets fell on the airport in Irbil.", ["erbil-airport"]),
        ("A drone came down at the military airport of Arbil.", ["erbil-airport"]),
        ("Guards at Hewler's international airport fired back.", ["erbil-airport"]),
        ("Soldiers at the base in the city of Erbil were hurt.", ["erbil-airport"]),
        ("The air base of Balad was quiet.", ["balad"]),
        ("Baghdad’s airport was closed, and so was Basra airport.", ["baghdad-airport", "basra-airport"]),
        ("The base in Taji was hit.", ["taji"]),
        ("Mortars hit the bases at Taji and Balad.", ["taji", "balad"]),
        ("Missiles hit the al-Assad and Erbil bases.", ["al-asad", "erbil-airport"]),
        ("Drones were sent at Ain al-Asad and Harir air bases.", ["al-asad", "harir"]),
        ("The airports of Baghdad and Erbil were closed.", ["baghdad-airport", "erbil-airport"]),
        ("The camps at Taji, Fallujah and Ramadi were shelled.", ["taji", "camp-fallujah", "camp-ramadi"]),
        ("A house in Erbil burned. Base jumpers came.", []),
        ("The governor of Erbil has a base of support.", []),
    ],
)
def test_a_kind_of_site_with_a_town_is_the_site(text: str, sites: list[str]) -> None:
    assert found(text) == sites


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Rockets were fired at Balad.", [("balad", "locality")]),
        ("Rockets were fired at Erbil.", []),
        ("The U.S. Embassy was hit.", [("us-embassy-baghdad", "bare")]),
        ("The US embassy in Baghdad was hit.", [("us-embassy-baghdad", "name")]),
        ("The US embassy in Bahrain was hit.", [("us-mission-elsewhere", "pattern")]),
        ("Shells hit Ain al-Asad; nobody at al-Asad was hurt.", [("al-asad", "name"), ("al-asad", "short")]),
        ("The opponents of al-Assad fled.", []),
        ("Ain al-Asad was hit, said an aide of Bashar al-Assad.", [("al-asad", "name")]),
    ],
)
def test_a_mention_says_how_it_was_recognised(text: str, how: list[tuple[str, str]]) -> None:
    assert [(match.id, match.how) for match in KNOWLEDGE.site_mentions(text)] == how


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Holler as you may, the hauler came.", "place"),
        ("Read this. A German met an Anna and a Harrier.", "place"),
        ("Soleimani was killed.", "place"),
        ("This is what it was. It told us so.", "group"),
        ("Ballads were sung in Assad Village.", "site"),
        ("He drove a K1 tank past Victoria Station.", "site"),
        ("Skyrocketed prices, droning speakers, a bombastic man.", "weapon"),
    ],
)
def test_words_that_only_look_alike_are_no_names(text: str, kind: str) -> None:
    assert found(text, kind) == []


def test_a_possessive_ending_is_outside_the_mention() -> None:
    text = "Erbil's mayor and Kataib Hezbollah’s leader met."
    assert [m.text for m in KNOWLEDGE.place_mentions(text)] == ["Erbil"]
    assert [m.text for m in KNOWLEDGE.group_mentions(text)] == ["Kataib Hezbollah"]


def test_an_article_belongs_to_the_mention() -> None:
    assert [m.text for m in KNOWLEDGE.site_mentions("The Al-Balad air base")] == ["Al-Balad air base"]


def test_modifiers_belong_to_the_weapon() -> None:
    text = "Two booby-trapped drones and 107 mm rockets; Russian-made rockets."
    assert [m.text for m in KNOWLEDGE.weapon_mentions(text)] == ["booby-trapped drones", "107 mm rockets", "rockets"]


@pytest.mark.parametrize("text", ["İstanbul İİİ ẞ Erbil airport", "\u0130\u0130 Ain al-Asad \u1e9e Taji base", "قصف قاعدة عين الأسد"])
def test_offsets_hold_whatever_the_letters(text: str) -> None:
    mentions = KNOWLEDGE.site_mentions(text)
    assert mentions
    assert all(text[match.start : match.end] == match.text for match in mentions)


def test_mentions_of_a_kind_are_in_order_and_apart() -> None:
    text = "Rockets hit the US embassy in Baghdad, Baghdad airport, the bases at Taji and Balad, and Erbil airport. " * 5
    for kind in ("site", "group", "place", "weapon"):
        mentions = getattr(KNOWLEDGE, f"{kind}_mentions")(text)
        assert all(one.end <= other.start for one, other in pairwise(mentions))


HOSTILE = [
    "US ",
    "U.S. Embassy in ",
    "Iran-backed a, a, a, a ",
    "al-",
    "Ain al-al-",
    "base in the city of ",
    "militias that are and ",
    "a" * 50 + " ",
    "Taji and Balad, ",
    "''’’",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            KNOWLEDGE.site_mentions(text)
            KNOWLEDGE.group_mentions("")  # forget the text, so that it is read again
            best = min(best, time.process_time() - start)
        return best

    assert seconds(80_000) < 12 * seconds(20_000) + 0.05


def test_knowledge_travels_to_a_worker() -> None:
    KNOWLEDGE.site_mentions("Camp Taji")
    copy: Knowledge = pickle.loads(pickle.dumps(KNOWLEDGE))  # noqa: S301 - our own bytes
    assert [match.id for match in copy.site_mentions("Camp Taji")] == ["taji"]


@pytest.mark.parametrize("site", [site for site in KNOWLEDGE.sites.values() if site.country == "IQ"], ids=lambda site: site.id)
def test_a_site_of_iraq_lies_in_iraq(site: Site) -> None:
    assert site.lat is None or site.lon is None or (29 < site.lat < 37.5 and 38.7 < site.lon < 48.6)


@pytest.mark.parametrize("place", [place for place in KNOWLEDGE.places.values() if place.country == "IQ"], ids=lambda place: place.id)
def test_a_place_of_iraq_lies_in_iraq_and_names_its_governorate(place: Place) -> None:
    assert place.lat is None or place.lon is None or (29 < place.lat < 37.5 and 38.7 < place.lon < 48.6)
    assert place.admin1 in ADMIN1 or place.kind in ("country", "region")


@pytest.mark.parametrize("site", [site for site in KNOWLEDGE.sites.values() if site.admin1], ids=lambda site: site.id)
def test_a_site_names_a_governorate(site: Site) -> None:
    assert site.admin1 in ADMIN1


@pytest.mark.parametrize("path", sorted((Path(__file__).resolve().parent.parent / "data").glob("*.yaml")), ids=lambda path: path.name)
def test_the_data_reads_alike_with_and_without_the_compiled_yaml_loader(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def test_every_entry_has_an_example() -> None:
    entries: list[Entry | Landmark] = [*KNOWLEDGE.sites.values(), *KNOWLEDGE.groups.values(), *KNOWLEDGE.places.values()]
    entries += [*KNOWLEDGE.weapons, *KNOWLEDGE.landmarks]
    assert [entry.id for entry in entries if not entry.examples] == []
