"""The head of an article: each tag that reference managers read, and none that misleads them."""

import re

from tests.interop.addresses import ARTICLES, PAGES, beside
from tests.interop.conftest import HOST, Answer, Answers
from tests.interop.library import SEED

META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
ALWAYS = {
    "citation_title", "citation_language", "DC.type", "DC.title", "DC.language", "z:archive",
    "og:type", "og:url", "og:site_name", "og:title", "og:description",
    "og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card",
}  # fmt: skip
OF_A_NEWSPAPER = ALWAYS | {
    "citation_author", "citation_publication_date", "citation_keywords", "DC.creator", "DC.source", "DC.date",
    "DC.subject", "DC.rights", "prism.publicationName", "z:itemType", "article:published_time", "article:section",
}  # fmt: skip


def tags(answer: Answer) -> list[tuple[str, str]]:
    return META.findall(answer.text)


def test_a_newspaper_article_has_every_tag(answers: Answers) -> None:
    told = tags(answers[f"/articles/{SEED}/"])
    assert {name for name, _ in told} >= OF_A_NEWSPAPER
    assert ("z:itemType", "newspaperArticle") in told
    assert ("citation_author", "Yang, Yundong") in told
    assert ("citation_publication_date", "2024/03/31") in told
    assert [name for name, _ in told].count("DC.subject") == 12
    trade = tags(answers["/articles/trade/"])
    assert ("z:extra", "Original URL: https://paper.example.org/1?a=1&amp;b=2") in trade
    assert [value for name, value in trade if name == "citation_author"] == ["Khan, Amina"]
    assert [value for name, value in trade if name == "DC.creator"] == [
        "Khan, Amina",
        "Board of Trade, Karachi",
    ]


def test_what_is_not_known_has_no_tag(answers: Answers) -> None:
    for address in ARTICLES:
        told = tags(answers[address])
        assert {name for name, _ in told} >= ALWAYS, address
        assert all(value.strip() for _, value in told), address
    bare = {name for name, _ in tags(answers["/articles/bare/"])}
    assert not bare & {"DC.date", "DC.source", "citation_publication_date", "z:itemType"}
    assert ("z:itemType", "newspaperArticle") not in tags(answers["/articles/rates/"])


def test_nothing_says_what_would_mislead(answers: Answers) -> None:
    for address in PAGES:
        text = answers[address].text
        told = tags(answers[address])
        assert not {name for name, _ in told} & {"citation_journal_title", "generator"}, address
        assert ("og:type", "website") not in told, address
        assert "Z3988" not in text, "no COinS: a reference manager would prefer it to the head"
        assert not re.search(r'class="[^"]*\b(?:byline|vcard)\b', text), address


def test_an_article_leads_to_its_other_forms(answers: Answers) -> None:
    for address in ARTICLES:
        text = answers[address].text
        assert f'<link rel="canonical" href="{HOST}{address}">' in text
        assert '<link rel="unapi-server" type="application/xml" title="unAPI" href="/unapi">' in text
        assert f'<abbr class="unapi-id" title="{address}"></abbr>' in text
        for ending in ("ris", "bib", "csl.json", "md", "txt"):
            other = answers[beside(address, ending)]
            assert f'rel="alternate" type="{other.type.partition(";")[0]}" href="{other.address}"' in text
