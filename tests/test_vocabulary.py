"""The words of the trade prove themselves: by their examples, at the door, and by being used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attack_timeline.errors import KnowledgeError
from attack_timeline.extract.annotate import tagger_of
from attack_timeline.extract.tokens import tokenize, words_of
from attack_timeline.knowledge.vocabulary import load_vocabulary
from tests.conftest import ROOT
from tests.extract_world import knowledge

GROUPS = knowledge().vocabulary.groups
BRACKETED = re.compile(r"\[([^\[\]]+)\]")
EXAMPLES = [(name, example) for name, group in GROUPS.items() for example in group.examples]
COUNTEREXAMPLES = [(name, example) for name, group in GROUPS.items() for example in group.counterexamples]


def _tagged(text: str, group: str) -> list[str]:
    tokens = tokenize(text, 0, len(text))
    return [text[item.start : item.end] for item in tagger_of(knowledge()).tag(tokens) if item.label == group]


@pytest.mark.parametrize(("group", "example"), EXAMPLES)
def test_the_words_in_brackets_are_found_as_their_group(group: str, example: str) -> None:
    wanted = BRACKETED.findall(example)
    assert wanted, "an example marks the words to be found"
    tagged = _tagged(BRACKETED.sub(r"\1", example), group)
    assert [words for words in wanted if not any(words in longer for longer in tagged)] == []


@pytest.mark.parametrize(("group", "counterexample"), COUNTEREXAMPLES)
def test_a_counterexample_has_no_word_of_the_group(group: str, counterexample: str) -> None:
    assert _tagged(counterexample, group) == []


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_says_what_it_is_and_proves_itself(name: str) -> None:
    assert GROUPS[name].about and GROUPS[name].examples


@pytest.mark.parametrize("name", GROUPS)
def test_no_word_stands_twice_in_a_group(name: str) -> None:
    words = [words_of(word) for word in GROUPS[name].words]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize("name", GROUPS)
def test_every_word_can_be_found_where_it_stands_alone(name: str) -> None:
    lost = [word for word in GROUPS[name].words if not _tagged(word, name)]
    assert lost == []


def test_every_group_is_used_by_extraction() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "attack_timeline" / "extract").rglob("*.py")))
    quoted = set(re.findall(r"\"(\w+)\"", source))
    endings = set(re.findall(r"f\"\{\w+\}(_\w+)\"", source))
    used = {name for name in GROUPS if name in quoted or any(name.endswith(ending) for ending in endings)}
    assert sorted(set(GROUPS) - used) == []


REFUSED = [
    ("a list instead of groups", "- hit\n- struck\n", "expected a mapping of word groups"),
    ("a group that is a list", "land: [hit]\n", "entry 'land': expected a mapping"),
    ("an unknown field", "land: {about: x, words: [hit], colour: red}\n", "entry 'land', field 'colour': unknown field"),
    ("no words", "land: {about: x}\n", "entry 'land', field 'words': expected a list of words"),
    ("an empty list of words", "land: {about: x, words: []}\n", "entry 'land', field 'words': expected a list of words"),
    ("words that are one word", "land: {about: x, words: hit}\n", "entry 'land', field 'words': expected a list of words"),
    ("a boolean of YAML", "unclaimed: {about: x, words: [no]}\n", "entry 'unclaimed', field 'words': False is no word (quote it"),
    ("a number", "land: {about: x, words: [7]}\n", "7 is no word"),
    ("a word without letters", "land: {about: x, words: ['--']}\n", "'--' is no word"),
    ("an empty word", "land: {about: x, words: ['']}\n", "'' is no word"),
    ("no YAML", "land: {about: x, words: [hit\n", "not valid YAML"),
]


@pytest.mark.parametrize(("text", "message"), [pytest.param(text, message, id=name) for name, text, message in REFUSED])
def test_wrong_words_are_refused_at_the_door(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(message)) as caught:
        load_vocabulary([path])
    assert "vocabulary.yaml" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("field", ["examples: [7]", "examples: hit", "counterexamples: [true]"])
def test_wrong_examples_are_refused_like_wrong_words(tmp_path: Path, field: str) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(f"land: {{about: x, words: [hit], {field}}}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"entry 'land', field '(counter)?examples'"):
        load_vocabulary([path])


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_bytes(b"land: {about: \xff, words: [hit]}\n")
    with pytest.raises(KnowledgeError, match="not valid YAML"):
        load_vocabulary([path])


def test_a_later_file_replaces_a_group_and_leaves_the_others(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("land: {about: x, words: [hit]}\nfire: {about: x, words: [fired]}\n", encoding="utf-8")
    second.write_text("land: {about: x, words: [struck]}\n", encoding="utf-8")
    vocabulary = load_vocabulary([first, second])
    assert (vocabulary["land"], vocabulary["fire"]) == (("struck",), ("fired",))


def test_a_group_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        _ = knowledge().vocabulary["no such group"]


def test_us_is_the_country_only_in_capitals() -> None:
    """Data writes "US" and "us" apart, as news does."""
    assert [token.low for token in tokenize("the US told us", 0, 14)] == ["the", "u.s.", "told", "us"]
