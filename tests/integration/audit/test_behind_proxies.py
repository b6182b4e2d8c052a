"""One setting says whose word about an address is taken, wherever an address is written down."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.audit.models import SignIn
from articles.enquiries.models import Enquiry
from articles.previews.links import make_link, token_of
from articles.previews.models import OutsideComment, PreviewOpening
from articles.replies.models import Reply
from articles.workflow.models import Transition
from nqpf.client_address import networks
from tests.integration.enquiries.test_contact_form import written
from tests.integration.replies.visiting import sent
from tests.newsroom import an_article, an_editor, published

pytestmark = pytest.mark.django_db
PROXY, THROUGH = "10.0.0.7", "6.6.6.6, 198.51.100.77"


class Visitor(Client):
    """Somebody whose requests arrive through our proxy, and who lies about where they come from."""

    def request(self, **asked: Any) -> Any:
        return super().request(**{**asked, "REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": THROUGH})


def signs_in(visitor: Visitor) -> Iterator[Any]:
    an_editor()
    for password in ("wrong", "a long password"):
        visitor.post("/admin/login/", {"username": "editor", "password": password, "next": "/admin/"})
    yield from SignIn.objects.values_list("address", flat=True)


def submits(visitor: Visitor) -> Iterator[Any]:
    article = an_article()
    visitor.force_login(an_editor())
    visitor.post(f"/admin/articles/article/{article.pk}/do/submit/", {"_do": "1"})
    yield Transition.objects.get(article=article).address


def opens_a_preview(visitor: Visitor) -> Iterator[Any]:
    page = f"/preview/{token_of(make_link(an_article().pk, by=None, at=timezone.now()))}/"
    visitor.get(page)
    visitor.post(page, {"name": "Reader", "text": "Look at the second table."})
    yield PreviewOpening.objects.get().network
    yield OutsideComment.objects.get().network


def writes_to_us(visitor: Visitor) -> Iterator[Any]:
    sent(visitor, published(an_article(slug="steel"), at=timezone.now()))
    written(visitor)
    yield Reply.objects.get().address
    yield Enquiry.objects.get().address


@pytest.mark.parametrize("trusted", [["10.0.0.0/8"], []], ids=["trusted", "not trusted"])
@pytest.mark.parametrize(
    ("does", "times"), [(signs_in, 2), (submits, 1), (opens_a_preview, 2), (writes_to_us, 2)]
)
def test_the_address_that_our_proxy_saw_is_written_down(
    settings: Any, does: Callable[[Visitor], Iterator[Any]], times: int, trusted: list[str]
) -> None:
    settings.TRUSTED_PROXIES = networks(trusted)
    where = "198.51.100.77" if trusted else PROXY
    network = where.rpartition(".")[0] + ".0/24"
    kept = list(does(Visitor()))
    assert len(kept) == times
    assert set(kept) <= {where, network}
