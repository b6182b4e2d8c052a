"""The report on keywords: what is unused, looks alike or waits, and what can be done there."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from taxonomy import hygiene
from taxonomy.models import Keyword
from tests.integration.taxonomy.builders import a_keyword, a_label
from tests.newsroom import an_article, an_editor, published, somebody

pytestmark = pytest.mark.django_db
REPORT = "/admin/taxonomy/keyword/report/"


@pytest.fixture
def editor(client: Client) -> User:
    person = an_editor()
    client.force_login(person)
    return person


def names(keywords: object) -> list[str]:
    return [each.name for each in keywords]  # type: ignore[attr-defined]


def test_unused_is_what_nothing_carries_and_nothing_stands_below() -> None:
    above, kept, free = a_keyword("Trade"), a_keyword("Exports"), a_keyword("Nothing")
    a_keyword("Imports", parent=above)
    a_keyword("Gone", status="deprecated")
    article = an_article()
    article.keywords.add(kept)
    assert names(hygiene.unused()) == ["Imports", "Nothing"]
    assert free in hygiene.unused()


def test_what_only_an_earlier_edition_carries_is_used() -> None:
    keyword = a_keyword("Exports")
    article = an_article()
    article.keywords.add(keyword)
    published(article)
    article.keywords.clear()
    assert keyword not in hygiene.unused()


def test_candidates_come_with_their_uses_the_latest_first() -> None:
    first, _second = (a_keyword(name, status="candidate") for name in ("Solar cells", "Robots"))
    a_keyword("Accepted")
    article = an_article()
    article.keywords.add(first)
    published(article)
    found = list(hygiene.candidates(timezone.now()))
    assert names(found) == ["Robots", "Solar cells"]
    assert [hygiene.used_by(each) for each in found] == [0, 1]


def test_of_a_pair_the_one_in_use_is_kept_whatever_its_label() -> None:
    old, used = a_keyword("Economical growth"), a_keyword("Growth of the economy")
    a_label(used, "Growth economical", role="hidden")
    article = an_article()
    article.keywords.add(used)
    published(article)
    (pair,) = hygiene.alike(timezone.now())
    assert (pair.keep, pair.drop, pair.how) == (used, old, "order")
    assert pair.labels == ("growth economical", "economical growth")


def test_what_is_related_narrower_or_deprecated_is_no_pair() -> None:
    one, other = a_keyword("Digital economy"), a_keyword("Digital economic")
    a_keyword("Digital economys", status="deprecated")
    assert len(hygiene.alike(timezone.now())) == 1
    one.related.add(other)
    assert hygiene.alike(timezone.now()) == []
    one.related.clear()
    Keyword.objects.filter(pk=other.pk).update(parent=one)
    assert hygiene.alike(timezone.now()) == []


def test_at_most_so_many_pairs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hygiene, "MOST_PAIRS", 3)
    for word in ("export", "import", "railway", "highway", "harbour"):
        a_keyword(f"{word} policy")
        a_keyword(f"{word} polici")
    assert len(hygiene.alike(timezone.now())) == 3


@pytest.mark.parametrize("show", ["candidates", "alike", "unused"])
def test_the_report_asks_as_many_questions_for_many_as_for_few(
    client: Client, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries, show: str
) -> None:
    for n in range(150):
        word = f"{chr(97 + n % 26)}{chr(97 + n // 26)}"
        a_keyword(f"{word} economy {word}", status="candidate")
        a_keyword(f"economy {word} {word}", status="candidate")
    with django_assert_max_num_queries(12):
        page = client.get(REPORT, {"show": show}).content.decode()
    assert "aa economy aa" in page or show == "candidates"


def test_the_chosen_are_accepted_and_the_others_left(client: Client, editor: User) -> None:
    yes, no = a_keyword("Yes", status="candidate"), a_keyword("No", status="candidate")
    given = {"keyword": [str(yes.pk), "x", "9" * 30], "verb": "accept"}
    answer = client.post(f"{REPORT}?show=candidates", given, follow=True)
    assert "Accepted: Yes." in answer.content.decode()
    assert dict(Keyword.objects.values_list("name", "status")) == {"Yes": "accepted", "No": "candidate"}
    assert client.post(f"{REPORT}?show=candidates", {"keyword": no.pk, "verb": "delete"}).status_code == 404


def test_a_pair_leads_to_its_merge_which_is_a_question_until_it_is_posted(
    client: Client, editor: User
) -> None:
    keep, drop = a_keyword("Traditional economy"), a_keyword("Traditional economi")
    page = client.get(REPORT, {"show": "alike"}).content.decode()
    address = f"/admin/taxonomy/keyword/{drop.pk}/merge/?into={keep.pk}"
    assert address in page
    assert "Traditional economi</a> → Traditional economy" in client.get(address).content.decode()
    assert client.post(address, {"merge": "1", "into": keep.pk}).status_code == 405
    drop.refresh_from_db()
    assert drop.replaced_by is None


def test_the_report_of_those_who_may_only_look_has_no_verbs(client: Client) -> None:
    client.force_login(somebody("Data editor"))
    one, other = a_keyword("Traditional economy"), a_keyword("Traditional economi")
    page = client.get(REPORT, {"show": "alike"}).content.decode()
    assert one.name in page
    assert "/merge/" not in page
    assert client.get(f"/admin/taxonomy/keyword/{other.pk}/merge/").status_code == 403
    assert client.post(f"{REPORT}?show=unused", {"keyword": one.pk, "verb": "deprecate"}).status_code == 403


def test_an_unknown_report_and_a_merged_keyword_are_not_there(client: Client, editor: User) -> None:
    keep = a_keyword("Kept")
    gone = a_keyword("Gone", status="deprecated", replaced_by=keep)
    assert client.get(REPORT, {"show": "x"}).status_code == 404
    assert client.get(f"/admin/taxonomy/keyword/{gone.pk}/merge/").status_code == 404


def test_an_empty_report_says_so(client: Client, editor: User) -> None:
    for show, words in {
        "candidates": "No keyword waits to be accepted.",
        "alike": "No two keywords look alike.",
        "unused": "Every keyword is used.",
    }.items():
        assert words in client.get(REPORT, {"show": show}).content.decode()
