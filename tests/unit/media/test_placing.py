"""Pictures in a body have one form; whatever else calls itself a picture is taken out."""

import pytest

from articles.media.placing import Placed, placed_in, written
from articles.writing.sanitising import sanitised

GOOD = '<figure data-image="port-1a2b3c"><img alt="A crane"><figcaption>The port</figcaption></figure>'


def test_the_form_that_the_editor_writes_stays_as_it_is() -> None:
    assert sanitised(GOOD) == GOOD
    assert placed_in(GOOD) == [Placed(1, "port-1a2b3c", "A crane", False, "The port", 0, len(GOOD))]


@pytest.mark.parametrize(
    "body",
    [
        '<p>a<img src="https://evil.example/x.png" alt="x"></p>',
        '<figure><img src="/media/x.png"></figure>',
        '<figure data-image="../etc"><img alt="x"></figure>',
        '<figure data-image="A B"><img alt="x"></figure>',
        '<figure data-image=""><img alt="x"></figure>',
        '<img onerror="alert(1)" src=x>',
        "<figcaption>alone</figcaption>",
    ],
)
def test_pictures_of_others_are_taken_out(body: str) -> None:
    clean = sanitised(body)
    assert "<img" not in clean
    assert "<figure" not in clean
    assert "<figcaption" not in clean


def test_the_address_of_a_picture_is_never_believed() -> None:
    clean = sanitised(
        '<figure data-image="port" class="x" style="a" onclick="b">'
        '<img src="javascript:alert(1)" srcset="https://evil.example/ 1x" alt="q" onerror="x">'
        "<figcaption>c<script>alert(1)</script></figcaption></figure>"
    )
    assert clean == '<figure data-image="port"><img alt="q"><figcaption>c</figcaption></figure>'


def test_captions_are_plain_text_without_overrides() -> None:
    clean = sanitised(
        '<figure data-image="port"><img alt="a&#8238;b&#0;c">'
        "<figcaption>x \u202e<b>y</b>&lt;i&gt;</figcaption></figure>"
    )
    [placed] = placed_in(clean)
    assert placed.caption == "x y<i>"
    assert "\u202e" not in clean
    assert "<i>" not in clean


@pytest.mark.parametrize(
    "body",
    [
        f"<p>x</p>{GOOD}<p>y</p>{GOOD}",
        f"<p>x{GOOD}y</p>",
        f'<figure data-image="a">{GOOD}<img alt="z"></figure>',
        f"<blockquote>{GOOD}</blockquote><ul><li>{GOOD}</li></ul>",
        '<figure data-image="a"><img alt="1"><img alt="2"></figure><figure data-image="b">',
        "</figure>" + GOOD + "</figure><figure>",
        '<figure data-image="a" data-decorative><img alt="said"><figcaption></figcaption></figure>',
    ],
)
def test_cleaning_twice_changes_nothing(body: str) -> None:
    once = sanitised(body)
    assert sanitised(once) == once
    for placed in placed_in(once):
        assert once[placed.start : placed.end] == written(placed)


def test_decorative_pictures_say_nothing() -> None:
    [placed] = placed_in(sanitised('<figure data-image="a" data-decorative><img alt="said"></figure>'))
    assert placed.decorative
    assert placed.alternative == ""


def test_two_megabytes_of_frames_are_cleaned_in_a_moment() -> None:
    body = '<figure data-image="a"><img alt="b">' * 15_000
    assert len(placed_in(sanitised(body))) <= 15_000
