"""The key with which a program acts as a person. It is signed, not stored: a new password makes it worthless."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core import signing
from django.utils.crypto import constant_time_compare
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

SALT, SCHEME = "articles.intake.programs", "Bearer"
LASTS = 365 * 24 * 60 * 60
LONGEST = 400


def key_of(person: Any) -> str:
    """A key for this person, good for a year, while the password stays and the person may sign in to the admin."""
    return signing.dumps({"person": person.pk, "password": _mark(person)}, salt=SALT)


def _mark(person: Any) -> str:
    return str(person.get_session_auth_hash())[:24]


def person_of(key: str) -> Any:
    """Whose key it is; None for one that is no good."""
    try:
        told = signing.loads(key[:LONGEST], salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    person: Any = get_user_model().objects.filter(pk=told["person"], is_active=True, is_staff=True).first()
    return person if person and constant_time_compare(_mark(person), told["password"]) else None


class Key(BaseAuthentication):
    """`Authorization: Bearer …`. No cookie is looked at: no other site can act for the person."""

    def authenticate(self, request: Request) -> tuple[Any, None]:
        """Raises AuthenticationFailed where there is no key, or none that is good."""
        scheme, _blank, key = get_authorization_header(request).decode("latin-1").partition(" ")
        person = person_of(key.strip()) if scheme.casefold() == SCHEME.casefold() else None
        if person is None:
            raise AuthenticationFailed(
                "Send a key that is good: Authorization: Bearer … (manage.py api_key)."
            )
        return person, None

    def authenticate_header(self, request: Request) -> str:
        return SCHEME
