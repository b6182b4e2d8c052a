"""The contact form: what is written is kept and mailed, and harms nobody."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from articles.contact.models import Contact
from articles.enquiries.models import Enquiry, EnquiryEvent
from articles.replies.forgetting import forget, told_of
from articles.replies.tokens import form_token
from tests.newsroom import somebody

pytestmark = pytest.mark.django_db
PAGE, QUEUE = "/contact/write/", "/admin/articles/enquiry/"


def written(client: Client, *, seconds: float = 60, page: str = PAGE, **given: Any) -> HttpResponse:
    """The form, opened some seconds ago."""
    token = form_token("contact", timezone.now() - timedelta(seconds=seconds))
    filled = {"name": "A reader", "email": "reader@example.org", "text": "A question.", "token": token}
    headers = given.pop("headers", None)
    answer: Any = client.post(page, filled | given, headers=headers, REMOTE_ADDR="198.51.100.7")
    return answer


def test_a_message_is_kept_and_mailed(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    Contact.objects.create(email="library@example.org")
    assert PAGE in client.get("/contact/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = written(client, name="A reader\r\nBcc: x@example.org")
    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}?sent")
    assert not client.cookies
    assert "We answer by e-mail" in client.get(answer["Location"]).content.decode()
    [message] = mail.outbox
    assert (message.to, message.reply_to) == (["library@example.org"], ["reader@example.org"])
    assert "\n" not in message.subject
    assert "Bcc" not in message.message()
    kept = Enquiry.objects.get()
    assert (kept.text, kept.address, kept.language) == ("A question.", "198.51.100.7", "en")
    assert EnquiryEvent.objects.get(enquiry=kept).verb == "receive"


def test_without_an_address_of_the_library_it_is_kept_all_the_same(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert written(client, page="/ur/contact/write/").status_code == 303
    assert mail.outbox == []
    assert Enquiry.objects.get().language == "ur"


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"name": " "}, 422, "Enter your name."),
        ({"email": "x"}, 422, "Enter an e-mail address such as"),
        ({"text": "\x00\u202e"}, 422, "Write something."),
        ({"name": "\u200b"}, 422, "Enter your name."),
        ({"name": "x" * 81}, 422, "Shorten your name"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, 422, "Enter an e-mail address such as"),
        ({"text": "x" * 1_000_000}, 422, "at most 5000 letters, now 1000000"),
        ({"website": "https://x.example"}, 422, "It is empty again"),
        ({"token": "forged:1:x"}, 422, "open for too long"),
        ({"seconds": 7 * 60 * 60}, 422, "open for too long"),
        ({"seconds": 1}, 422, "very quick"),
        ({"headers": {"sec-fetch-site": "cross-site"}}, 403, "another site"),
    ],
)
def test_bad_input_is_told(client: Client, given: dict[str, Any], status: int, told: str) -> None:
    answer = written(client, **given)
    assert answer.status_code == status
    assert told in answer.content.decode()
    assert not Enquiry.objects.exists()


def test_many_posts_leave_few_rows_and_the_same_twice_one(client: Client) -> None:
    assert written(client).status_code == 303
    assert written(client).status_code == 409
    statuses = [written(client, text=f"Question {n}").status_code for n in range(20)]
    assert statuses.count(303) == 4
    assert statuses[-1] == 429
    assert Enquiry.objects.count() == 5


def test_a_moderator_marks_it_as_answered(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    written(client, text="<b>Zyxophone</b>")
    enquiry = Enquiry.objects.get()
    client.force_login(somebody("Moderator"))
    with django_assert_max_num_queries(12):
        assert "&lt;b&gt;Zyxophone" in client.get(QUEUE).content.decode()
    chosen: dict[str, Any] = {"action": "answered", "_selected_action": [enquiry.pk]}
    assert client.post(QUEUE, chosen).status_code == 302
    assert Enquiry.objects.get().answered_at is not None
    assert list(EnquiryEvent.objects.values_list("verb", flat=True)) == ["receive", "answer"]
    assert "Zyxophone" not in client.get(f"{QUEUE}?answered_at__isempty=1").content.decode()


def test_an_author_reads_none(client: Client) -> None:
    written(client)
    client.force_login(somebody("Author"))
    assert client.get(QUEUE).status_code == 403


def test_it_is_told_forgotten_and_erased_by_address(client: Client) -> None:
    written(client)
    assert [each["text"] for each in told_of("READER@example.org")] == ["A question."]
    Enquiry.objects.update(created_at=timezone.now() - timedelta(days=31))
    EnquiryEvent.objects.update(at=timezone.now() - timedelta(days=31))
    forget(timezone.now(), timedelta(days=30))
    assert Enquiry.objects.get().address is None
    assert EnquiryEvent.objects.get().address is None
    call_command("visitor_data", "reader@example.org", "--erase", verbosity=0)
    assert not Enquiry.objects.exists()
    assert list(EnquiryEvent.objects.values_list("verb", flat=True)) == ["receive", "erase"]
