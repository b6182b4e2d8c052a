"""Where the reader's language has few related articles, other works follow them, each once and in what it is told."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from articles.related.showing import SHOWN
from articles.writing.models import Article
from tests.integration.related.test_related import an_article_of, related
from tests.newsroom import FEBRUARY, MARCH

pytestmark = pytest.mark.django_db
URDU = "/ur/articles/fulad/"


@pytest.fixture
def fulad() -> Article:
    """An article in Urdu, with nothing else in its language."""
    return an_article_of("fulad", "China", "Steel", language="ur")


def section(address: str) -> str:
    page = Client().get(address).content.decode()
    return page.partition('<section class="sec" id="related">')[2].partition("</section>")[0]


def translated(article: Article, slug: str, *, language: str, **fields: Any) -> Article:
    names = article.keywords.values_list("name", flat=True)
    return an_article_of(slug, *names, language=language, translation_of=article, **fields)


def test_the_own_language_comes_first_however_much_the_others_share(fulad: Article) -> None:
    an_article_of("steel", "China", "Steel")
    an_article_of("lohar", "China", language="ur")
    assert related(URDU) == ["/ur/articles/lohar/", "/articles/steel/"]
    assert related("/ur/articles/lohar/")[0] == URDU


def test_what_is_in_another_language_says_so(fulad: Article) -> None:
    an_article_of("steel", "Steel")
    an_article_of("lohar", "China", language="ur")
    shown = section(URDU)
    assert '<li lang="en" dir="ltr"><a href="/articles/steel/">Steel</a>' in shown
    assert ' · <bdi lang="ur">انگریزی</bdi></p></li>' in shown
    assert '<li><a href="/ur/articles/lohar/">Lohar</a>' in shown
    assert shown.count("<bdi lang=") == 1
    back = section("/articles/steel/")
    assert f'<li lang="ur" dir="rtl"><a href="{URDU}">' in back
    assert ' · <bdi lang="en">Urdu</bdi>' in back


def test_its_own_translations_are_not_related_to_it(fulad: Article) -> None:
    translated(fulad, "steel", language="en")
    third = an_article_of("gangtie", "China", "Steel", language="zh-hans")
    third.translation_of = Article.objects.get(slug="steel")
    third.save()
    call_command("recompile", verbosity=0)
    assert related(URDU) == related("/articles/steel/") == related("/zh-hans/articles/gangtie/") == []


@pytest.mark.parametrize("last", ["en", "ur"])
def test_a_work_is_named_once_and_in_the_reader_s_language(fulad: Article, last: str) -> None:
    original = an_article_of("iron", "Steel", language="zh-hans")
    for language in ("ur", "en") if last == "en" else ("en", "ur"):
        translated(original, f"iron-{language}", language=language)
    assert related(URDU) == ["/ur/articles/iron-ur/"]
    assert len(related("/articles/iron-en/")) == 1


def test_there_is_room_for_others_only_where_the_own_language_leaves_it(fulad: Article) -> None:
    for n in range(SHOWN):
        an_article_of(f"lohar-{n}", "China", language="ur")
    an_article_of("steel", "China", "Steel", at=FEBRUARY)
    assert len(related(URDU)) == SHOWN
    assert all(each.startswith("/ur/") for each in related(URDU))


def test_recompiling_brings_the_same(fulad: Article) -> None:
    an_article_of("steel", "China", "Steel")
    translated(an_article_of("iron", "Steel", at=FEBRUARY), "tie", language="zh-hans", at=MARCH)
    pages = (URDU, "/articles/steel/", "/zh-hans/articles/tie/")
    before = [related(each) for each in pages]
    assert before[0]
    call_command("recompile", verbosity=0)
    assert [sorted(related(each)) for each in pages] == [sorted(each) for each in before]
