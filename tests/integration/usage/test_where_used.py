"""Where an object is used: on its form and on pages, as far as the person who looks may know."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.usage.panel import parts_of
from articles.writing.models import Article, Contribution
from taxonomy.models import Keyword
from tests.newsroom import (
    FEBRUARY,
    a_keyword,
    a_series,
    an_article,
    an_editor,
    an_image,
    figure,
    placed,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
Wants = Callable[[int], Any]


def in_role(role: str) -> User:
    person = User.objects.create_user(role.lower(), is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    return person


def counts(obj: Any, person: User) -> dict[str, int | None]:
    return {part.usage.name: part.count for part in parts_of(obj, person)}


def names(obj: Any, person: User, usage: str) -> list[str]:
    return [place.name for part in parts_of(obj, person) if part.usage.name == usage for place in part.places]


@pytest.fixture
def series() -> Any:
    series = a_series()
    stated(series, "2023", "9.4")
    article = an_article(f"<p>{figure('9.4 million vehicles', f'{series.code}:2023')}</p>")
    published(article)
    return series


def test_data_tells_what_quotes_it(series: Any) -> None:
    editor = an_editor()
    assert counts(series.source, editor) == {"releases": 1, "series": 1, "quotations": 1}
    assert counts(series, editor) == {"observations": 1, "quotations": 1, "articles": 1}
    assert counts(series.indicator, editor) == {"series": 1, "changes": 0, "quotations": 1, "articles": 1}
    assert counts(series.unit, editor) == {"indicators": 1, "series": 1}
    assert counts(series.area, editor) == {"series": 1, "quotations": 1}
    observation = series.observations.get()
    vintage = observation.vintages.get()
    assert counts(vintage.release, editor) == {"vintages": 1, "quotations": 1}
    assert counts(observation, editor) == {"quotations": 1}
    assert counts(vintage, editor) == {"quotations": 1}
    assert names(series, editor, "quotations") == ["9.4 million vehicles"]


def test_a_code_that_only_begins_alike_is_another_series(series: Any) -> None:
    other = a_series(f"{series.indicator.code}S")
    assert counts(other, an_editor())["articles"] == 0
    assert counts(other.indicator, User.objects.get(username="editor"))["articles"] == 0


def test_a_keyword_tells_its_articles_editions_and_children() -> None:
    trade = a_keyword("Trade")
    a_keyword("Trade fairs", parent=trade)
    published(an_article(keywords=("Trade",), title="Printed"))
    an_article(keywords=("Trade",), title="Draft")
    found = counts(trade, an_editor())
    assert found == {
        "narrower": 1, "related": 0, "merged": 0, "indicators": 0, "areas": 0, "articles": 2, "editions": 1,
    }  # fmt: skip


def test_publications_people_and_pictures() -> None:
    paper = Publication.objects.create(slug="paper", title="Paper")
    writer = Agent.objects.create(slug="writer", name="Writer")
    picture = an_image()
    article = an_article(placed(picture), publication=paper)
    Contribution.objects.create(article=article, agent=writer, role="author")
    Contribution.objects.create(article=article, agent=writer, role="translator", position=1)
    published(article)
    an_article(lead_image=picture)
    editor = an_editor()
    assert counts(paper, editor) == {"articles": 1, "editions": 1}
    assert counts(writer, editor) == {"articles": 1, "editions": 1}
    assert counts(picture, editor) == {"articles": 2, "editions": 1}


def test_drafts_of_others_the_trash_and_what_is_scheduled_are_not_told() -> None:
    trade, author = a_keyword("Trade"), in_role("Author")
    an_article(keywords=("Trade",), title="Of another")
    an_article(keywords=("Trade",), title="Own", created_by=author)
    an_article(keywords=("Trade",), title="Trashed", created_by=author, trashed_at=FEBRUARY)
    tomorrow = timezone.now() + timedelta(days=1)
    published(an_article(keywords=("Trade",), title="Coming"), published_at=tomorrow)
    published(an_article(keywords=("Trade",), title="Public"))
    assert names(trade, author, "articles") == ["Own"]
    assert names(trade, author, "editions") == ["Public"]
    assert counts(trade, author)["editions"] == 1
    editor = in_role("Editor")
    assert set(names(trade, editor, "articles")) == {"Of another", "Own", "Coming", "Public"}
    assert set(names(trade, editor, "editions")) == {"Coming", "Public"}


def test_who_may_see_no_articles_learns_nothing_of_them() -> None:
    trade, moderator = a_keyword("Trade"), in_role("Moderator")
    an_article(keywords=("Trade",))
    assert set(counts(trade, moderator)) == {"editions"}


@pytest.mark.parametrize(
    ("role", "status"), [("Author", 200), ("Editor", 200), ("Moderator", 403), ("Data editor", 200)]
)
def test_the_page_asks_who_may_see_the_object(client: Client, role: str, status: int) -> None:
    trade = a_keyword("Trade")
    published(an_article(keywords=("Trade",), title="Printed"))
    client.force_login(in_role(role))
    page = client.get(f"/admin/used/taxonomy/keyword/{trade.pk}/editions/")
    assert page.status_code == status
    assert ("Printed" in page.content.decode()) is (status == 200)


@pytest.mark.parametrize(
    "path",
    ["taxonomy/keyword/999999999/editions", "taxonomy/keyword/{pk}/nothing", "auth/session/1/x", "no/no/1/x"],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    client.force_login(an_editor())
    assert client.get(f"/admin/used/{path.format(pk=a_keyword().pk)}/").status_code == 404


def test_signed_out_people_are_sent_to_sign_in(client: Client) -> None:
    assert client.get(f"/admin/used/taxonomy/keyword/{a_keyword().pk}/editions/").status_code == 302


def test_the_page_goes_on(client: Client) -> None:
    client.force_login(an_editor())
    top = a_keyword("Top")
    Keyword.objects.bulk_create(
        [
            Keyword(name=f"Below {n:03}", slug=f"below-{n}", folded=f"below {n:03}", parent=top)
            for n in range(120)
        ]
    )
    second = client.get(f"/admin/used/taxonomy/keyword/{top.pk}/narrower/?p=3").content.decode()
    assert "Below 119" in second
    assert "Below 001" not in second
    form = client.get(f"/admin/taxonomy/keyword/{top.pk}/change/").content.decode()
    assert f"/admin/used/taxonomy/keyword/{top.pk}/narrower/" in form
    assert "120" in form


def test_names_are_escaped(client: Client) -> None:
    client.force_login(an_editor())
    trade = a_keyword("Trade")
    an_article(keywords=("Trade",), title="<script>alert(1)</script>")
    for address in (f"taxonomy/keyword/{trade.pk}/change/", f"used/taxonomy/keyword/{trade.pk}/articles/"):
        html = client.get(f"/admin/{address}").content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


def test_rows_cost_no_further_queries(django_assert_max_num_queries: Wants) -> None:
    trade, editor = a_keyword("Trade"), an_editor()
    for _n in range(8):
        published(an_article(keywords=("Trade",)))
    with django_assert_max_num_queries(10):
        parts_of(trade, editor)


def test_texts_are_not_searched_for_a_form_where_there_are_many(
    series: Any, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    an_article()
    monkeypatch.setattr("articles.usage.panel.FEW_TEXTS", 1)
    assert counts(series, an_editor())["articles"] is None
    client.force_login(User.objects.get(username="editor"))
    title = Article.objects.get(body__contains=series.code).title
    assert title in client.get(f"/admin/used/indicators/series/{series.pk}/articles/").content.decode()
    assert (
        "Look through all texts"
        in client.get(f"/admin/indicators/series/{series.pk}/change/").content.decode()
    )
