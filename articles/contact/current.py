"""The contact details that stand on every page, kept in the process so that a page costs no query for them."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models.signals import post_delete, post_save

from articles.contact.models import Contact
from taxonomy.languages import Language, direction, language_tag

COLUMNS = ("site_name", "about", "about_translations", "phone", "email", "address")
KEPT_FOR = 30.0  # Seconds: another process may have changed the row.


class About(NamedTuple):
    """What the site is about, with the attributes of the element that says it."""

    text: str
    language: str

    @property
    def lang(self) -> str:
        return language_tag(self.language)

    @property
    def dir(self) -> str:
        return direction(self.language)

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """A copy of the one `Contact` row. `version` changes whenever anything in it changes."""

    site_name: str = "CPEC Library"
    about: str = ""
    about_translations: Mapping[str, str] = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    address: str = ""

    @property
    def version(self) -> str:
        told = [text for pair in sorted(self.about_translations.items()) for text in pair]
        parts = "\0".join((self.site_name, self.about, *told, self.phone, self.email, self.address))
        return hashlib.blake2b(parts.encode(), digest_size=6).hexdigest()

    def about_in(self, language: str) -> About:
        """In this language, or else in the site's own."""
        own = self.about_translations.get(language, "")
        return About(own, language) if own else About(self.about, Language.ENGLISH.value)

    @property
    def phone_link(self) -> str:
        """The number as a `tel:` address wants it."""
        return "".join(char for char in self.phone if char.isdigit() or char == "+")


class _Kept:
    """The last reading, when it was made, and who wants to know when it is thrown away."""

    def __init__(self) -> None:
        self.details: ContactDetails | None = None
        self.until = 0.0
        self.followers: list[Callable[[], None]] = []

    def forget(self) -> None:
        self.details, self.until = None, 0.0
        for follower in self.followers:
            follower()


_kept = _Kept()


def contact() -> ContactDetails:
    """The contact details, at most half a minute old. One query when they have to be read."""
    now = time.monotonic()
    if _kept.details is None or now >= _kept.until:
        row = Contact.objects.values(*COLUMNS).first()
        _kept.details, _kept.until = ContactDetails(**row) if row else ContactDetails(), now + KEPT_FOR
    return _kept.details


def contact_without_database() -> ContactDetails:
    """What was last read, or the defaults: for the page that says something went wrong."""
    return _kept.details or ContactDetails()


def forget_contact() -> None:
    """Read the row again next time."""
    _kept.forget()


def when_contact_changes(follower: Callable[[], None]) -> None:
    """Call `follower` whenever the kept details are thrown away before their time."""
    _kept.followers.append(follower)


def _row_changed(**_: Any) -> None:
    _kept.forget()


post_save.connect(_row_changed, sender=Contact, dispatch_uid="contact-kept")
post_delete.connect(_row_changed, sender=Contact, dispatch_uid="contact-kept")
