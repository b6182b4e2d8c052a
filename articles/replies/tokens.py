"""Signed tokens of forms that set no cookie: for what a form was made, and when. See docs/decisions/replies.md."""

from datetime import datetime

from django.core.signing import BadSignature, Signer

QUICKEST, OLDEST = 3, 6 * 60 * 60  # Seconds.
_forms, _stops = Signer(salt="articles.replies.form"), Signer(salt="articles.replies.stop")


def form_token(subject: str, at: datetime) -> str:
    """A token for one form about one subject, made at a moment."""
    return _forms.sign(f"{subject}:{int(at.timestamp())}")


def age_of(token: str, subject: str, at: datetime) -> float | None:
    """How many seconds ago the form was made; None for a token that is not ours or of something else."""
    try:
        named, _colon, made = _forms.unsign(token[:200]).rpartition(":")
    except BadSignature:
        return None
    return at.timestamp() - int(made) if named == subject else None


def stop_token(reply: int) -> str:
    """What the link in a mail carries: whoever has it may stop the mails about one reply."""
    return _stops.sign(str(reply))


def reply_of(token: str) -> int | None:
    """The reply of such a link, or None."""
    try:
        return int(_stops.unsign(token[:200]))
    except BadSignature:
        return None
