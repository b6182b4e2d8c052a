"""The head of an article: each tag that reference managers read, and none that misleads them."""

import html
import re
from urllib.parse import parse_qs

from tests.interop.addresses import ARTICLES, INDICATORS, KEYWORDS, LISTS, PAGES, REFUSALS, beside
from tests.interop.conftest import HOST, Answer, Answers
from tests.interop.library import SEED

LANGUAGE = r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">'
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
ALWAYS = {
    "citation_title", "citation_language", "citation_publication_date", "article:published_time",
    "DC.title", "DC.language", "DC.date", "z:itemType", "z:archive",
    "og:type", "og:url", "og:site_name", "og:title", "og:description",
    "og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card",
}  # fmt: skip
OF_A_NEWSPAPER = ALWAYS | {
    "citation_author", "citation_keywords", "DC.type", "DC.creator", "DC.source", "DC.subject", "DC.rights",
    "prism.publicationName", "z:place", "article:section",
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
    assert not bare & {"DC.type", "DC.source", "DC.rights", "prism.publicationName", "citation_author"}
    assert not bare & {"citation_keywords", "z:place", "z:extra", "article:section"}


def test_an_undated_work_has_the_day_of_its_edition(answers: Answers) -> None:
    """Without a date of ours a reference manager takes the first one on the page, which is today's."""
    told = dict(tags(answers["/articles/bare/"]))
    assert told["DC.date"] == told["article:published_time"] == "2025-01-15"
    assert told["citation_publication_date"] == "2025/01/15"


def test_only_a_newspaper_s_article_is_one(answers: Answers) -> None:
    """`DC.type` of anything else would become the type of a report or page; without a type all are newspapers'."""
    kinds = {"trade": "newspaperArticle", "rates": "journalArticle", "paper": "report", "posted": "webpage"}
    for slug, kind in {**kinds, "bare": "webpage"}.items():
        told = dict(tags(answers[f"/articles/{slug}/"]))
        assert told["z:itemType"] == kind
        assert told.get("DC.type") == ("newsitem" if slug == "trade" else None)


def test_the_place_of_the_newspaper_is_told(answers: Answers) -> None:
    assert ("z:place", "Karachi") in tags(answers[f"/articles/{SEED}/"])
    assert ("z:place", "Lahore") in tags(answers["/articles/paper/"])


def test_languages_are_written_as_programs_expect(answers: Answers) -> None:
    told = dict(tags(answers["/zh-hans/articles/trade-zh-hans/"]))
    assert told["citation_language"] == told["DC.language"] == "zh-Hans"


def test_an_indicator_is_a_data_set_with_its_sources_and_its_date(answers: Answers) -> None:
    page = answers["/indicators/NEV_PROD/"]
    told = tags(page)
    assert ("DC.type", "Dataset") in told
    assert ("DC.date", "2024-02-29") in told
    assert not {"og:type", "z:itemType"} & {name for name, _ in told}
    assert '<abbr class="unapi-id" title="/indicators/NEV_PROD/"></abbr>' in page.text
    for ending, mime in (("ris", "x-research-info-systems"), ("csl.json", "vnd.citationstyles.csl+json")):
        address = f"/indicators/NEV_PROD/cite.{ending}"
        assert f'<link rel="alternate" type="application/{mime}" href="{address}">' in page.text


def test_nothing_says_what_would_mislead(answers: Answers) -> None:
    for address in PAGES:
        text = answers[address].text
        told = tags(answers[address])
        assert not {name for name, _ in told} & {"citation_journal_title", "generator"}, address
        assert ("og:type", "website") not in told, address
        assert "mtx:journal" not in text, "everything would be a journal's article"
        assert not re.search(r'class="[^"]*\b(?:byline|vcard)\b', text), address


def test_coins_stand_only_where_they_say_nothing_wrong(answers: Answers) -> None:
    found = re.findall(r'<span class="Z3988" title="([^"]*)"></span>', answers[f"/articles/{SEED}/"].text)
    told = parse_qs(html.unescape(found[0]))
    assert told["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    assert (told["rft.type"], told["rft.creator"]) == (["newspaperArticle"], ["Yang, Yundong"])
    assert (told["rft.source"], told["rft.date"]) == (["Business Recorder"], ["2024-03-31"])
    assert told["rft.identifier"] == [f"{HOST}/articles/{SEED}/"]
    assert len(told["rft.subject"]) == 12
    for address in ("/articles/trade/", "/articles/rates/", "/articles/bare/", "/articles/"):
        assert "Z3988" not in answers[address].text, "an organisation would be split, other types mistaken"


def test_a_list_offers_each_of_its_articles(answers: Answers) -> None:
    for address in ("/articles/", "/keywords/china/", "/authors/khan/", "/search/?q=trade"):
        text = answers[address].text
        offered = re.findall(r'<abbr class="unapi-id" title="([^"]+)"></abbr>', text)
        assert offered, address
        assert set(offered) <= set(ARTICLES), address
        assert 'rel="unapi-server"' in text, address


def test_an_article_leads_to_its_other_forms(answers: Answers) -> None:
    for address in ARTICLES:
        text = answers[address].text
        assert f'<link rel="canonical" href="{HOST}{address}">' in text
        assert '<link rel="unapi-server" type="application/xml" title="unAPI" href="/unapi">' in text
        assert f'<abbr class="unapi-id" title="{address}"></abbr>' in text
        for ending in ("ris", "bib", "csl.json", "md", "txt"):
            other = answers[beside(address, ending)]
            assert f'rel="alternate" type="{other.type.partition(";")[0]}" href="{other.address}"' in text


def test_a_page_names_itself_in_every_language(answers: Answers) -> None:
    """What hangs on an article is in one language; an article names its translations."""
    whole = {
        "/how-we-check-figures/",
        "/",
        "/keywords/china/",
        "/indicators/NEV_PROD/",
        "/articles/",
        "/corrections/",
    }
    for address in whole:
        for prefix in ("", "/ur", "/zh-hans"):
            if prefix + address not in answers:
                continue
            found = dict(re.findall(LANGUAGE, answers[prefix + address].text))
            assert found == {
                "en": HOST + address,
                "ur": f"{HOST}/ur{address}",
                "zh-Hans": f"{HOST}/zh-hans{address}",
                "x-default": HOST + address,
            }, prefix + address


def test_an_article_names_its_translations_and_nothing_else(answers: Answers) -> None:
    theirs = {
        "en": f"{HOST}/articles/trade/",
        "ur": f"{HOST}/ur/articles/trade-ur/",
        "zh-Hans": f"{HOST}/zh-hans/articles/trade-zh-hans/",
        "x-default": f"{HOST}/articles/trade/",
    }
    for address in theirs.values():
        assert dict(re.findall(LANGUAGE, answers[address.removeprefix(HOST)].text)) == theirs
    for address in ("/articles/bare/", "/articles/trade/reply/", "/articles/trade/editions/1...2/"):
        assert not re.findall(LANGUAGE, answers[address].text), address


def test_a_refusal_has_no_other_languages(answers: Answers) -> None:
    for address in REFUSALS:
        assert not re.findall(LANGUAGE, answers[address].text), address


def test_every_page_says_once_what_it_is_about(answers: Answers) -> None:
    for address in (each for each in PAGES if "noindex" not in answers[each].text):
        found = re.findall(r'<meta name="description" content="([^"]*)">', answers[address].text)
        assert len(found) == 1, address
        assert found[0].strip(), address


def test_pages_are_described_apart(answers: Answers) -> None:
    described: dict[str, str] = {}
    for address in (*LISTS, *KEYWORDS, *INDICATORS):
        (said,) = re.findall(r'<meta name="description" content="([^"]*)">', answers[address].text)
        assert described.setdefault(said, address) == address, said
