"""Citations as files, read by the libraries that reference managers are made of."""

import json
from typing import Any

import pytest

from tests.interop.addresses import ARTICLES, beside
from tests.interop.conftest import Answers
from tests.interop.library import HOSTILE, SEED

TRADE, RATES = "/articles/trade/", "/articles/rates/"

# Written by us after https://docs.citationstyles.org/en/stable/specification.html and its data schema: the variables
# that we give, and no others.
TEXT = {"type": "string", "minLength": 1}
NAME = {
    "type": "object",
    "properties": {"family": TEXT, "given": TEXT, "literal": TEXT},
    "additionalProperties": False,
    "oneOf": [{"required": ["family"]}, {"required": ["literal"]}],
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
            "minItems": 1,
            "maxItems": 2,
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **dict.fromkeys(
                (
                    "id",
                    "title",
                    "container-title",
                    "publisher-place",
                    "section",
                    "page",
                    "language",
                    "abstract",
                ),
                TEXT,
            ),
            **dict.fromkeys(("keyword", "archive", "note"), TEXT),
            "URL": {"type": "string", "pattern": "^http://testserver/"},
            "type": {"enum": ["article-newspaper", "article-journal", "report", "webpage"]},
            "author": {"type": "array", "items": NAME, "minItems": 1},
            "issued": DATE,
        },
        "required": ["id", "type", "title", "URL"],
        "additionalProperties": False,
    },
    "minItems": 1,
    "maxItems": 1,
}


def csl(answers: Answers, article: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(answers[beside(article, "csl.json")].body)
    return found[0]


@pytest.mark.parametrize("article", ARTICLES)
def test_csl_json_is_what_its_schema_allows(answers: Answers, article: str) -> None:
    import jsonschema

    jsonschema.validate(json.loads(answers[beside(article, "csl.json")].body), CSL)


@pytest.mark.parametrize("article", ARTICLES)
def test_rispy_reads_the_same_work(answers: Answers, article: str) -> None:
    import rispy

    (read,) = rispy.loads(answers[beside(article, "ris")].text)
    known = csl(answers, article)
    assert read["title"] == known["title"]
    assert read.get("secondary_title", "") == known.get("container-title", "")
    assert read["urls"] == [known["URL"]]
    assert read.get("place_published", "") == known.get("publisher-place", "")
    assert len(read.get("authors", [])) == len(known.get("author", []))
    assert ", ".join(read.get("keywords", [])) == known.get("keyword", "")
    assert int(read["year"]) == known["issued"]["date-parts"][0][0]
    assert not read.get("unknown_tag")


@pytest.mark.parametrize("article", ARTICLES)
def test_bibtexparser_reads_the_same_work(answers: Answers, article: str) -> None:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware, RemoveEnclosingMiddleware

    read = parse_string(answers[beside(article, "bib")].text, append_middleware=[])
    assert read.failed_blocks == []
    (entry,) = parse_string(
        answers[beside(article, "bib")].text,
        parse_stack=[RemoveEnclosingMiddleware(), LatexDecodingMiddleware()],
    ).entries
    known = csl(answers, article)
    assert entry["title"] == known["title"]
    assert entry["url"] == known["URL"]
    fields = {field.key: field.value for field in entry.fields}
    container = "journaltitle" if known["type"].startswith("article") else "organization"
    assert fields.get(container, "") == known.get("container-title", "")
    assert fields.get("location", "") == known.get("publisher-place", "")
    assert str(entry["date"]).startswith(str(known["issued"]["date-parts"][0][0]))


def test_the_seed_is_the_newspaper_s_article(answers: Answers) -> None:
    import rispy

    (read,) = rispy.loads(answers[f"/articles/{SEED}.ris"].text)
    assert read["type_of_reference"] == "NEWS"
    assert read["authors"] == ["Yang, Yundong"]
    assert (read["secondary_title"], read["date"].rstrip("/")) == ("Business Recorder", "2024/03/31")
    assert len(read["keywords"]) == 12


def test_names_and_titles_arrive_whole(answers: Answers) -> None:
    import rispy

    (read,) = rispy.loads(answers[beside(TRADE, "ris")].text)
    assert read["authors"] == ["Khan, Amina", "Board of Trade Karachi"]
    assert read["title"] == HOSTILE
    known = csl(answers, TRADE)
    assert known["author"] == [{"family": "Khan", "given": "Amina"}, {"literal": "Board of Trade, Karachi"}]
    assert csl(answers, RATES)["issued"] == {"date-parts": [[2020, 11]]}
