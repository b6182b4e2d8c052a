"""The article of the seed ends with “Leave a reply”, though it is older than the days for which replies are taken."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.replies.models import Thread
from articles.replies.rules import set_rule
from tests.integration.replies.visiting import a_reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_seed")]
PAGES = (
    "/articles/new-quality-productive-forces/",
    "/ur/articles/nai-mayari-pedawari-quwwaten/",
    "/zh-hans/articles/xin-zhi-sheng-chan-li/",
)


@pytest.fixture
def _seed() -> None:
    call_command("loaddata", "seed", verbosity=0)


@pytest.mark.parametrize("page", PAGES)
def test_it_takes_replies_in_every_language(client: Client, page: str) -> None:
    assert 'href="reply/"' in client.get(page).content.decode()
    assert client.get(f"{page}reply/").status_code == 200


def test_the_log_says_that_it_was_opened() -> None:
    edition = Edition.objects.get(language="en")
    assert edition.article.transitions.filter(verb="replies", detail__rule="open").count() == 1


def test_loading_it_again_keeps_the_approved_replies(client: Client) -> None:
    a_reply(Edition.objects.get(language="en"), public=True)
    before = client.get(PAGES[0])
    call_command("loaddata", "seed", verbosity=0)
    assert "Zyxophone" in before.content.decode()
    assert client.get(PAGES[0]).content == before.content


def test_what_an_editor_closed_stays_closed(capsys: pytest.CaptureFixture[str], client: Client) -> None:
    edition = Edition.objects.get(language="en")
    set_rule(edition.article, by=None, at=timezone.now(), rule="closed")
    call_command("loaddata", "seed")
    assert "its replies were opened or closed since" in capsys.readouterr().out
    assert Thread.objects.get(article=edition.article_id).rule == "closed"
    assert 'href="reply/"' not in client.get(PAGES[0]).content.decode()


def test_another_word_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "thread.yaml"
    file.write_text(
        "- model: articles.thread\n  fields: {article: [new-quality-productive-forces], rule: ajar}\n"
    )
    with pytest.raises(CommandError, match="ajar"):
        call_command("loaddata", str(file), verbosity=0)
