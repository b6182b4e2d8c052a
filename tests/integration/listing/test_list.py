"""The list of articles: filters that combine, columns, kept views, files."""

import csv
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Publication
from articles.listing.keeping import MOST, keep
from articles.listing.models import SavedView
from articles.presence.models import Presence
from articles.presence.verbs import come
from articles.writing.models import Article
from tests.newsroom import a_reader_with_an_account, an_article, an_editor, published

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def editor() -> User:
    return an_editor()


@pytest.fixture
def at_list(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def _titles(client: Client, query: str) -> set[str]:
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 200, answer
    return {article.title for article in answer.context["cl"].result_list}


@pytest.fixture
def three(editor: User) -> None:
    today = timezone.localdate()
    Article.objects.create(slug="mine", title="Mine", created_by=editor, due_on=today - timedelta(days=1))
    Article.objects.create(slug="urdu", title="Urdu", language="ur", assigned_to=editor, stage="in_review",
                           planned_for=today + timedelta(days=3))  # fmt: skip
    Article.objects.create(slug="zh", title="Chinese", language="zh-hans", due_on=today)
    Article.objects.filter(slug="zh").update(updated_at=timezone.now() - timedelta(days=40))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("language=ur,zh-hans", {"Urdu", "Chinese"}),
        ("language=ur&whose=begun", set()),
        ("language=ur&whose=begun&match=any", {"Urdu", "Mine"}),
        ("whose=begun,assigned", {"Urdu", "Mine"}),
        ("changed=older-30", {"Chinese"}),
        ("changed=last-30", {"Urdu", "Mine"}),
        ("due=overdue", {"Mine"}),
        ("due=next-7", {"Chinese"}),
        ("match=any", {"Mine", "Urdu", "Chinese"}),
        ("match=any&changed=older-30&due=overdue", {"Mine", "Chinese"}),
        ("state=draft,in_review", {"Mine", "Urdu", "Chinese"}),
        ("state=in_review,approved", {"Urdu"}),
        ("state=in_review,withdrawn", {"Urdu"}),
        ("state=approved&due=overdue&match=any", {"Mine"}),
        ("planned=next-7", {"Urdu"}),
        ("published=last-7", set()),
        ("language=tlh", {"Mine", "Urdu", "Chinese"}),
    ],
)
def test_filters_combine(at_list: Client, three: None, query: str, found: set[str]) -> None:
    assert _titles(at_list, query) == found


def test_the_list_finds_what_came_out_lately(at_list: Client, three: None) -> None:
    now, article = timezone.now(), an_article()
    published(article, at=now - timedelta(days=10))
    published(article, at=now - timedelta(days=2), kind="update", note="News.")
    scheduled = an_article()
    published(scheduled, at=now + timedelta(hours=1))
    published(an_article(), at=now - timedelta(days=9))
    assert _titles(at_list, "published=last-7") == {article.title}
    assert len(at_list.get(f"{LIST}?published=last-30").context["cl"].result_list) == 2


def test_any_filter_opens_no_article_that_the_person_may_not_see(client: Client, three: None) -> None:
    author = User.objects.create_user("author", is_staff=True)
    author.groups.add(Group.objects.get(name="Author"))
    client.force_login(author)
    assert _titles(client, "match=any&language=ur&due=overdue") == set()


def test_columns_are_chosen_and_links_keep_them(
    at_list: Client, three: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        page = at_list.get(f"{LIST}?columns=assigned_to&columns=due_on&columns=nonsense").content.decode()
    assert "column-assigned_to" in page
    assert "column-figures" not in page
    assert "columns=assigned_to%2Cdue_on" in page


def test_the_list_says_who_else_is_at_an_article(
    at_list: Client, editor: User, three: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    mine, urdu = Article.objects.get(slug="mine"), Article.objects.get(slug="urdu")
    now = timezone.now()
    come(mine.pk, person=editor, at=now)
    come(urdu.pk, person=an_editor("colleague"), at=now)
    with django_assert_max_num_queries(10):
        page = at_list.get(LIST).content.decode()
    assert f"colleague is editing since {timezone.localtime(now):%H:%M}" in page
    assert "editor is editing" not in page
    Presence.objects.update(seen_at=now - timedelta(minutes=5))
    assert "is editing since" not in at_list.get(LIST).content.decode()


def test_days_are_written_as_the_language_of_the_desk_writes_them(at_list: Client, three: None) -> None:
    Article.objects.update(updated_at=datetime(2026, 11, 24, 15, 5, tzinfo=timezone.get_current_timezone()))
    pages = {}
    for language in ("en", "ur", "zh-hans"):
        at_list.post("/admin/language/", {"language": language})
        pages[language] = at_list.get(LIST).content.decode()
    assert "24 Nov 2026, 15:05" in pages["en"]
    assert "24 نومبر 2026، 15:05" in pages["ur"]
    assert "2026年11月24日 15:05" in pages["zh-hans"]


def test_a_view_is_kept_shared_and_dropped(at_list: Client, client: Client, three: None) -> None:
    at_list.post(f"{LIST}views/keep/", {"name": "To do", "query": "whose=begun&p=3", "shared": "on"})
    view = SavedView.objects.get()
    assert (view.name, view.query, view.shared) == ("To do", "whose=begun", True)
    assert (
        '<a href="?whose=begun" aria-current="page">To do</a>'
        in at_list.get(f"{LIST}?whose=begun").content.decode()
    )
    colleague = an_editor("colleague")
    client.force_login(colleague)
    assert "shared by editor" in client.get(LIST).content.decode()
    client.post(f"{LIST}views/{view.pk}/drop/")
    assert SavedView.objects.exists(), "only who keeps a view may drop it"


def test_a_private_view_is_shown_to_nobody_else(client: Client, editor: User) -> None:
    keep(editor, name="Private view", query="whose=begun", shared=False)
    client.force_login(an_editor("colleague"))
    assert "Private view" not in client.get(LIST).content.decode()


@pytest.mark.parametrize(("name", "query"), [("", "a=1"), ("n" * 61, "a=1"), ("Long", "q=" + "x" * 1500)])
def test_a_view_that_cannot_be_kept_is_told_why(at_list: Client, name: str, query: str) -> None:
    at_list.post(f"{LIST}views/keep/", {"name": name, "query": query})
    assert not SavedView.objects.exists()


def test_a_person_keeps_a_bounded_number_of_views(at_list: Client, editor: User) -> None:
    for n in range(MOST):
        keep(editor, name=f"View {n}", query="", shared=False)
    at_list.post(f"{LIST}views/keep/", {"name": "One more", "query": "a=1"})
    assert SavedView.objects.count() == MOST


def test_what_is_filtered_is_taken_away_as_csv(at_list: Client, three: None) -> None:
    Article.objects.filter(slug="mine").update(title="=cmd|' /C calc'!A0", issued="2024-03-31")
    answer = at_list.get(f"{LIST}export/?whose=begun&file=csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    assert [row["address"] for row in rows] == ["mine"]
    assert rows[0]["title"] == "'=cmd|' /C calc'!A0"
    assert rows[0]["due_on"] == (timezone.localdate() - timedelta(days=1)).isoformat()


def test_the_file_has_the_columns_that_are_chosen_and_none_is_empty(at_list: Client, editor: User) -> None:
    paper = Publication.objects.create(title="Business Recorder", slug="br")
    Article.objects.create(
        slug="full", title="Full", publication=paper, issued="2024-03-31", assigned_to=editor, created_by=editor,
        due_on=timezone.localdate(), planned_for=timezone.localdate(),
        body='<p><data data-observation="A.B.C.D:2023">1</data></p>',
    )  # fmt: skip
    text = at_list.get(f"{LIST}export/?file=csv").content.decode()
    [row] = csv.DictReader(StringIO(text))
    assert all(row.values()), row
    assert (row["publication"], row["figures"], row["begun_by"]) == ("Business Recorder", "1", "editor")
    text = at_list.get(f"{LIST}export/?file=csv&columns=due_on&columns=standing").content.decode()
    assert text.splitlines()[0] == "title,address,state,due_on"


def test_a_filter_that_cannot_be_read_leads_back_with_a_sentence(at_list: Client) -> None:
    for slug in ("one", "two"):
        Article.objects.create(slug=slug, publication=Publication.objects.create(title=slug, slug=slug))
    answer = at_list.get(f"{LIST}export/?file=csv&publication__id__exact=abc", follow=True)
    assert answer.redirect_chain[0][0] == LIST
    assert "A filter cannot be read." in answer.content.decode()
    assert at_list.get(f"{LIST}export/?file=csv&created_by__password__startswith=p").status_code == 400


def test_what_is_filtered_is_taken_away_as_a_workbook(at_list: Client, three: None) -> None:
    answer = at_list.get(f"{LIST}export/?language=ur&file=xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == ["title", "Urdu"]


def test_a_form_of_file_that_is_not_offered_is_refused(at_list: Client) -> None:
    assert at_list.get(f"{LIST}export/?file=pickle").status_code == 302


def test_somebody_without_a_role_takes_nothing_away(client: Client) -> None:
    person = a_reader_with_an_account()
    User.objects.filter(pk=person.pk).update(is_staff=True)
    client.force_login(User.objects.get(pk=person.pk))
    for answer in (
        client.get(f"{LIST}export/"),
        client.post(f"{LIST}views/keep/", {"name": "View", "query": ""}),
        client.post(f"{LIST}views/1/drop/"),
    ):
        assert answer.status_code == 403


def test_the_day_of_an_article_is_written_in_iso(at_list: Client, editor: User) -> None:
    Article.objects.create(slug="x", title="X", planned_for=date(2027, 2, 3))
    answer = at_list.get(f"{LIST}export/?file=csv")
    assert "2027-02-03" in answer.content.decode()


def test_a_row_can_be_ticked_and_the_tick_says_which_row(at_list: Client) -> None:
    article = Article.objects.create(slug="a", title='Steel & "rails" <b>')
    page = at_list.get(LIST).content.decode()
    tick = f'<input type="checkbox" name="_selected_action" value="{article.pk}" class="action-select"'
    assert (
        f'{tick} aria-label="Select this object for an action - Steel &amp; &quot;rails&quot; &lt;b&gt;">'
        in page
    )


def test_the_filter_offers_only_publications_of_articles_that_are_there(at_list: Client) -> None:
    used, other, trashed, _unused = (Publication.objects.create(title=each, slug=each) for each in "uvwx")
    Article.objects.create(slug="a", title="A", publication=used)
    Article.objects.create(slug="b", title="B", publication=trashed, trashed_at=timezone.now())
    Article.objects.create(slug="c", title="C", publication=used)
    Article.objects.create(slug="d", title="D", publication=other)
    specs = at_list.get(LIST).context["cl"].filter_specs
    offered = [
        spec.lookup_choices
        for spec in specs
        if hasattr(spec, "lookup_choices") and spec.title == "publication"
    ]
    assert offered == [[(used.pk, "u"), (other.pk, "v")]]
    assert _titles(at_list, f"publication__id__exact={used.pk}") == {"A", "C"}
