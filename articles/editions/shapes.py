"""The shapes of articles in the API, for the schema. The JSON itself is compiled at publication."""

from rest_framework import serializers

from articles.editions.models import Edition
from articles.figures.shapes import QuotedSerializer
from taxonomy.asking.rows import RowSerializer
from taxonomy.languages import Language
from taxonomy.models import Kind, Status


class PublicationSerializer(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()
    place = serializers.CharField(help_text="Where it is published; empty where that is not known.")


class AuthorSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()


class CarriedKeywordSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind.values)
    status = serializers.ChoiceField(choices=Status.values)


class ArticleRowSerializer(RowSerializer):
    """An article: its edition that is current as of the day."""

    slug = serializers.CharField()
    url = serializers.CharField()
    language = serializers.ChoiceField(choices=Language.values)
    title = serializers.CharField()
    standfirst = serializers.CharField()
    edition = serializers.IntegerField(help_text="The number of the edition.")
    kind = serializers.ChoiceField(choices=Edition.Kind.values)
    published_at = serializers.DateTimeField(help_text="When this edition was published.")
    first_published_at = serializers.DateTimeField()
    issued = serializers.CharField(help_text="When the original was printed: a year, month or day.")
    publication = PublicationSerializer(allow_null=True)
    authors = AuthorSerializer(many=True)
    keywords = CarriedKeywordSerializer(many=True)
    figures = serializers.IntegerField(help_text="How many figures are bound to an observation.")


class PassageSerializer(serializers.Serializer):
    """A passage in which an edition differs from the one before it."""

    part = serializers.ChoiceField(choices=["title", "standfirst", "body"])
    before = serializers.CharField()
    after = serializers.CharField()


class EditionSerializer(serializers.Serializer):
    """One numbered publication of the article."""

    number = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=Edition.Kind.values)
    published_at = serializers.DateTimeField()
    superseded_at = serializers.DateTimeField(allow_null=True)
    public_note = serializers.CharField()
    passages = PassageSerializer(
        many=True, help_text="What it changed, passage by passage; at most ten, each cut at 400 letters."
    )
    url = serializers.CharField()


class ContributorSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()
    role = serializers.CharField()


class ImageSerializer(serializers.Serializer):
    """A picture of an article, as the edition printed it."""

    name = serializers.CharField(help_text="As in `data-image` of the body.")
    src = serializers.CharField()
    srcset = serializers.DictField(
        child=serializers.CharField(), help_text="By type: avif, webp, and jpg or png."
    )
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    alt = serializers.CharField(help_text="Empty only where `decorative` is true.")
    decorative = serializers.BooleanField()
    caption = serializers.CharField()
    credit = serializers.CharField()
    licence = serializers.CharField()
    licence_url = serializers.CharField()


class ArticleSerializer(ArticleRowSerializer):
    """An article with its text, its editions, and its quotations as they are judged on the day."""

    public_note = serializers.CharField()
    body = serializers.CharField(help_text="Sanitised HTML; figures are marked by <data data-observation>.")
    section = serializers.CharField()
    page = serializers.CharField()
    source_url = serializers.CharField()
    rights = serializers.CharField()
    printed_citation = serializers.CharField()
    contributors = ContributorSerializer(many=True)
    translations = serializers.JSONField()
    lead_image = ImageSerializer(allow_null=True)
    images = ImageSerializer(many=True, help_text="The pictures of the body, in the order of the text.")
    editions = EditionSerializer(many=True, help_text="Published by the day, the oldest first.")
    quotations = QuotedSerializer(many=True)
