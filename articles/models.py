"""Manifest: gathers the models of this app's slices."""

from articles.audit.models import HistoricalGroup, HistoricalUser, SignIn
from articles.citations.models import Agent, Publication
from articles.contact.models import Contact
from articles.desk.models import Preference
from articles.editions.models import Address, Edition, EditionAuthor, EditionKeyword, Withdrawal
from articles.enquiries.models import Enquiry, EnquiryEvent
from articles.figures.models import Quotation
from articles.front_page.models import FrontPage, FrontPageArticle, FrontPageEvent, FrontPageFigure
from articles.house.models import HouseRule
from articles.intake.models import Clipping
from articles.links.models import OutgoingLink
from articles.listing.models import SavedView
from articles.media.models import EditionImage, Image
from articles.notes.models import Note
from articles.presence.models import Presence
from articles.previews.models import OutsideComment, PreviewLink, PreviewOpening
from articles.related.models import Related
from articles.releases.models import JointRelease, JointReleaseImport, JointReleaseItem, ReleaseEvent
from articles.replies.models import HoldWord, Reply, ReplyEvent, Thread
from articles.revisions.models import Revision
from articles.search.models import SearchDocument
from articles.workflow.models import NextEdition, Transition
from articles.writing.models import Article, ArticleKeyword, Contribution

__all__ = [
    "Address",
    "Agent",
    "Article",
    "ArticleKeyword",
    "Clipping",
    "Contact",
    "Contribution",
    "Edition",
    "EditionAuthor",
    "EditionImage",
    "EditionKeyword",
    "Enquiry",
    "EnquiryEvent",
    "FrontPage",
    "FrontPageArticle",
    "FrontPageEvent",
    "FrontPageFigure",
    "HistoricalGroup",
    "HistoricalUser",
    "HoldWord",
    "HouseRule",
    "Image",
    "JointRelease",
    "JointReleaseImport",
    "JointReleaseItem",
    "NextEdition",
    "Note",
    "OutgoingLink",
    "OutsideComment",
    "Preference",
    "Presence",
    "PreviewLink",
    "PreviewOpening",
    "Publication",
    "Quotation",
    "Related",
    "ReleaseEvent",
    "Reply",
    "ReplyEvent",
    "Revision",
    "SavedView",
    "SearchDocument",
    "SignIn",
    "Thread",
    "Transition",
    "Withdrawal",
]
