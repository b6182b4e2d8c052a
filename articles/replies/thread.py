"""The approved replies of an article as they stand on its page: compiled at each decision, only read per request."""

import hashlib
import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.replies.models import Reply, Thread

# Stands below each reply while the thread is open.
ANSWER = re.compile(r'<p class="answer">.*?</p>', re.DOTALL)
PUBLIC = ("pk", "parent_id", "name", "text", "state", "created_at")


def compile_thread(article: Any) -> None:
    """Write the approved replies of an article into its thread. Two queries."""
    chosen = Reply.objects.filter(article=article, state__in=(Reply.State.APPROVED, Reply.State.ERASED))
    # Only what may be seen is read, so that nothing else can be printed.
    rows = [
        dict(zip(PUBLIC, row, strict=True))
        for row in chosen.order_by("created_at", "pk").values_list(*PUBLIC)
    ]
    answers = defaultdict(list)
    for row in rows:
        if row["parent_id"] and row["state"] == Reply.State.APPROVED:
            answers[row["parent_id"]].append(row)
    first = [row | {"answers": answers[row["pk"]]} for row in rows if not row["parent_id"]]
    shown = [row for row in first if row["state"] == Reply.State.APPROVED or row["answers"]]
    html = ""
    if shown:
        with translation.override(article.language):
            html = render_to_string("articles/replies/thread.html", {"replies": shown})
    etag = hashlib.blake2b(html.encode(), digest_size=6).hexdigest() if html else ""
    Thread.objects.update_or_create(article=article, defaults={"html": html, "etag": etag})


def takes_replies(rule: str | None, first_published_at: datetime | str, at: datetime) -> bool:
    """Whether a thread is open at a moment: as its editors say, else for `REPLIES_DAYS` days.

    Args:
        first_published_at: as a model has it, or as a driver gives it: without a zone where it is UTC, perhaps as text.
    """
    if rule:
        return rule == Thread.Rule.OPEN
    since = first_published_at
    if isinstance(since, str):
        since = datetime.fromisoformat(since)
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return at < since + timedelta(days=settings.REPLIES_DAYS)


def section_of(html: str | None, *, is_open: bool) -> str:
    """What stands below the article: its replies, and the way to the form or that it is closed."""
    if not html and not is_open:
        return ""
    if is_open:
        foot = format_html('<p><a class="btn" href="reply/">{}</a></p>', _("Leave a reply"))
    else:
        foot = format_html('<p class="quiet">{}</p>', _("No more replies are taken to this article."))
    listed = html or ""
    if not is_open:
        listed = ANSWER.sub("", listed)
    head = format_html('<h2 id="replies-h">{}</h2>', _("Replies"))
    return f'<section class="sec replies" id="replies" aria-labelledby="replies-h">{head}{listed}{foot}</section>'


def tag_of(etag: str | None, *, is_open: bool) -> str:
    """What the section adds to the validator of the page."""
    return f"-r{etag or ''}{'o' if is_open else 'c'}"
