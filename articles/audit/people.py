"""Whom the log names: such a person is not deleted, so that it stays readable who did what."""

from django.contrib.auth.models import User

from articles.audit.models import SignIn
from articles.workflow.models import Transition
from indicators.upstream_errors.models import UpstreamErrorEvent
from taxonomy.change_log import KeywordChange


def is_in_log(person: User) -> bool:
    """Whether this person signed in once, or did something that is logged."""
    return any(
        log.objects.filter(by=person).exists()
        for log in (SignIn, Transition, KeywordChange, UpstreamErrorEvent)
    )
