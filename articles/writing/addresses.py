"""The address of a draft whose writer has not chosen one."""

from django.utils.crypto import get_random_string
from django.utils.text import slugify

from articles.writing.models import Article


def free_slug(title: str) -> str:
    """An address that no article has yet, made of the title where it has Latin words."""
    wanted = slugify(title)[:100].strip("-") or f"draft-{get_random_string(6).lower()}"
    while Article.objects.filter(slug=wanted).exists():
        wanted = f"{slugify(title)[:100].strip('-') or 'draft'}-{get_random_string(6).lower()}"
    return wanted
