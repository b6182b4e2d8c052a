"""The shapes of quotations in the API, for the schema."""

from rest_framework import serializers

from articles.figures.models import Quotation
from taxonomy.asking.rows import RowSerializer


class QuotedReleaseSerializer(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()
    url = serializers.CharField()


class QuotedVintageSerializer(serializers.Serializer):
    """What the source stated, as the edition refers to it."""

    stated_on = serializers.DateField()
    value = serializers.CharField(allow_null=True)
    unit_mult = serializers.IntegerField()
    decimals = serializers.IntegerField()
    status = serializers.CharField()
    printed = serializers.CharField()
    in_full = serializers.CharField()
    release = QuotedReleaseSerializer()


class QuotedErrorSerializer(serializers.Serializer):
    """An error of the source that we declared, where the print agrees with one of source and correction only."""

    agrees = serializers.BooleanField(help_text="Whether the print is what we hold to be right.")
    printed = serializers.CharField(help_text="What we hold to be right.")
    stated = serializers.CharField(help_text="What the source states.")
    reason = serializers.CharField()
    declared_on = serializers.DateField()


class QuotedSerializer(serializers.Serializer):
    """A figure as printed, the observation it quotes, and how it is judged on the day."""

    n = serializers.IntegerField()
    text = serializers.CharField()
    value = serializers.CharField(help_text="The canonical value of the print, as text.")
    observation = serializers.CharField()
    indicator = serializers.CharField()
    verdict = serializers.ChoiceField(choices=Quotation.Judged.values)
    state = serializers.CharField()
    pinned = QuotedVintageSerializer(
        allow_null=True, help_text="What the source had stated when it was printed."
    )
    newer = QuotedVintageSerializer(allow_null=True, help_text="To what it has been revised since.")
    declared = QuotedErrorSerializer(allow_null=True)


class QuotationSerializer(RowSerializer, QuotedSerializer):
    """A figure in the edition of an article that is current as of the day."""

    article = serializers.CharField()
    edition = serializers.IntegerField()
