"""Page furniture: what is stepped over, and what must not be."""

from __future__ import annotations

import pytest

from attack_timeline.reading import furniture

BODY = "Four rockets landed near the gate of the base late on Tuesday, a police officer said, and nobody was hurt.\n"
MORE = "The army opened an inquiry and closed the road that leads from the town to the western gate of the base.\n"


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        ":quality(70)//cdn.example.com/news/ABC.jpg?resize=560&ssl=1)",
        "https://cdn.example.com/a/b.jpeg?w=300",
        "![a soldier](images/soldier.png)",
        "rocket_attack_base",
        "IMG_2041.JPG",
        "ADVERTISEMENT",
        "Read more",
        "Read the full story here.",
        "READ: Rockets strike second base in a week",
        "RELATED: Drone shot down over airport",
        "More:Rockets kill two at air base, army says",
        "Army chief quits:Why the general left after rockets hit his base",
        "Riots expose a weaker government with fewer options Read more",
        "TRANSCRIPT OF THE MINISTER'S REMARKS ON THE ATTACK",
        "CLICK HERE TO GET THE NEWS APP",
        "Follow us on Twitter @example",
        "Sign up for our daily newsletter",
        "Get the stories you care about delivered to your inbox. By signing up, you agree to our policy",
        "Slideshow (12 Images)",
        "Share:",
        "KEEP READING:",
        "Your email address will not be published. Required fields are marked *",
        "Please enter your name here",
        "(BEGIN VIDEO CLIP)",
        "© 2021 Example News. All rights reserved.",
    ],
)
def test_a_line_of_furniture_is_stepped_over_and_nothing_else(line: str) -> None:
    assert stretches(BODY + line + "\n" + MORE) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Image copyright AFP Image caption Smoke rose over the base after three rockets hit it",
        "Smoke rises over the air base after the attack of Tuesday (File photo)",
        "Two rockets hit the airport",
        "NO ONE WAS HURT.",
        "“More rockets will come,” the group said: “We will not stop.”",
        "Related attacks were reported from two other bases, the army said.",
        "Share prices fell after the attack.",
        "Watch towers at the base were hit by two of the rockets.",
        "Read was among the wounded.",
        "- March 11: rockets kill three at the camp",
        "March 11: Rockets kill three at the camp",
        "The reporter was killed when a mortar round hit the embassy.",
        "Comments by the minister followed.",
        "Sponsored militias fired the rockets.",
    ],
)
def test_body_text_and_captions_are_kept(text: str) -> None:
    assert stretches(BODY + text + "\n" + MORE) == []


def test_headlines_in_capitals_stay_where_the_whole_text_shouts() -> None:
    assert stretches("ROCKETS HIT BASE IN THE WEST OF IRAQ\nBAGHDAD, TUESDAY - THREE ROCKETS HIT THE BASE\nNOBODY WAS HURT IN THE ATTACK\n") == []


def test_the_headline_of_the_story_may_shout() -> None:
    assert stretches("ROCKETS HIT BASE IN THE WEST\n" + BODY) == []


def test_a_comment_form_ends_the_article() -> None:
    tail = "Leave a Reply\nJohn says: rockets hit the embassy again on Friday, I heard it myself from my own window at home.\nSubmit"
    assert "".join(stretches(BODY + tail)) == tail.replace("\n", "")


def test_links_under_a_heading_go_with_it_until_the_body_goes_on() -> None:
    links = ["Related stories", "Rockets hit second base", "Drone shot down over airport"]
    assert stretches(BODY + "\n".join(links) + "\n" + MORE) == links


def test_headlines_at_the_end_of_the_page_are_links() -> None:
    links = ["Rockets hit second base near capital", "Drone shot down over the airport", "Minister quits after riots in south"]
    assert stretches(BODY + MORE + "\n".join(links)) == links


def test_a_chronicle_at_the_end_is_no_run_of_links() -> None:
    lines = ["March 11 - rockets hit the northern camp", "March 14 - thirty rockets hit it again", "Rockets hit the embassy on April 4, 2021"]
    assert stretches(BODY + "\n".join(lines)) == []


@pytest.mark.parametrize(
    "bio",
    [
        "Jane Doe is a young writer passionate about sharing her work with the world.",
        "John M. Smith covers the Middle East from Beirut.",
        "“Music enthusiast. Wannabe problem solver. Introvert. Award-winning bacon lover.”",
    ],
)
def test_the_authors_bio_at_the_end_is_furniture(bio: str) -> None:
    assert stretches(BODY + MORE + bio) == [bio]


def test_a_line_author_and_the_bio_below_are_furniture() -> None:
    assert stretches(BODY + MORE + "author\n\nShe has been with us since the war began.") == ["author", "She has been with us since the war began."]


def test_links_poured_into_a_sentence_are_stepped_over() -> None:
    text = (
        "Rep. Jane Roe Jane Anne RoeSenators urge calm after rockets Rockets hit embassy in capital Poll: voters split MORE (R-Texas) asked for calm."
    )
    assert stretches(text) == ["Senators urge calm after rockets Rockets hit embassy in capital Poll: voters split MORE"]


@pytest.mark.parametrize(
    "bomb", ["A" * 200_000, "Ab " * 60_000, "A:B" * 60_000, "a_" * 100_000, "Read more " * 20_000, "\n" * 200_000, "x.jpg" * 40_000]
)
def test_hostile_text_takes_linear_time(bomb: str) -> None:
    furniture(bomb)
    furniture(bomb[:100].join(["\n"] * 2_000))
