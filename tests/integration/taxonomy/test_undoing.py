"""A merge is undone as long as nothing that it touched has been changed since."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles.editions.models import Edition
from articles.writing.models import ArticleKeyword
from indicators.catalogue.models import Area, Indicator, Unit
from taxonomy.merging import merge
from taxonomy.models import Keyword, KeywordAlias, KeywordChange, KeywordMatch
from taxonomy.previewing import preview
from taxonomy.standing import move, retire
from taxonomy.unmerging import undo_merge
from tests.integration.taxonomy.builders import a_keyword, a_label
from tests.newsroom import an_article, an_editor, published

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 1, tzinfo=UTC)


def state() -> list[object]:
    """Everything that a merge may touch."""
    return [
        list(Keyword.objects.order_by("pk").values("pk", "status", "parent", "replaced_by")),
        sorted(
            Keyword.objects.values_list("pk", "labels__language", "labels__role", "labels__text"), key=str
        ),
        sorted(Keyword.objects.values_list("pk", "related", "indicators", "areas"), key=str),
        sorted(KeywordMatch.objects.values_list("keyword", "uri")),
        sorted(KeywordAlias.objects.values_list("keyword", "slug")),
        list(ArticleKeyword.objects.order_by("pk").values("pk", "article", "keyword", "position")),
        [(e.api_row, [r.keyword_id for r in e.keyword_rows.all()]) for e in Edition.objects.order_by("pk")],
    ]


def a_rich_pair() -> tuple[Keyword, Keyword]:
    """The new one stands below the old one; both are carried together and alone."""
    top = a_keyword("Places")
    old = a_keyword("China mainland", parent=top)
    between = a_keyword("Asia", parent=old)
    new, far = a_keyword("China", parent=between), a_keyword("Beijing")
    a_label(old, "中国大陆", "zh-hans", "preferred")
    a_label(new, "中国", "zh-hans", "preferred")
    for keyword, uri in ((old, "Q148"), (new, "Q148"), (old, "1814991")):
        KeywordMatch.objects.create(keyword=keyword, uri=f"https://example.org/{uri}")
    KeywordAlias.objects.create(slug="prc", keyword=old)
    a_keyword("Chinna", status="deprecated", replaced_by=old)
    old.related.add(far, new)
    unit = Unit.objects.get(code="percent")
    Indicator.objects.create(code="A", name="A", unit=unit).keywords.add(old)
    Indicator.objects.create(code="B", name="B", unit=unit).keywords.add(old, new)
    Area.objects.filter(code="CHN").update(keyword=old)
    published(an_article(keywords=(old.slug, far.slug), slug="first"))
    published(an_article(keywords=(old.slug, new.slug), slug="both"))
    return old, new


def test_undoing_gives_back_everything() -> None:
    old, new = a_rich_pair()
    before, by = state(), an_editor()
    merge(old, new, by=by, at=AT)
    assert state() != before
    undo_merge(KeywordChange.objects.get(), by=by, at=AT)
    assert state() == before
    assert [row.verb for row in KeywordChange.objects.order_by("pk")] == ["merge", "unmerge"]


def test_a_merge_is_undone_once() -> None:
    old, new = a_rich_pair()
    merge(old, new, by=None, at=AT)
    change = KeywordChange.objects.get()
    undo_merge(change, by=None, at=AT)
    with pytest.raises(ValidationError, match="undone already"):
        undo_merge(change, by=None, at=AT)


def test_what_was_changed_since_is_named_and_nothing_is_undone() -> None:
    old, new = a_rich_pair()
    merge(old, new, by=None, at=AT)
    change = KeywordChange.objects.get()
    ArticleKeyword.objects.filter(article__slug="first", keyword=new).delete()
    now = state()
    with pytest.raises(ValidationError, match="working copies that carried it have been changed"):
        undo_merge(change, by=None, at=AT)
    assert state() == now


def test_a_later_verb_stands_in_the_way() -> None:
    old, new = a_rich_pair()
    merge(old, new, by=None, at=AT)
    move(new, below=None, by=None, at=AT)
    with pytest.raises(ValidationError, match="“China” has been changed since"):
        undo_merge(KeywordChange.objects.earliest("pk"), by=None, at=AT)


def test_a_label_taken_away_since_stands_in_the_way() -> None:
    old, new = a_rich_pair()
    merge(old, new, by=None, at=AT)
    new.labels.filter(text="China mainland").delete()
    with pytest.raises(ValidationError, match="labels of “China”"):
        undo_merge(KeywordChange.objects.get(), by=None, at=AT)


def test_the_preview_counts_what_the_merge_then_does() -> None:
    old, new = a_rich_pair()
    told = preview(old, new)
    counted = {str(effect.label): (effect.moving, effect.already) for effect in told.effects}
    assert counted == {
        "indicators": (2, 1), "areas": (1, 0), "working copies": (2, 1), "editions": (2, 1),
        "narrower terms": (1, 0), "related terms": (2, 1), "outside matches": (2, 1), "former addresses": (2, 0),
    }  # fmt: skip
    assert told.gained == ["China mainland", "中国大陆"]
    merge(old, new, by=None, at=AT)
    assert {label.text for label in new.labels.all()} == {"中国", *told.gained}


def test_the_pages_preview_merge_and_undo(admin_client: Client) -> None:
    old, new = a_rich_pair()
    chosen = {"action": "merge_into", "_selected_action": [old.pk], "into": new.pk}
    asked = admin_client.post("/admin/taxonomy/keyword/", {**chosen, "preview": "1"}).content.decode()
    assert "New labels:" in asked
    assert "working copies" in asked
    assert not Keyword.objects.filter(pk=old.pk).exclude(replaced_by=None).exists()
    admin_client.post("/admin/taxonomy/keyword/", {**chosen, "merge": "1"})
    undo = f"/admin/taxonomy/keyword/merges/{KeywordChange.objects.get().pk}/undo/"
    for keyword in (old, new):
        assert undo in admin_client.get(f"/admin/taxonomy/keyword/{keyword.pk}/change/").content.decode()
    assert "gets back its labels" in admin_client.get(undo).content.decode()
    assert admin_client.post(undo).status_code == 302
    assert Keyword.objects.get(pk=old.pk).replaced_by is None
    assert "undone already" in admin_client.get(undo).content.decode()


def test_moving_refuses_a_cycle_with_a_sentence_and_logs_one_row(admin_client: Client) -> None:
    top, other = a_keyword("Top"), a_keyword("Other")
    below = a_keyword("Below", parent=top)
    page = f"/admin/taxonomy/keyword/{top.pk}/move/"
    assert "stands below this keyword" in admin_client.post(page, {"below": below.pk}).content.decode()
    assert not KeywordChange.objects.exists()
    assert admin_client.post(page, {"below": other.pk}).status_code == 302
    change = KeywordChange.objects.get()
    assert (change.verb, change.other, Keyword.objects.get(pk=top.pk).parent) == ("move", other, other)


def test_retiring_with_and_without_a_successor() -> None:
    alone, old, new = a_keyword("Alone"), a_keyword("Old"), a_keyword("New")
    retire(alone, replaced_by=None, by=None, at=AT)
    retire(old, replaced_by=new, by=None, at=AT)
    stored = {k.name: (k.status, k.replaced_by) for k in Keyword.objects.all()}
    assert (stored["Alone"], stored["Old"]) == (("deprecated", None), ("deprecated", new))


def test_who_may_not_change_keywords_reaches_no_verb(client: Client, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create_user("looker", is_staff=True))  # type: ignore[attr-defined]
    keyword = a_keyword("China")
    for verb in ("move", "retire"):
        assert client.post(f"/admin/taxonomy/keyword/{keyword.pk}/{verb}/", {"x": "1"}).status_code == 403
    assert client.post("/admin/taxonomy/keyword/merges/1/undo/").status_code == 403
