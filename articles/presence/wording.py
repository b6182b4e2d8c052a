"""How it is said who else is there."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.presence.verbs import Present


def said(each: Present) -> str:
    """“… is editing since 10:42”."""
    since = timezone.localtime(each.since).strftime("%H:%M")
    return _("%(name)s is editing since %(time)s") % {"name": each.name, "time": since}
