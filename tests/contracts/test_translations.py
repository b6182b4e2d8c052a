"""The words of the site exist in every language: nothing is missing, doubtful or out of step."""

import re
import tomllib
from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

from articles.figures import wording
from nqpf.env import BASE

CATALOGUES = Path(settings.LOCALE_PATHS[0])
LOCALES = [to_locale(code) for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
APPS = ("articles", "indicators", "taxonomy", "nqpf")
CALLS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
QUOTED = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\({QUOTED}(?:, {QUOTED})?")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+")
# A singular may say the number in words.
SAID_IN_WORDS = {"%(n)s", "%(n)d", "%d"}


def source_of(locale: str) -> Catalog:
    with (CATALOGUES / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=locale)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def words(catalogue: Catalog) -> dict[tuple[str | None, str], tuple[str, ...]]:
    # Compiled catalogues are read with their contexts as bytes.
    said = {(each.context, forms(each.id)[0]): forms(each.string) for each in messages(catalogue)}
    return {(c.decode() if isinstance(c, bytes) else c, text): given for (c, text), given in said.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_untranslated_or_doubtful(locale: str) -> None:
    left = [each.id for each in messages(source_of(locale)) if each.fuzzy or not all(forms(each.string))]

    assert left == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_words_are_those_of_the_source(locale: str) -> None:
    with (CATALOGUES / locale / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = read_mo(file)

    assert words(compiled) == words(source_of(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_have_the_placeholders_and_the_markup_of_the_original(locale: str) -> None:
    wrong = [each.id for each in messages(source_of(locale)) if not agrees(each)]

    assert wrong == []


def agrees(message: Message) -> bool:
    """Each form has what the plural has; one for “one” may leave out the number."""
    original = forms(message.id)[-1]
    asked = set(PLACEHOLDER.findall(original))
    for text in forms(message.string):
        given = set(PLACEHOLDER.findall(text))
        if given - asked or (asked - given) - (SAID_IN_WORDS if len(forms(message.id)) > 1 else set()):
            return False
        if sorted(TAG.findall(text)) != sorted(TAG.findall(original)):
            return False
    return True


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sentences_about_figures_are_gathered_from_their_tables(locale: str) -> None:
    said = {text for _, text in words(source_of(locale))}
    tables = (wording.SENTENCES, wording.STATE_LINES, wording.AMOUNTS, wording.QUALIFIED)

    for table in tables:
        assert set(cast("dict[object, str]", table).values()) <= said
    assert {wording.RANGE, wording.THE_SOURCE, wording.NOTHING} <= said


@pytest.mark.parametrize("locale", LOCALES)
def test_no_plural_is_lost(locale: str) -> None:
    catalogue = source_of(locale)

    for each in messages(catalogue):
        if len(forms(each.id)) > 1:
            assert len(forms(each.string)) == catalogue.num_plurals, each.id


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_in_the_code_and_the_templates_is_in_the_catalogue(locale: str) -> None:
    known = set(words(source_of(locale)))

    missing = (said_in_python() | said_in_templates()) - known

    assert missing == set(), "run `manage.py makemessages -l ur -l zh_Hans`, translate, `compilemessages`"


def said_in_python() -> set[tuple[str | None, str]]:
    """Contexts and words: the same word with another context is another message."""
    paths = [path for app in APPS for path in (BASE / app).rglob("*.py")]
    found = (each for path in paths for each in extract_from_file("python", path, CALLS))
    return {(each[3], forms(each[1])[0]) for each in found}


def said_in_templates() -> set[tuple[str | None, str]]:
    """What Django's own reading of a template turns into calls of gettext."""
    said: set[tuple[str | None, str]] = set()
    for path in (BASE / "templates").rglob("*.html"):
        for call, first, second in CALL.findall(templatize(path.read_text(), origin=str(path))):
            # A name with a context comes second: pgettext("context", "words").
            with_context = call.startswith(("p", "np"))
            context = literal_eval(first) if with_context else None
            said.add((context, literal_eval(second if with_context else first)))
    return said


SENTENCE = re.compile(r"""(["'`])[A-Z][a-z]+(?: [a-z]+)+[.…?]?\1""")


def test_scripts_say_only_what_the_page_gives_them() -> None:
    """Words of scripts come translated in attributes of the page: no script has sentences of its own."""
    scripts = [path for app in APPS for path in (BASE / app).rglob("static/**/*.js")]
    assert len(scripts) > 20
    assert [(path.name, found[0]) for path in scripts for found in SENTENCE.finditer(path.read_text())] == []


def test_powers_of_ten_are_called_the_same_in_print_and_by_the_reader_of_numbers() -> None:
    """A kharab is a hundred thousand million: what is shown as one must be read as one."""
    scales = tomllib.loads((BASE / "articles/figures/tables/scales.toml").read_text())["scale"]
    powers = {word: each["power"] for each in scales for word in each["words"]}
    for locale in LOCALES:
        said = words(source_of(locale))
        for power, text in wording.AMOUNTS.items():
            word = said[(None, text)][0].replace("%(number)s", "").strip()
            assert powers.get(word, power) == power, (locale, text, word)
