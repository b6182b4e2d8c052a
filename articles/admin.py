"""Manifest: gathers the admin of this app's slices."""

from articles.audit.admin import AuditAdmin
from articles.citations.admin import AgentAdmin, PublicationAdmin
from articles.contact.admin import ContactAdmin
from articles.editions.admin import EditionAdmin
from articles.enquiries.admin import EnquiryAdmin
from articles.front_page.admin import FrontPageAdmin
from articles.house.admin import HouseRuleAdmin
from articles.intake.admin import ClippingAdmin
from articles.links.admin import OutgoingLinkAdmin
from articles.media.admin import ImageAdmin
from articles.releases.admin import JointReleaseAdmin
from articles.replies.admin import HoldWordAdmin, ReplyAdmin
from articles.workflow.log_admin import TransitionAdmin
from articles.workflow.people import PeopleAdmin
from articles.writing.admin import ArticleAdmin

__all__ = [
    "AgentAdmin",
    "ArticleAdmin",
    "AuditAdmin",
    "ClippingAdmin",
    "ContactAdmin",
    "EditionAdmin",
    "EnquiryAdmin",
    "FrontPageAdmin",
    "HoldWordAdmin",
    "HouseRuleAdmin",
    "ImageAdmin",
    "JointReleaseAdmin",
    "OutgoingLinkAdmin",
    "PeopleAdmin",
    "PublicationAdmin",
    "ReplyAdmin",
    "TransitionAdmin",
]
