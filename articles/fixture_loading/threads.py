"""A thread in a fixture says whether an article takes replies, as an editor would. It is decided here once."""

from collections.abc import Callable
from datetime import datetime

from articles.replies.models import Thread
from articles.replies.rules import set_rule
from articles.workflow.models import Transition


def state_rule(stated: Thread, *, at: datetime, tell: Callable[[str], object]) -> bool:
    """Open or close the replies to an article; whether that changed anything.

    Never the row itself: it keeps the approved replies as well. What was decided since stays.

    Raises:
        ValidationError: the rule is none of ours.
    """
    stated.clean_fields(exclude=["article"])
    article = stated.article
    known = Thread.objects.filter(article=article).values_list("rule", flat=True).first() or ""
    if known == stated.rule:
        return False
    if Transition.objects.filter(article=article, verb=Transition.Verb.REPLIES).exists():
        tell(f"articles.thread {article.slug}: kept as it is, its replies were opened or closed since.")
        return False
    set_rule(article, by=None, at=at, rule=stated.rule)
    return True
