"""What an article's page tells around its text: origin, corrections, contents, sharing, method; and what it weighs."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Publication
from articles.editions.models import Edition
from articles.editions.rendering import minutes_to_read
from tests.newsroom import FEBRUARY, a_series, an_article, figure, published, stated
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db
STATIC = Path("articles/static/articles")
IMPORT = re.compile(r'from "\./([\w.]+)"')


def seen(client: Client, address: str = "/articles/steel/") -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("issued", "url", "told"),
    [
        ("2024-03-31", "https://example.org/a", ' on <time datetime="2024-03-31">31 March 2024</time>.'),
        ("2024-03", "", ', <time datetime="2024-03">March 2024</time>.'),
        ("", "", "</a>."),
    ],
)
def test_where_it_was_first_published_with_the_way_there_and_its_rights(
    client: Client, issued: str, url: str, told: str
) -> None:
    paper = Publication.objects.create(slug="recorder", title="Recorder")
    published(
        an_article(slug="steel", publication=paper, issued=issued, url=url, rights="All <rights> reserved.")
    )
    page = seen(client)
    link = f'<a href="{url}" rel="external">' if url else '<a class="unlink" href="/publications/recorder/">'
    assert f"First published in {link}<bdi>Recorder</bdi>" in page
    assert told in page
    assert "All &lt;rights&gt; reserved." in page


def test_a_correction_is_told_before_the_text_and_leads_to_what_changed(client: Client) -> None:
    article = an_article("<p>Ten mills.</p>", slug="steel")
    published(article)
    assert "Correction" not in seen(client).partition("Editions and corrections")[0].partition("<main")[2]
    article.body = "<p>Nine mills.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="There were nine.")
    before, text, _after = seen(client).partition("<p>Nine mills.")
    assert text
    assert "There were nine." in before
    assert 'href="#edition-2"' in before
    assert 'id="edition-2"' in seen(client)


def test_a_long_text_has_contents_with_working_anchors(client: Client) -> None:
    published(an_article("<h2>Ports</h2><p>a</p><h2>Rail</h2><h2>Steel &amp; co</h2>", slug="steel"))
    page = seen(client)
    anchors = re.findall(r'<a href="#(s-[^"]+)">', page)
    assert anchors == ["s-ports", "s-rail", "s-steel-co"]
    assert all(page.count(f'id="{each}"') == 1 for each in anchors)
    published(an_article("<h2>Ports</h2><p>a</p>", slug="short"))
    assert 'class="toc"' not in seen(client, "/articles/short/")


def test_it_is_shared_by_plain_links_to_its_own_address(client: Client) -> None:
    published(an_article(slug="steel", title='Steel & "glass" <first>'))
    page = seen(client)
    section = page.partition('id="share"')[2].partition("</section>")[0]
    assert 'href="http://testserver/articles/steel/" rel="bookmark"' in section
    quoted = "Steel%20%26%20%22glass%22%20%3Cfirst%3E"
    assert f'"mailto:?subject={quoted}&amp;body=http://testserver/articles/steel/"' in section
    assert "https://wa.me/?text=" in section
    assert "<script" not in section
    assert "<img" not in section


def test_minutes_are_counted_by_words_or_by_characters() -> None:
    assert minutes_to_read("word " * 440) == 2
    assert minutes_to_read("字" * 1200) == 3
    assert minutes_to_read("لفظ " * 660) == 3
    assert minutes_to_read("") == 1


def test_many_figures_in_a_short_text_have_their_notes_below_it(client: Client) -> None:
    marks = []
    for n in range(8):
        stated(a_series(f"CARS{n}"), "2024", "9.443")
        marks.append(figure("9.443 million", f"CARS{n}.CHN.A.STAT:2024"))
    published(an_article(f"<p>{' and '.join(marks)}.</p><p>{marks[0]}.</p>", slug="steel"))
    page = seen(client)
    text, notes, below = page.partition('<section class="row endnotes"')
    assert notes
    numbers = re.findall(r'<li id="n(\d+)"', page)
    assert sorted(numbers, key=int) == [str(n) for n in range(1, 10)]
    assert re.findall(r'<li id="n(\d+)"', below) == [str(n) for n in range(1, 9)]
    assert 'class="gathered"' in text


@pytest.mark.parametrize("prefix", ["", "/ur", "/zh-hans"])
def test_the_method_is_told_in_every_language_and_linked(
    client: Client, prefix: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = client.get(f"{prefix}/how-we-check-figures/")
    text = page.content.decode()
    assert page.status_code == 200
    for state in ("holds", "rounded", "revised", "other", "disputed", "contradicted", "unbound"):
        assert f'<span class="fig" data-state="{state}">' in text
    assert f'<a href="{prefix}/how-we-check-figures/">' in text.partition("<footer")[2]


def test_the_figures_box_leads_to_the_method(client: Client) -> None:
    load_the_seed()
    for edition in Edition.objects.all():
        prefix = "" if edition.language == "en" else f"/{edition.language}"
        assert f'<p class="quiet"><a href="{prefix}/how-we-check-figures/">' in edition.page_html


def test_the_page_weighs_less_than_sixty_kilobytes_and_nothing_holds_it_up(client: Client) -> None:
    load_the_seed()
    page = seen(client, "/articles/new-quality-productive-forces/")
    scripts, waiting = set[str](), ["site.js"]
    while waiting:
        scripts.add(name := waiting.pop())
        waiting += [each for each in IMPORT.findall((STATIC / name).read_text()) if each not in scripts]
    files = [page.encode(), *((STATIC / name).read_bytes() for name in ("site.css", *scripts))]
    assert len(scripts) > 2
    assert sum(len(gzip.compress(each)) for each in files) <= 60_000
    for script in re.findall(r"<script\b[^>]*>", page):
        assert 'type="module"' in script or 'type="application/ld+json"' in script
