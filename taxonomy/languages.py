"""The languages the site speaks, and how a name falls back when a translation is missing."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    ENGLISH = "en", _("English")
    URDU = "ur", _("Urdu")
    CHINESE = "zh-hans", _("Chinese (simplified)")


TAGS = {"zh-hans": "zh-Hans"}


def direction(language: str) -> str:
    """`rtl` for Urdu, `ltr` for the others: the value of the HTML attribute `dir`."""
    return "rtl" if language == Language.URDU else "ltr"


def language_tag(language: str) -> str:
    """As BCP 47 writes it, for attributes and for programs: `zh-Hans`."""
    return TAGS.get(language, language)


def in_language(name: str, translations: Mapping[str, str], language: str | None = None) -> str:
    """The name in a language (the active one unless told), or the English name where there is no translation."""
    return translations.get(language or get_language() or "en") or name
