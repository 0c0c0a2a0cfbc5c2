"""What is wrong in a data file is refused at the door, by file, entry and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from attack_timeline.errors import KnowledgeError
from attack_timeline.knowledge import check, load
from attack_timeline.knowledge.loading import data_folder
from attack_timeline.knowledge.patterns import complaint

SITE = "sites:\n- {id: camp-x, name: Camp Xylo, kind: camp"

WRONG = [
    ("sites.yaml", SITE + ", colour: red}", "entry 'camp-x', field 'colour': unknown field"),
    ("sites.yaml", "sites:\n- {id: camp-x, name: Camp Xylo}", "entry 'camp-x', field 'kind': is missing"),
    ("sites.yaml", SITE + "}\n- {id: camp-x, name: Camp Yarrow, kind: camp}", "entry 'camp-x', field 'id': stands twice"),
    ("sites.yaml", SITE + ", plain: [Camp Cropper]}", "entry 'camp-x', field 'plain': 'Camp Cropper' is also a name of 'camp-cropper'"),
    ("sites.yaml", SITE + ", lat: 95, lon: 44}", "entry 'camp-x', field 'lat'"),
    ("sites.yaml", SITE + ", lat: 33, lon: 244}", "entry 'camp-x', field 'lon'"),
    ("sites.yaml", SITE + ", lat: 33}", "lat and lon: give both or neither"),
    ("sites.yaml", SITE + ", within: nowhere}", "entry 'camp-x', field 'within': no site has the id 'nowhere'"),
    ("sites.yaml", SITE + ", within: camp-x}", "entry 'camp-x', field 'within': goes round in a ring"),
    ("sites.yaml", SITE + ", names: ['']}", "would match empty text"),
    ("sites.yaml", SITE + ", names: ['---']}", "would match empty text"),
    ("sites.yaml", SITE + ", country: Iraq}", "field 'country'"),
    ("sites.yaml", SITE + ", present: {from: soon}}", "field 'present.from'"),
    ("sites.yaml", SITE + ", patterns: ['(?:a{0,9} ){0,90}']}", "matches empty text"),
    ("sites.yaml", SITE + ", patterns: ['Camp X.*']}", "unbounded repeat '*'"),
    ("sites.yaml", SITE + ", patterns: ['Camp <nothing>']}", "unknown fragment <nothing>"),
    ("sites.yaml", "sites: 3", "expected 'sites:' with a list"),
    ("sites.yaml", "sites: [3]", "entry 1 is no mapping"),
    ("sites.yaml", "places: []", "unknown key 'places'"),
    ("sites.yaml", "sites:\n- {id: [}", "line 2: not valid YAML"),
    ("groups.yaml", "groups:\n- {id: g, name: Gee, kind: club}", "entry 'g', field 'kind'"),
    ("weapons.yaml", "weapons:\n- {id: w, name: wand, class: magic, attack_type: Spell}", "entry 'w', field 'class'"),
    ("places.yaml", "places:\n- {id: P, name: Pee, kind: city, country: IQ}", "field 'id'"),
    ("colours.yaml", "colours: []", "unknown file"),
]


@pytest.mark.parametrize(("file", "text", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_a_wrong_entry_is_refused_with_file_entry_and_field(tmp_path: Path, file: str, text: str, message: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(tmp_path)
    assert file in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_the_message_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("sites:\n- id: one\n  name: One Camp\n  kind: camp\n- id: two\n  name: Two Camp\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"sites\.yaml, line 5: entry 'two', field 'kind': is missing"):
        load(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a folder"):
        load(tmp_path / "absent")


def test_extra_entries_are_added_and_replace_those_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text(
        "sites:\n- {id: camp-x, name: Camp Xylo, kind: camp, examples: [Camp Xylo was hit.]}\n- {id: camp-cropper, name: Camp Kropper, kind: camp}\n",
        encoding="utf-8",
    )
    knowledge = load(tmp_path)
    assert [match.id for match in knowledge.site_mentions("Camp Xylo, Camp Kropper and Camp Cropper")] == ["camp-x", "camp-cropper"]
    assert len(knowledge.sites) == len(load().sites) + 1


def test_the_entry_that_the_readme_shows_is_valid(tmp_path: Path) -> None:
    readme = (data_folder() / "README.md").read_text(encoding="utf-8")
    (tmp_path / "sites.yaml").write_text("sites:\n" + readme.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert check(load(tmp_path)) == []


def test_extra_patterns_may_use_the_fragments_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("sites:\n- {id: camp-x, name: Camp Xylo, kind: camp, patterns: ['<us> depot']}", encoding="utf-8")
    assert [match.id for match in load(tmp_path).site_mentions("An American depot burned.")] == ["camp-x"]


def test_an_empty_extra_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "groups.yaml").write_text("", encoding="utf-8")
    assert load(tmp_path).groups == load().groups


def test_check_tells_examples_that_fail(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text(
        "sites:\n- {id: camp-x, name: Camp Xylo, kind: camp, examples: [Camp Yarrow.], counterexamples: [Camp Xylo.]}", encoding="utf-8"
    )
    assert check(load(tmp_path)) == [
        "data/sites.yaml: entry 'camp-x', field 'examples': not found in \"Camp Yarrow.\"",
        "data/sites.yaml: entry 'camp-x', field 'counterexamples': 'Camp Xylo' found in \"Camp Xylo.\"",
    ]


def test_check_tells_descriptions_of_two_sites(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("sites:\n- {id: camp-x, name: Camp Xylo, kind: camp, around: [Taji]}", encoding="utf-8")
    assert any("'taji', too" in problem for problem in check(load(tmp_path)))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("a+", "unbounded repeat '+'"),
        ("(?:a{1,9} ){2,}", "unbounded repeat"),
        ("(?:(?:a{1,30} ){1,30}b){1,30}", "repeats more than"),
        ("(a)", "captures"),
        ("a{0,3}", "matches empty text"),
        ("(?:a", "not a regular expression"),
        ("a{1,3}(?:b|[*+]){0,2} c\\+", None),
    ],
)
def test_patterns_are_bounded(pattern: str, reason: str | None) -> None:
    said = complaint(pattern)
    assert said is None if reason is None else said is not None and reason in said
