"""The verbs as a table: who may, from which stages, to which one, and whether a reason is asked for. Pure data."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.writing.stages import Stage

CHANGE = "articles.change_article"
PUBLISH = "articles.add_edition"
APPROVE = "articles.approve_article"
TRASH = "articles.delete_article"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one verb asks for.

    Attributes:
        permission: the permission that it needs, apart from the article being the person's business.
        denied: the sentence for people without it: what they may do instead.
        stages: the stages from which it leads on; empty for every stage.
        to: the stage to which it leads; empty where it changes none.
        needs_reason: whether it is refused without one.
    """

    permission: str
    denied: Any
    stages: tuple[str, ...] = ()
    to: str = ""
    needs_reason: bool = False


_NOT_YOURS = _("You may not write articles. Ask an administrator for the role of an author.")
_NOT_PUBLISH = _("Only editors publish. Submit the article for review; an editor publishes it.")
_NOT_APPROVE = _("Only editors approve articles or ask for changes. Ask an editor to look at it.")
_NOT_TRASH = _("You may not put articles in the trash. Ask an editor.")

RULES: dict[str, Rule] = {
    "view": Rule("articles.view_article", _("You may not see articles. Ask an administrator for a role.")),
    "comment": Rule("articles.view_article", _("You may not see articles. Ask an administrator for a role.")),
    "edit": Rule(CHANGE, _NOT_YOURS),
    "plan": Rule(CHANGE, _NOT_YOURS),
    "submit": Rule(CHANGE, _NOT_YOURS, (Stage.DRAFT, Stage.CHANGES_REQUESTED), Stage.IN_REVIEW),
    "request_changes": Rule(
        APPROVE, _NOT_APPROVE, (Stage.IN_REVIEW, Stage.APPROVED), Stage.CHANGES_REQUESTED, needs_reason=True
    ),
    "approve": Rule(APPROVE, _NOT_APPROVE, (Stage.IN_REVIEW,), Stage.APPROVED),
    "reopen": Rule(
        CHANGE, _NOT_YOURS, (Stage.IN_REVIEW, Stage.CHANGES_REQUESTED, Stage.APPROVED), Stage.DRAFT
    ),
    "assign": Rule("articles.assign_article", _("Only editors assign articles. Ask an editor.")),
    "publish": Rule(PUBLISH, _NOT_PUBLISH),
    "schedule": Rule(PUBLISH, _NOT_PUBLISH),
    "withdraw": Rule("articles.add_withdrawal", _("Only editors withdraw articles. Ask an editor.")),
    "replies": Rule(PUBLISH, _("Only editors open or close replies. Ask an editor.")),
    "override": Rule(
        "articles.override_blockers", _("You may not publish against errors. Mend them, or ask an editor.")
    ),
    "trash": Rule(TRASH, _NOT_TRASH),
    "restore": Rule(TRASH, _("You may not take articles out of the trash. Ask an editor.")),
    "delete": Rule(TRASH, _NOT_TRASH),
}
