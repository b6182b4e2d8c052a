"""Merging a malformed keyword into the right one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from indicators.catalogue.models import Area, Indicator, Unit
from taxonomy.merging import merge
from taxonomy.models import Keyword, KeywordAlias, KeywordChange, KeywordMatch
from taxonomy.signals import keywords_changed
from tests.integration.taxonomy.builders import a_keyword, a_label

pytestmark = pytest.mark.django_db
AT = datetime(2024, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


@pytest.fixture
def news() -> Iterator[list[dict[str, Any]]]:
    heard: list[dict[str, Any]] = []

    def listen(**said: Any) -> None:
        heard.append({name: said[name] for name in ("keywords", "replaced", "at")})

    keywords_changed.connect(listen)
    yield heard
    keywords_changed.disconnect(listen)


def test_the_malformed_term_becomes_an_alternative_label_and_its_address_leads_on(editor: User) -> None:
    old, new = a_keyword("Traditional economic"), a_keyword("Traditional economy")
    merge(old, new, by=editor, at=AT)
    old.refresh_from_db()
    assert (old.status, old.replaced_by, old.parent) == ("deprecated", new, None)
    assert [(label.text, label.language, label.role) for label in new.labels.all()] == [
        ("Traditional economic", "en", "alternative")
    ]
    assert KeywordAlias.objects.get(slug="traditional-economic").keyword == new
    assert Keyword.objects.matching("traditional ECONOMIC").filter(replaced_by=None).get() == new


def test_everything_that_pointed_at_the_old_one_points_at_the_new_one(editor: User) -> None:
    old, new, far = a_keyword("China mainland"), a_keyword("China"), a_keyword("Beijing")
    child = a_keyword("Shanghai", parent=old)
    KeywordMatch.objects.create(keyword=old, uri="https://www.wikidata.org/entity/Q148")
    KeywordMatch.objects.create(keyword=new, uri="https://www.wikidata.org/entity/Q148")
    KeywordMatch.objects.create(keyword=old, uri="https://sws.geonames.org/1814991/")
    KeywordAlias.objects.create(slug="prc", keyword=old)
    earlier = a_keyword("Chinna", status="deprecated", replaced_by=old)
    old.related.add(far, new)
    unit = Unit.objects.get(code="percent")
    carries_old = Indicator.objects.create(code="A", name="A", unit=unit)
    carries_old.keywords.add(old)
    carries_both = Indicator.objects.create(code="B", name="B", unit=unit)
    carries_both.keywords.add(old, new)
    Area.objects.filter(code="CHN").update(keyword=old)

    merge(old, new, by=editor, at=AT)

    for row in (child, earlier):
        row.refresh_from_db()
    assert child.parent == new
    assert earlier.replaced_by == new
    assert new.matches.count() == 2
    assert old.matches.count() == 0
    assert KeywordAlias.objects.get(slug="prc").keyword == new
    assert list(new.related.all()) == [far]
    assert list(old.related.all()) == []
    assert list(Indicator.objects.filter(keywords=new).order_by("code")) == [carries_old, carries_both]
    assert not Indicator.objects.filter(keywords=old).exists()
    assert Area.objects.get(code="CHN").keyword == new


def test_labels_are_kept_once_and_hidden_ones_stay_hidden(editor: User) -> None:
    old, new = a_keyword("Renminbi yuan"), a_keyword("RMB")
    a_label(old, "人民币", "zh-hans", "preferred")
    a_label(old, "rmb")
    a_label(old, "renmimbi", role="hidden")
    a_label(new, "人民币", "zh-hans", "preferred")
    merge(old, new, by=editor, at=AT)
    assert {(label.text, label.role) for label in new.labels.all()} == {
        ("人民币", "preferred"),
        ("Renminbi yuan", "alternative"),
        ("renmimbi", "hidden"),
    }
    assert old.labels.count() == 0


def test_merging_into_a_narrower_term_lifts_it_to_the_old_place(editor: User) -> None:
    top = a_keyword("Economics")
    old = a_keyword("Economy general", parent=top)
    between = a_keyword("Trade", parent=old)
    new = a_keyword("Trade cooperation", parent=between)
    merge(old, new, by=editor, at=AT)
    for row in (new, between):
        row.refresh_from_db()
    assert new.parent == top
    assert between.parent == new


def test_one_log_row_and_one_piece_of_news(editor: User, news: list[dict[str, Any]]) -> None:
    old, new = a_keyword("Chinna"), a_keyword("China")
    child = a_keyword("Tibet", parent=old)
    merge(old, new, by=editor, at=AT)
    assert news == [{"keywords": {old.pk, new.pk, child.pk}, "replaced": {old.pk: new.pk}, "at": AT}]
    entry = KeywordChange.objects.get()
    assert (entry.by, entry.keyword, entry.other, entry.at) == (editor, old, new, AT)
    assert "China" in entry.message


def test_senseless_merges_are_refused_and_change_nothing(editor: User, news: list[dict[str, Any]]) -> None:
    gone, new = a_keyword("Chinna"), a_keyword("China")
    merge(gone, new, by=editor, at=AT)
    retired = a_keyword("Obsolete", status="deprecated")
    for old, into in ((new, new), (new, retired), (new, gone), (gone, new)):
        with pytest.raises(ValidationError):
            merge(old, into, by=editor, at=AT)
    assert len(news) == 1
    assert KeywordChange.objects.count() == 1


def test_a_receiver_that_fails_undoes_the_merge(editor: User) -> None:
    old, new = a_keyword("Chinna"), a_keyword("China")

    def fail(**_news: Any) -> None:
        raise RuntimeError("compiling failed")

    keywords_changed.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            merge(old, new, by=editor, at=AT)
    finally:
        keywords_changed.disconnect(fail)
    old.refresh_from_db()
    assert (old.status, old.replaced_by) == ("accepted", None)
    assert not KeywordAlias.objects.exists()
