"""What is no attack on a US site in Iraq makes no report."""

from __future__ import annotations

import pytest

from tests.extract_world import reports

NOT_REPORTS = [
    ("a US air strike", "American jets struck militia depots near Al-Qaim on Sunday, killing 25 fighters."),
    ("a US drone strike at the airport", "Qassem Soleimani was killed in an American drone strike near Baghdad airport on January 3, 2020."),
    ("a coalition raid", "Coalition forces raided a hideout of the Islamic State near Balad on Monday."),
    ("a Turkish strike", "Turkish warplanes bombed Kurdish fighters in the mountains of Dohuk on Sunday."),
    ("an Israeli strike", "Israeli jets hit a weapons depot in Syria on Sunday."),
    ("Syria", "Rockets hit the US base at the Conoco gas field in eastern Syria on Monday."),
    ("Jordan", "A drone hit Tower 22, a US outpost in Jordan, on Sunday."),
    ("Saudi Arabia", "Missiles hit an airport in Saudi Arabia on Sunday."),
    ("Afghanistan", "Rockets hit Bagram air base in Afghanistan, which houses US troops, on Sunday."),
    ("a threat", "A militia leader threatened on Sunday to fire rockets at Balad air base."),
    ("a warning", "The embassy warned on Sunday that rockets may be fired at Baghdad airport."),
    ("a plan", "Police arrested five men on Sunday who were planning to attack the US embassy in Baghdad with rockets."),
    ("a fear", "Officers fear that drones could hit Ain al-Asad base."),
    ("a condition", "If rockets hit the US embassy in Baghdad again, Washington will answer."),
    ("a hypothesis", "The rockets would have hit the US embassy in Baghdad if the launcher had not jammed."),
    ("supposed", "Suppose that a drone hits Taji base tomorrow."),
    ("an exercise", "Sirens at the US embassy in Baghdad on Sunday were part of an exercise against rocket attacks."),
    ("a false alarm", "The explosions heard near Balad air base on Sunday were a false alarm."),
    ("a controlled blast", "The blast near Baghdad airport on Sunday was a controlled detonation of old ammunition."),
    ("a tally", "About 20 rocket attacks have targeted bases that house US soldiers since January."),
    ("an ordinal", "It was the fourteenth attack against American interests since January."),
    ("attacks in general", "Rockets are often fired at bases that house American troops in Iraq."),
    ("a film", 'The film "Rockets over Balad Air Base" opened in Baghdad on Sunday.'),
    ("a militia as target", "A drone hit a camp of the Popular Mobilization Forces in Babil on Sunday."),
    ("an airliner", "Iran shot down a Ukrainian airliner with two missiles near Tehran on January 8, 2020."),
    ("a tanker", "A missile hit a tanker off the coast of Oman on Sunday."),
    ("an oil field", "Two rockets hit an oil field near Kirkuk on Sunday."),
    ("protesters shot at", "Gunmen opened fire on protesters in Nasiriyah on Sunday, killing four."),
    ("Iraqi police", "A bomb went off beside a police patrol in Mosul on Sunday and killed two policemen."),
    ("a denial", "The army denied on Sunday that Taji base had been hit by rockets."),
    ("a hoax", "Reports that rockets hit Taji base on Sunday were false."),
    ("not hit", "Balad air base was not attacked on Sunday, the army said."),
    ("no attack", "There was no attack on Taji base this week, an officer said."),
    ("a launcher that was found", "Police found a launcher with four rockets aimed at Ain al-Asad base on Sunday before they could be fired."),
    ("a bomb that was defused", "Engineers defused a roadside bomb on the way of a coalition convoy near Hilla on Sunday."),
    ("strategy", "The rocket has become the weapon of choice of the militias, a scholar wrote on Sunday."),
    ("a price", "Oil prices were hit hard on Sunday, traders in Baghdad said."),
    ("a virus", "The embassy in Baghdad was hit by the coronavirus on Sunday."),
    ("a strike of workers", "Workers at Baghdad airport went on strike on Sunday."),
    ("a political attack", "The speaker attacked the US embassy in Baghdad in a speech on Sunday."),
    ("a peaceful crowd", "Protesters gathered in front of the US embassy in Baghdad on Sunday and went home at dusk."),
    ("a football match", "Erbil hit Baghdad with three goals on Sunday."),
    ("factions among themselves", "A rocket meant for the house of an Iraqi party leader fell in the Green Zone on Sunday, in a feud of factions."),
    ("a question", "Who would fire rockets at Balad air base?"),
    ("still to come", "The trial about the rockets of Taji begins on May 4."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_REPORTS])
def test_what_is_no_attack_on_a_us_site_in_iraq_is_no_report(text: str) -> None:
    assert [(report.date, report.site_id, report.summary) for report in reports(text)] == []


BESIDE = [
    ("a strike told as the reason", "Rockets hit Balad air base on Sunday, days after US jets bombed militia depots in Syria.", ["balad"]),
    ("a threat told beside it", "Rockets hit Taji base on Sunday. A militia leader threatened to attack the US embassy in Baghdad next.", ["taji"]),
    ("a tally told beside it", "Rockets hit Taji base on Sunday. It was the ninth attack on American sites this year.", ["taji"]),
    ("an attack abroad told beside it", "Rockets hit Taji base on Sunday. On the same day mortars hit a US base in eastern Syria.", ["taji"]),
    (
        "a US answer told behind it",
        "Rockets killed a man at the K-1 base on Friday. On Sunday US planes bombed camps of Kataib Hezbollah.",
        [
            "k-1",
        ],
    ),
    ("a launcher found later", "Rockets hit Ain al-Asad base on Sunday. Police later found the launcher with two rockets in it.", ["al-asad"]),
]


@pytest.mark.parametrize(("text", "sites"), [pytest.param(text, sites, id=name) for name, text, sites in BESIDE])
def test_what_is_no_attack_leaves_the_attack_beside_it_alone(text: str, sites: list[str]) -> None:
    assert [report.site_id for report in reports(text)] == sites
