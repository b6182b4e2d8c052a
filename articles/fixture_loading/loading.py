"""Load records one by one, by natural key. The caller holds the transaction."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer
from django.db import DatabaseError, models

from articles.editions.models import Edition
from articles.fixture_loading.editions import (
    compile_new_edition,
    recompile_translations,
    refuse_unknown_series,
)
from articles.fixture_loading.records import BadFixture, described
from articles.fixture_loading.threads import state_rule
from articles.replies.models import Thread
from articles.revisions.saving import save_revision
from articles.writing.models import Article, ArticleKeyword, Contribution
from indicators.observations.models import Vintage
from indicators.observations.recording import announce
from indicators.observations.succession import refuse_future
from taxonomy.models import Keyword, KeywordLabel
from taxonomy.signals import keywords_changed

# What was published or stated is never overwritten.
APPEND_ONLY = (Vintage, Edition)
PARTS_OF_ARTICLES = (ArticleKeyword, Contribution)


class FixtureLoader:
    """Loads the records of one or more fixtures and finishes with what follows from them.

    Args:
        at: now; new vintages count as recorded then, and verdicts are kept as known on that day.
        tell: receives one line for each record that was left alone on purpose.
    """

    def __init__(self, *, at: datetime, tell: Callable[[str], object]) -> None:
        self.at, self.tell = at, tell
        self.written = 0
        self.read = 0
        self.articles: list[tuple[dict[str, Any], Article]] = []
        self.observations: set[int] = set()
        self.keywords: set[int] = set()
        self.new_editions: list[tuple[dict[str, Any], Any]] = []
        self.threads: list[tuple[dict[str, Any], Any]] = []

    def load(self, records: Iterable[dict[str, Any]]) -> None:
        """Load records; one may refer to another further down by natural key."""
        queue, links = list(records), list[tuple[dict[str, Any], Any]]()
        self.read += len(queue)
        while queue:
            postponed = [record for record in queue if not self._loaded(record, links)]
            if len(postponed) == len(queue):
                record = postponed[0]
                raise BadFixture(
                    f"{described(record)}: refers to something that is not there: {_broken(record)}."
                )
            queue = postponed
        for record, found in links:
            with _named(record):
                found.save_deferred_fields()

    def _loaded(self, record: dict[str, Any], links: list[tuple[dict[str, Any], Any]]) -> bool:
        with _named(record):
            try:
                found = next(iter(Deserializer([record], handle_forward_references=True)))
            except ObjectDoesNotExist:  # its natural key runs through a reference that is not there yet
                return False
            deferred = found.deferred_fields or {}
            if any(not field.many_to_many for field in deferred):
                return False
            self._place(record, found)
            if deferred:
                links.append((record, found))
        return True

    def finish(self) -> None:
        """Revisions of new working copies, editions compiled, and the news of new vintages passed on."""
        for record, article in self.articles:
            with _named(record):
                refuse_unknown_series(article, str(record["fields"].get("body") or ""), at=self.at)
            save_revision(article, by=None, at=self.at)
        if self.keywords:
            keywords_changed.send(sender=Keyword, keywords=self.keywords, replaced={}, at=self.at)
        published = []
        for record, found in self.new_editions:
            with _named(record):
                published.append(compile_new_edition(found, at=self.at))
        recompile_translations(published, at=self.at)
        for record, thread in self.threads:
            with _named(record):
                self.written += state_rule(thread, at=self.at, tell=self.tell)
        if self.observations:
            announce(self.observations, self.at)
        # A command may name several fixtures: each is finished once.
        self.articles, self.new_editions, self.threads = [], [], []
        self.observations, self.keywords = set(), set()

    def _place(self, record: dict[str, Any], found: Any) -> None:
        given = found.object
        stored = None if isinstance(given, Thread) else _stored(given)
        if isinstance(given, Thread):
            self.threads.append((record, given))
        elif stored is None:
            self._create(record, found)
        elif isinstance(given, APPEND_ONLY):
            if differing := _differing(record, given, stored):
                names = ", ".join(differing)
                raise BadFixture(
                    f"{described(record)}: differs from what is stored in {names}. It never changes."
                )
        elif isinstance(given, Article):
            if _differing(record, given, stored):
                self.tell(f"{described(record)}: kept as it is, it has been edited since.")
        elif isinstance(stored, Keyword) and stored.replaced_by_id:
            self.tell(f"{described(record)}: kept as it is, it has been merged into another one.")
        elif not isinstance(given, PARTS_OF_ARTICLES):
            self._update(record, found, stored)

    def _create(self, record: dict[str, Any], found: Any) -> None:
        given = found.object
        if isinstance(given, PARTS_OF_ARTICLES) and all(
            given.article != article for _record, article in self.articles
        ):
            return
        if isinstance(given, Edition):
            self.new_editions.append((record, given))
            self.written += 1
            return
        given.full_clean(validate_unique=False)
        if isinstance(given, Vintage):
            refuse_future(given, at=self.at)
            given.recorded_at = given.recorded_at if "recorded_at" in record["fields"] else self.at
        # Not `found.save()`: the raw way in would skip what columns derive from others.
        given.save(force_insert=given.pk is None)
        for name, values in (found.m2m_data or {}).items():
            getattr(given, name).set(values)
        self.written += 1
        if isinstance(given, Article):
            self.articles.append((record, given))
        if isinstance(given, Vintage):
            self.observations.add(given.observation_id)
        self._note_keyword(given)

    def _update(self, record: dict[str, Any], found: Any, stored: models.Model) -> None:
        """Bring the fields that the fixture states into agreement; leave the others alone."""
        differing = _differing(record, found.object, stored)
        for name in differing:
            setattr(stored, name, getattr(found.object, name))
        if differing:
            stored.full_clean(validate_unique=False)
            stored.save(update_fields=differing)
        changed = bool(differing)
        for name, values in (found.m2m_data or {}).items():
            wanted = {getattr(value, "pk", value) for value in values}
            relation = getattr(stored, name)
            if wanted - set(relation.values_list("pk", flat=True)):
                relation.add(*wanted)
                changed = True
        self.written += changed
        if changed:
            self._note_keyword(stored)

    def _note_keyword(self, row: models.Model) -> None:
        """Names and labels stand in compiled pages and in the index of the search."""
        if isinstance(row, Keyword):
            self.keywords.add(row.pk)
        elif isinstance(row, KeywordLabel):
            self.keywords.add(row.keyword_id)


@contextmanager
def _named(record: dict[str, Any]) -> Iterator[None]:
    """Say of which record a refusal is."""
    try:
        yield
    except BadFixture:
        raise
    except (
        ValidationError,
        DeserializationError,
        DatabaseError,
        ObjectDoesNotExist,
        FieldDoesNotExist,
        ValueError,
    ) as error:
        raise BadFixture(f"{described(record)}: {_told(error)}") from error


def _broken(record: dict[str, Any]) -> str:
    """The references of a record, as the file states them."""
    return ", ".join(
        f"{name}: {value}" for name, value in record["fields"].items() if isinstance(value, list) and value
    )


def _told(error: BaseException) -> str:
    if isinstance(error, ValidationError):
        if hasattr(error, "error_dict"):
            return "; ".join(f"{name}: {' '.join(told)}" for name, told in error.message_dict.items())
        return " ".join(error.messages)
    cause = error.__cause__ if isinstance(error, DeserializationError) and error.__cause__ else error
    return " ".join(str(cause).split())


def _stored(given: models.Model) -> models.Model | None:
    """The row with the same natural key, if it is there."""
    manager = type(given)._default_manager
    try:
        if isinstance(given, Edition):
            return Edition.objects.get(article=given.article_id, number=given.number)
        return manager.get_by_natural_key(*given.natural_key())  # type: ignore[attr-defined]
    except ObjectDoesNotExist:
        return None


def _differing(record: dict[str, Any], given: models.Model, stored: models.Model) -> list[str]:
    """Names of the single-valued fields stated in the fixture that do not agree with the row."""
    names = []
    for name in record["fields"]:
        field = type(given)._meta.get_field(name)
        if field.many_to_many or not isinstance(field, models.Field):
            continue
        before, now = getattr(stored, field.attname), field.to_python(getattr(given, field.attname))
        if field.get_prep_value(before) != field.get_prep_value(now):
            names.append(name)
    return names
