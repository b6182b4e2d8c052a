"""Manifest: gathers the admin of this app's slices."""

from articles.citations.admin import AgentAdmin, PublicationAdmin
from articles.contact.admin import ContactAdmin
from articles.editions.admin import EditionAdmin
from articles.media.admin import ImageAdmin
from articles.workflow.admin import TransitionAdmin
from articles.writing.admin import ArticleAdmin

__all__ = [
    "AgentAdmin",
    "ArticleAdmin",
    "ContactAdmin",
    "EditionAdmin",
    "ImageAdmin",
    "PublicationAdmin",
    "TransitionAdmin",
]
