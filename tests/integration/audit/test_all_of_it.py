"""Nothing that people do is missing from the log."""

from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client

from articles.audit.sources import tables
from articles.enquiries.models import Enquiry, EnquiryEvent
from articles.releases.models import JointRelease, ReleaseEvent
from articles.replies.models import HoldWord, Reply, ReplyEvent
from tests.newsroom import JANUARY, an_article, an_editor

pytestmark = pytest.mark.django_db
LOG = "/admin/articles/signin/"


def test_every_history_and_every_log_of_verbs_is_united() -> None:
    united = {table.rows().model for table in tables()}
    ours = [
        model
        for app in ("taxonomy", "indicators", "articles")
        for model in apps.get_app_config(app).get_models()
    ]
    logs = [model for model in ours if hasattr(model, "history_object") or _tells_who(model)]
    assert len(logs) > 20
    assert [model.__name__ for model in logs if model not in united and "_" not in model.__name__] == []


def _tells_who(model: Any) -> bool:
    """A log of verbs: what was done, when, by whom."""
    return {"verb", "at", "by"} <= {field.name for field in model._meta.fields}


def test_what_moderators_and_editors_decide_is_told_with_the_address_and_without_any_letter(
    client: Client,
) -> None:
    editor = an_editor()
    article = an_article(title="Steel")
    reply = Reply.objects.create(
        article=article,
        name="Visitor",
        email="visitor@example.org",
        text="Words of a visitor",
        created_at=JANUARY,
        language="en",
    )
    enquiry = Enquiry.objects.create(
        name="Visitor", email="visitor@example.org", text="A letter", created_at=JANUARY, language="en"
    )
    release = JointRelease.objects.create(title="Budget day", created_at=JANUARY)
    given: dict[str, Any] = {"at": JANUARY, "by": editor, "address": "203.0.113.9"}
    for verb in ("submit", "approve", "ponder"):
        ReplyEvent.objects.create(reply=reply, verb=verb, **given)
    EnquiryEvent.objects.create(enquiry=enquiry, verb="answer", **given)
    ReleaseEvent.objects.create(release=release, verb="publish", **given)
    HoldWord.objects.create(word="casino")
    told = {table.name: [table.entry(row) for row in table.matching({})] for table in tables()}
    assert [(each.verb, each.name, each.address) for each in told["reply"]] == [
        ("ponder", "Steel", "203.0.113.9"), ("approved", "Steel", "203.0.113.9"),
    ]  # fmt: skip
    assert [each.verb for each in told["enquiry"]] == ["answered"]
    assert [(each.verb, each.name) for each in told["release-verb"]] == [("published", "Budget day")]
    assert [each.name for each in told["holdword"]] == ["casino"]
    client.force_login(editor)
    answer: Any = client.get(f"{LOG}export.csv")
    text = b"".join(answer.streaming_content).decode()
    assert "visitor" not in text.casefold()
    assert "letter" not in text
    for kind in ("reply", "enquiry", "release-verb"):
        assert client.get(LOG, {"kind": kind, "words": "e"}).status_code == 200
    call_command("forget_addresses", days=0, verbosity=0)
    assert not ReplyEvent.objects.exclude(address=None).exists()
