"""A data set that somebody else's generator wrote, read as a corpus of ours.

Files: keywords.jsonl, authors.jsonl, indicators.jsonl, observations.csv, articles.jsonl.
"""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import (
    ArticleRecord,
    Corpus,
    FigureRecord,
    IndicatorRecord,
    KeywordRecord,
    StatementRecord,
)

# Articles of every year quote the newest period, so all of it has to be stated before the first of them.
STATED_ON = date(2015, 12, 31)


def read_dataset(folder: Path) -> Corpus:
    """The corpus in a folder; articles and statements are read as they are iterated."""
    slugs = {row["id"]: row["slug"] for row in _lines(folder / "keywords.jsonl")}
    authors = {row["id"]: row["name"] for row in _lines(folder / "authors.jsonl")}
    indicators = {row["id"]: row for row in _lines(folder / "indicators.jsonl")}
    codes = {number: row["code"] for number, row in indicators.items()}
    meta = json.loads((folder / "meta.json").read_text())
    articles = [_article(row, slugs, authors, codes) for row in _lines(folder / "articles.jsonl")]
    return Corpus(
        keywords=[
            KeywordRecord(row["slug"], row["name"], slugs.get(row["parent_id"]))
            for row in _lines(folder / "keywords.jsonl")
        ],
        authors=list(authors.values()),
        publications=sorted({each.publication for each in articles}),
        indicators=[
            IndicatorRecord(row["code"], row["name"], row["unit"], row["source"])
            for row in indicators.values()
        ],
        areas=meta["areas"],
        statements=_statements(folder / "observations.csv", codes),
        articles=articles,
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _statements(path: Path, codes: dict[int, str]) -> Iterator[StatementRecord]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            indicator = codes[int(row["indicator_id"])]
            yield StatementRecord(indicator, row["area"], row["period"], row["value"], STATED_ON)


def _article(
    row: dict[str, Any], keywords: dict[int, str], authors: dict[int, str], codes: dict[int, str]
) -> ArticleRecord:
    return ArticleRecord(
        slug=row["slug"],
        title=row["title"],
        standfirst=row["standfirst"],
        paragraphs=[_in_house(paragraph) for paragraph in row["paragraphs"]],
        author=authors[row["author_id"]],
        publication=row["source_publication"],
        published_at=datetime.fromisoformat(row["date"]),
        keywords=[keywords[number] for number in row["keyword_ids"]],
        figures=[
            FigureRecord(
                codes[each["indicator_id"]], each["area"], each["period"], each["value"], each["unit"]
            )
            for each in row["figures"]
        ],
    )


def _in_house(paragraph: str) -> str:
    """Bold in the element that our bodies have for it."""
    return paragraph.replace("<b>", "<strong>").replace("</b>", "</strong>")
