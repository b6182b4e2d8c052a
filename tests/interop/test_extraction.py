"""What a text extractor takes for author, date and newspaper, and whether it finds the text."""

from typing import Any

from tests.interop.conftest import Answers
from tests.interop.library import SEED


def extracted(answers: Answers, address: str) -> Any:
    from trafilatura import bare_extraction

    answer = answers[address]
    return bare_extraction(answer.text, url=answer.url, with_metadata=True)


def test_trafilatura_finds_the_newspaper_its_author_and_its_date(answers: Answers) -> None:
    found = extracted(answers, f"/articles/{SEED}/")
    assert found.title == "New quality productive forces drive high-quality development in China"
    assert (found.author, found.date) == ("Yang Yundong", "2024-03-31")
    assert found.sitename == "Business Recorder"
    assert found.url == f"http://testserver/articles/{SEED}/"
    assert found.image.startswith(f"http://testserver/articles/{SEED}.png")
    assert "9.443 million units" in " ".join(found.text.replace("\u2060", "").split())


def test_it_finds_the_title_and_the_date_of_a_translation(answers: Answers) -> None:
    for address in ("/ur/articles/trade-ur/", "/zh-hans/articles/trade-zh-hans/"):
        found = extracted(answers, address)
        assert found.date == "2025-01-15"
        assert "GDP" in found.title
