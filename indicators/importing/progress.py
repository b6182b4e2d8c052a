"""A page that tells how far an import or its undoing is, while it goes on."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from indicators.importing.models import DataImport
from taxonomy.acting import asking_from, current_address

logger = logging.getLogger(__name__)
HERE = "<!-- progress -->"
type Step = tuple[str, int]


def streamed(
    request: HttpRequest, kept: DataImport, title: str, first: Step, steps: Iterator[Step]
) -> StreamingHttpResponse:
    """The page around the steps; `first` was asked for already, so that a refusal is no half page."""
    shared: dict[str, Any] = {
        **admin.site.each_context(request), "title": title, "kept": kept, "opts": DataImport._meta,
    }  # fmt: skip
    around = render_to_string("admin/indicators/dataimport/applying.html", shared, request=request)
    asked = asking_from(current_address(), lambda: request.user)
    return StreamingHttpResponse(_lines(around, first, steps, translation.get_language() or "en", asked))


def _lines(
    around: str, first: Step, steps: Iterator[Step], language: str, asked: AbstractContextManager[None]
) -> Iterator[str]:
    before, _here, after = around.partition(HERE)
    yield before
    # The request is answered long before the last line: who asked, from where, has to be said again.
    with translation.override(language), asked:
        total = 0
        yield _line(*first, total)
        try:
            for what, done in steps:
                total = done if what == "changes" else total
                yield _line(what, done, total)
        except ValidationError as error:
            yield format_html("<li><strong>{}</strong></li>", " ".join(error.messages))
        except DatabaseError:
            logger.exception("An import stopped")
            told = _("The database refused it. Nothing was recorded. Try again.")
            yield format_html("<li><strong>{}</strong></li>", told)
    yield after


def _line(what: str, done: int, total: int) -> str:
    told = {
        "read": _("%(n)s rows read."),
        "found": _("%(n)s statements to set back."),
        "changes": _("%(n)s statements to record."),
        "recorded": _("%(n)s of %(all)s statements recorded."),
        "done": _("Done: %(n)s statements."),
        "left": _("Done. %(n)s were left, of which something newer is stated."),
    }
    return format_html("<li>{}</li>", told[what] % {"n": f"{done:,}", "all": f"{total:,}"})
