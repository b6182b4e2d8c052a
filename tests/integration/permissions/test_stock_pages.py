"""The stock pages of every model (its page, its history, deleting) by role, each tried with an object that exists."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.contact.models import Contact
from articles.enquiries.models import Enquiry
from articles.front_page.verbs import Chosen, compose
from articles.house.models import HouseRule
from articles.intake.formats import read_words
from articles.intake.receiving import receive_clipping
from articles.links.models import OutgoingLink
from articles.releases.actions import make_release
from articles.replies.models import HoldWord, Reply
from articles.workflow.models import Transition
from indicators.catalogue.models import Area, Indicator, Unit
from indicators.observations.models import Observation, Vintage
from tests.integration.permissions.table import MODELS, ROLES
from tests.integration.permissions.test_matrix import SECRET, signed_in
from tests.integration.upstream_errors.builders import declared, the_statement
from tests.newsroom import (
    JANUARY,
    a_keyword,
    a_release,
    a_series,
    a_source,
    an_article,
    an_image,
    an_import,
    published,
    stated,
)

pytestmark = pytest.mark.django_db


def objects() -> dict[str, Model]:
    """One object of each model, by the model's name in the table. The article is in `test_matrix`."""
    edition = published(an_article(title=SECRET))
    stated(a_series(), "2024", "9.443")
    words = {"name": "Reader", "email": "reader@example.org", "text": "Words.", "created_at": JANUARY}
    return {
        "articles_publication": Publication.objects.create(slug="daily", title="Daily"),
        "articles_agent": Agent.objects.create(slug="agency", name="Agency"),
        "articles_contact": Contact.objects.get_or_create()[0],
        "articles_edition": edition,
        "articles_transition": Transition.objects.latest("pk"),
        "articles_image": an_image(),
        "articles_houserule": HouseRule.objects.create(avoid="utilise", use="use"),
        "articles_clipping": receive_clipping(read_words("Title\n\nText."), name="", by=None, at=JANUARY),
        "articles_reply": Reply.objects.create(article=edition.article, **words),
        "articles_holdword": HoldWord.objects.create(word="casino"),
        "articles_enquiry": Enquiry.objects.create(**words),
        "articles_outgoinglink": OutgoingLink.objects.create(url="https://example.org/"),
        "articles_jointrelease": make_release("Together", [], by=None, at=timezone.now()),
        "articles_frontpage": compose("ur", Chosen(), by=None, at=timezone.now()),
        "indicators_source": a_source(),
        "indicators_release": a_release(),
        "indicators_unit": Unit.objects.all()[0],
        "indicators_area": Area.objects.all()[0],
        "indicators_indicator": Indicator.objects.all()[0],
        "indicators_dataimport": an_import("series,period,value\n"),
        "indicators_observation": Observation.objects.all()[0],
        "indicators_vintage": Vintage.objects.all()[0],
        "indicators_upstreamerror": declared(the_statement()),
        "indicators_series": a_series(),
        "taxonomy_keyword": a_keyword(),
        "auth_group": Group.objects.all()[0],
        "auth_user": User.objects.create_user("clerk"),
    }


def answers(client: Client, model: str, of: Model) -> dict[str, bool]:
    """Which of the stock pages of an object answer: its page, its history, saving, deleting."""

    def gets(what: str, method: str = "get") -> bool:
        answer = getattr(client, method)(reverse(f"admin:{model}_{what}", args=[of.pk]))
        return answer.status_code in {200, 302} and answer.get("Location") != "/admin/"

    tried = {"opens": ("change",), "history": ("history",), "changes": ("change", "post")}
    return {what: gets(*how) for what, how in {**tried, "deletes": ("delete",)}.items()}


@pytest.mark.parametrize("role", ROLES)
def test_an_object_of_every_model_at_every_stock_address(client: Client, role: str) -> None:
    made = objects()
    assert set(made) == set(MODELS) - {"articles_article"}
    signed_in(client, role)
    for model, (opens, _adds, changes, deletes) in MODELS.items():
        if model == "articles_article":
            continue
        # An author opens the clippings that they brought in, and no others.
        sees = role in opens and (model, role) != ("articles_clipping", "A")
        expected = {"opens": sees, "history": sees, "changes": role in changes, "deletes": role in deletes}
        assert answers(client, model, made[model]) == expected, model


def test_nobody_gets_to_an_object_unsigned(client: Client) -> None:
    for model, of in objects().items():
        for what in ("change", "history", "delete"):
            answer: Any = client.post(reverse(f"admin:{model}_{what}", args=[of.pk]))
            assert answer.headers["Location"].startswith("/admin/login/"), model
