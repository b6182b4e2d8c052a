"""The record beside the lead is about as long as what stands to its side; words are cut between words."""

from articles.editions.models import Edition
from articles.reading.front_page import LATEST, PICKS, record_length
from articles.templatetags.reading import shortened


def test_it_grows_with_the_rows_of_picks() -> None:
    assert [record_length(n) for n in (0, 1, 2, 3, 4, 6)] == [
        LATEST,
        LATEST,
        LATEST,
        *[LATEST + 1] * 2,
        LATEST + 2,
    ]
    assert record_length(200) == record_length(PICKS)


def test_it_grows_with_a_long_lead_but_not_beyond_measure() -> None:
    short, long = Edition(title="Ships"), Edition(title="Ships " * 20, standfirst="Words. " * 30)
    assert record_length(2, short) == LATEST
    assert LATEST < record_length(2, long) <= LATEST + 3
    assert record_length(2, Edition(title="Ships", standfirst="Words. " * 1000)) == LATEST + 3


def test_a_text_is_cut_between_words() -> None:
    assert shortened("Ships and trains", 16) == "Ships and trains"
    assert shortened("Ships and trains, and more", 20) == "Ships and trains…"
    # Where no words are told apart it is cut where it is full.
    assert shortened("新质生产力推动中国高质量发展", 8) == "新质生产力推动…"
