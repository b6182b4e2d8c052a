"""Working copies carry keywords: a merge moves them, its undoing puts them back."""

from django.utils.translation import gettext_lazy as _

from articles.writing.models import ArticleKeyword
from taxonomy.carrying import Carrier

ARTICLES = Carrier("articles", _("working copies"), ArticleKeyword.objects.all, owner="article")
