"""The house's word list, edited in the admin."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.house.checks.wordlist import Rule
from taxonomy.fields import LineField
from taxonomy.histories import Histories
from taxonomy.languages import Language

# More than anybody keeps in mind; what is beyond is not looked for.
MOST_RULES = 500


class HouseRuleManager(models.Manager[Any]):
    def for_language(self, language: str) -> list[Rule]:
        """The rules for texts in a language: its own, and those for all."""
        rows = self.filter(is_active=True, language__in=["", language]).order_by("id")[:MOST_RULES]
        return [Rule(row.avoid, row.use, row.note, row.whole_word, row.match_case) for row in rows]


class HouseRule(models.Model):
    """Use these words, not those."""

    avoid = LineField(_("not"), max_length=120, help_text=_("The words that are looked for."))
    use = LineField(_("use"), max_length=120, blank=True, help_text=_("What to write instead."))
    note = LineField(_("note"), max_length=300, blank=True, help_text=_("Why, in one sentence."))
    language = models.CharField(
        _("language"), max_length=8, blank=True, choices=Language, help_text=_("Empty for all languages.")
    )
    whole_word = models.BooleanField(
        _("whole words only"), default=True, help_text=_("Off for Chinese, which writes no spaces.")
    )
    match_case = models.BooleanField(_("capitals matter"), default=False)
    is_active = models.BooleanField(_("in force"), default=True)

    objects: ClassVar[HouseRuleManager] = HouseRuleManager()
    history = Histories()

    class Meta:
        verbose_name = _("house rule")
        verbose_name_plural = _("house rules")
        ordering = ["avoid"]
        constraints = [
            models.UniqueConstraint(fields=["avoid", "language", "match_case"], name="house_rule_once")
        ]

    def __str__(self) -> str:
        return self.avoid
