"""Keywords in the admin: the tree, counts, autocomplete on any label, merging, addresses."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.editions.models import Edition, EditionKeyword
from articles.writing.models import Article
from indicators.catalogue.models import Indicator, Unit
from taxonomy.change_log import KeywordChange
from taxonomy.models import Keyword, KeywordAlias
from tests.integration.taxonomy.builders import a_keyword, a_label

pytestmark = pytest.mark.django_db
LIST = "/admin/taxonomy/keyword/"


def page_of(keyword: Keyword) -> str:
    return reverse("admin:taxonomy_keyword_change", args=[keyword.pk])


def fields_of(keyword: Keyword, **given: Any) -> dict[str, Any]:
    inlines = {
        f"{name}-{part}_FORMS": "0"
        for name in ("labels", "matches", "aliases")
        for part in ("TOTAL", "INITIAL")
    }
    own = {name: getattr(keyword, name) for name in ("name", "slug", "kind", "status", "scope_note")}
    return {**inlines, **own, "parent": keyword.parent_id or "", **given}


def labels(*rows: tuple[str, str, str]) -> dict[str, str]:
    """New labels as the inline posts them: (language, role, text)."""
    posted = {"labels-TOTAL_FORMS": str(len(rows))}
    for n, row in enumerate(rows):
        posted |= {
            f"labels-{n}-{name}": value for name, value in zip(("language", "role", "text"), row, strict=True)
        }
    return posted


def carried_by_an_article(keyword: Keyword, slug: str, published_at: datetime) -> None:
    article = Article.objects.create(slug=slug, title=slug)
    edition = Edition.objects.create(
        article=article, number=1, published_at=published_at, first_published_at=published_at, slug=slug,
        language="en", title=slug, snapshot={}, settled_on=published_at.date(),
    )  # fmt: skip
    EditionKeyword.objects.create(edition=edition, keyword=keyword)


def rows_of(html: str) -> list[str]:
    return [row.split("</a>")[0].split(">")[-1] for row in html.split('<th class="field-term')[1:]]


def picked(client: Client, term: str, field: str = "parent") -> list[str]:
    asked = {"term": term, "app_label": "taxonomy", "model_name": "keyword", "field_name": field}
    return [found["text"] for found in client.get("/admin/autocomplete/", asked).json()["results"]]


def test_the_list_stands_in_tree_order(admin_client: Client) -> None:
    economics = a_keyword("Economics")
    trade = a_keyword("Trade", parent=economics)
    a_keyword("Agreements", parent=trade)
    a_keyword("Zones", parent=economics)
    a_keyword("China")
    html = admin_client.get(LIST).content.decode()
    assert rows_of(html) == ["China", "Economics", "— Trade", "— — Agreements", "— Zones"]


@pytest.mark.parametrize("many", [3, 60])
def test_the_list_counts_uses_without_further_queries(
    admin_client: Client, django_assert_max_num_queries: Any, many: int
) -> None:
    published = datetime(2024, 3, 31, tzinfo=UTC)
    top = a_keyword("A top")
    for n in range(many):
        keyword = a_keyword(f"keyword {n}", parent=top)
        carried_by_an_article(keyword, f"article-{n}", published)
    carried_by_an_article(top, "second", published)
    carried_by_an_article(top, "third", published)
    carried_by_an_article(top, "not-yet", datetime(2999, 1, 1, tzinfo=UTC))
    Indicator.objects.create(code="X", name="X", unit=Unit.objects.get(code="set")).keywords.add(top)
    admin_client.get(LIST)
    with django_assert_max_num_queries(6):
        html = admin_client.get(LIST).content.decode()
    first = html.split('<th class="field-term')[1]
    counts = [cell.split(" <")[0] for cell in first.split('<td class="field-column">')[1:]]
    assert sorted(counts) == ["1", "2"]


def test_filters_search_and_sorting_work_on_the_tree(admin_client: Client) -> None:
    top = a_keyword("Economics")
    a_keyword("Digital economy", parent=top, status="candidate")
    a_keyword("Xi Jinping", kind="person")

    def found(query: str) -> list[str]:
        return rows_of(admin_client.get(LIST + query).content.decode())

    assert found("?status__exact=candidate") == ["— Digital economy"]
    assert found("?kind__exact=person") == ["Xi Jinping"]
    assert found("?q=ＥＣＯＮ") == ["Economics", "— Digital economy"]
    assert found("?o=-1") == ["Xi Jinping", "Economics", "— Digital economy"]
    assert len(found("?o=-6")) == 3
    assert found("?q=nothing") == []


def test_pickers_find_any_label_but_no_deprecated_keyword(admin_client: Client) -> None:
    china = a_keyword("China")
    a_label(china, "中国", "zh-hans", "preferred")
    a_label(china, "چین", "ur", "preferred")
    a_label(china, "Chinna", role="hidden")
    a_keyword("Chinatown", status="deprecated")
    for term in ("chin", "中国", "چين", "CHINNA", "ｃｈｉｎａ"):
        assert picked(admin_client, term) == ["China"], term
    assert picked(admin_client, "100%") == []
    assert picked(admin_client, "china", field="related") == ["China"]


def test_every_page_opens(admin_client: Client) -> None:
    keyword = a_keyword("China", parent=a_keyword("Asia"))
    a_label(keyword, "中国", "zh-hans", "preferred")
    for address in (LIST, f"{LIST}add/", page_of(keyword), f"{page_of(keyword)[:-7]}history/"):
        assert admin_client.get(address).status_code == 200, address


def test_a_cycle_is_refused_with_a_sentence(admin_client: Client) -> None:
    top = a_keyword("top")
    below = a_keyword("below", parent=a_keyword("between", parent=top))
    for broader in (below, top):
        answer = admin_client.post(page_of(top), fields_of(top, parent=broader.pk))
        assert answer.status_code == 200
        assert "stands below this keyword" in answer.content.decode()
    top.refresh_from_db()
    assert top.parent is None


def test_status_and_place_given_in_the_form_are_logged_like_the_verbs(admin_client: Client) -> None:
    top, old = a_keyword("Economics"), a_keyword("Past", status="deprecated")
    keyword = a_keyword("Trade", status="candidate")
    refused = admin_client.post(page_of(keyword), fields_of(keyword, parent=old.pk))
    assert "“Past” is deprecated." in refused.content.decode()
    for given in (
        {"parent": top.pk, "status": "accepted"},
        {"status": "deprecated"},
        {"status": "candidate"},
    ):
        keyword.refresh_from_db()
        assert admin_client.post(page_of(keyword), fields_of(keyword, **given)).status_code == 302
    keyword.refresh_from_db()
    assert (keyword.status, keyword.parent) == ("candidate", top)
    rows = KeywordChange.objects.filter(keyword=keyword.pk).order_by("pk")
    assert [row.verb for row in rows] == ["move", "accept", "retire", "propose"]
    assert {row.by.get_username() for row in rows if row.by} == {"admin"}


def test_a_former_address_leads_on_and_comes_back(admin_client: Client) -> None:
    keyword = a_keyword("China")
    admin_client.post(page_of(keyword), fields_of(keyword, slug="peoples-republic"))
    assert KeywordAlias.objects.get().slug == "china"
    other = a_keyword("Porcelain")
    answer = admin_client.post(page_of(other), fields_of(other, slug="china"))
    assert "former address of “China”" in answer.content.decode()
    keyword.refresh_from_db()
    inline = {"aliases-TOTAL_FORMS": "0"}
    admin_client.post(page_of(keyword), fields_of(keyword, slug="china", **inline))
    assert [alias.slug for alias in KeywordAlias.objects.all()] == ["peoples-republic"]


def test_labels_that_contradict_each_other_are_refused_with_a_sentence(admin_client: Client) -> None:
    keyword = a_keyword("China")
    cases = {
        "has a preferred label already": [("ur", "preferred", "چین"), ("ur", "preferred", "چائنا")],
        "Please correct the duplicate data": [("en", "alternative", "PRC"), ("en", "alternative", "PRC")],
        "The preferred English label is the name.": [("en", "preferred", "PRC")],
        "Write a word": [("en", "alternative", "\u200b\u0301")],
    }
    for sentence, rows in cases.items():
        answer = admin_client.post(page_of(keyword), fields_of(keyword, **labels(*rows)))
        assert sentence in answer.content.decode(), sentence
    assert keyword.labels.count() == 0


def test_candidates_are_accepted_and_deprecated_in_one_go(admin_client: Client) -> None:
    chosen = [a_keyword(name, status="candidate") for name in ("one", "two")]
    ids = [k.pk for k in chosen]
    for action, status in (("accept", "accepted"), ("deprecate", "deprecated"), ("accept", "accepted")):
        admin_client.post(LIST, {"action": action, "index": "0", "_selected_action": ids})
        assert set(Keyword.objects.values_list("status", flat=True)) == {status}


def test_merging_asks_first_and_then_merges(admin_client: Client) -> None:
    old, new = a_keyword("Traditional economic", status="candidate"), a_keyword("Traditional economy")
    asked = admin_client.post(LIST, {"action": "merge_into", "index": "0", "_selected_action": [old.pk]})
    html = asked.content.decode()
    assert "The keyword that you choose takes the place of these." in html
    assert "style=" not in html
    assert not Keyword.objects.exclude(replaced_by=None).exists()

    confirm = {"action": "merge_into", "_selected_action": [old.pk], "merge": "Merge"}
    assert "Choose the keyword that stays." in admin_client.post(LIST, confirm).content.decode()
    refused = admin_client.post(LIST, {**confirm, "into": old.pk}).content.decode()
    assert "cannot be merged into itself" in refused
    done = admin_client.post(LIST, {**confirm, "into": new.pk}, follow=True)
    assert "Merged into “Traditional economy”." in done.content.decode()
    old.refresh_from_db()
    assert old.replaced_by_id == new.pk
    history = admin_client.get(f"{page_of(old)[:-7]}history/").content.decode()
    assert "Merged into “Traditional economy”." in history


def test_merging_is_offered_on_the_page_of_a_keyword_too(admin_client: Client) -> None:
    old = a_keyword("Chinna")
    merge = f"{LIST}{old.pk}/merge/"
    assert f'href="{merge}"' in admin_client.get(page_of(old)).content.decode()
    assert "takes the place of these" in admin_client.get(merge).content.decode()


def test_a_merged_keyword_stays_deprecated(admin_client: Client) -> None:
    old = a_keyword("Chinna", status="deprecated", replaced_by=a_keyword("China"))
    answer = admin_client.post(page_of(old), fields_of(old, status="accepted"))
    assert "stays deprecated" in answer.content.decode()
    admin_client.post(LIST, {"action": "accept", "index": "0", "_selected_action": [old.pk]})
    old.refresh_from_db()
    assert old.status == "deprecated"


def test_who_may_only_look_may_not_merge(client: Client, django_user_model: Any) -> None:
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    old = a_keyword("Chinna")
    answer = client.post(LIST, {"action": "merge_into", "index": "0", "_selected_action": [old.pk]})
    assert answer.status_code == 403
