"""Marks, values and days of figures, whatever way they come in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from articles.editions.models import Edition
from articles.writing.models import Article
from indicators.observations.models import Vintage
from tests.newsroom import a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
REFERENCE = "CARS.CHN.A.STAT:2024"


def a_file(tmp_path: Path, *records: tuple[str, Mapping[str, object]], name: str = "more.yaml") -> str:
    file = tmp_path / name
    listed = [{"model": model, "fields": fields} for model, fields in records]
    file.write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    return str(file)


def test_the_value_of_a_mark_follows_its_words_by_update_too() -> None:
    article = an_article()
    wrong = f'<p><data value="1" data-observation="{REFERENCE}">9.443 million units</data></p>'
    Article.objects.filter(pk=article.pk).update(body=wrong)
    assert 'value="9443000"' in Article.objects.get().body
    Article.objects.bulk_create([Article(slug="bulk", title="Bulk", body=wrong)])
    assert 'value="9443000"' in Article.objects.get(slug="bulk").body
    Article.objects.filter(pk=article.pk).update(body="")
    article.body = wrong
    Article.objects.bulk_update([article], ["body"])
    assert 'value="9443000"' in Article.objects.get(pk=article.pk).body


def test_a_link_within_a_mark_does_not_stand_in_another_link() -> None:
    stated(a_series(), "2024", "9.443")
    words = '9.443 million <a href="https://example.org/">units</a>'
    edition = published(an_article(f"<p>{figure(words, REFERENCE)}</p>"))
    assert '<a class="fig"' not in edition.page_html
    assert '<span class="fig" id="f1"' in edition.page_html


def test_two_fixtures_at_once_are_each_finished_once(tmp_path: Path) -> None:
    other = a_file(tmp_path, ("taxonomy.keyword", {"slug": "rail", "name": "Rail"}))
    call_command("loaddata", "seed", other, verbosity=0)
    assert Edition.objects.count() == 3


def test_a_fixture_states_nothing_that_cannot_have_been_stated_yet(tmp_path: Path) -> None:
    vintage = stated(a_series(), "2024", "9.443")
    record = {
        "observation": ["CARS.CHN.A.STAT", "2024"],
        "release": [vintage.release.slug],
        "value": "9.5",
        "unit_mult": 6,
        "decimals": 1,
        "stated_on": date(2999, 1, 1),
        "change_kind": "revision",
    }
    with pytest.raises(CommandError, match="after today"):
        call_command("loaddata", a_file(tmp_path, ("indicators.vintage", record)), verbosity=0)
    assert Vintage.objects.count() == 1


@pytest.mark.parametrize("reference", [REFERENCE, "CARS:2024", "cars.chn.a.stat:2024", "CARS.CHN.A.STAT:24"])
def test_a_working_copy_with_an_unknown_series_is_not_loaded(tmp_path: Path, reference: str) -> None:
    record = {"slug": "draft", "title": "Draft", "body": f"<p>{figure('9.4 million', reference)}</p>"}
    with pytest.raises(CommandError, match=r"articles\.article draft.*" + reference.replace(".", r"\.")):
        call_command("loaddata", a_file(tmp_path, ("articles.article", record)), verbosity=0)
    assert not Article.objects.exists()


def test_a_fixture_does_not_take_the_address_of_another_article(tmp_path: Path) -> None:
    article = an_article(slug="first")
    published(article)
    article.slug = "second"
    article.save()
    published(article, kind="update", note="Renamed.")
    records = (
        ("articles.article", {"slug": "first", "title": "Taker", "body": "<p>x</p>"}),
        ("articles.edition", {"article": ["first"], "number": 1, "published_at": "2025-03-01T00:00:00Z"}),
    )
    with pytest.raises(CommandError, match="belongs to another article"):
        call_command("loaddata", a_file(tmp_path, *records), verbosity=0)
