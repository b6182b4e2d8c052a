"""The lead picture is a part of an article as much as its title: a comparison names it."""

import pytest
from django.test import Client

from articles.revisions.comparing import comparison, side
from tests.newsroom import an_article, an_image, published

pytestmark = pytest.mark.django_db


def test_another_lead_picture_is_told_against_an_edition_and_the_same_one_is_not(client: Client) -> None:
    port = an_image("Port")
    article = an_article(lead_image=port, lead_alternative="Cranes at dawn")
    published(article)
    edition, now = side(article, "e1"), side(article, "now")
    assert edition is not None
    assert now is not None
    assert comparison(edition, now).nothing
    bridge = an_image("Bridge", size=(641, 400))
    article.lead_image = bridge
    article.save()
    changed = side(article, "now")
    assert changed is not None
    told = comparison(edition, changed).citation
    assert [(each.before, each.after) for each in told] == [(port.slug, bridge.slug)]
