"""The shapes of clippings in the API, for the schema; nothing is rendered by them."""

from rest_framework import serializers


class TakenInSerializer(serializers.Serializer):
    """Words, or a file (as multipart/form-data)."""

    text = serializers.CharField(required=False, help_text="Words, or the source of a page.")
    file = serializers.FileField(required=False, help_text="A file: .txt, .html, .docx or .eml.")
    anyway = serializers.BooleanField(
        required=False, help_text="Take it in although an article with the same citation is here."
    )


class DecisionSerializer(serializers.Serializer):
    verb = serializers.ChoiceField(choices=["accept", "reject", "new"])
    reference = serializers.CharField(required=False, help_text="For accept: SERIES:PERIOD.")
    reason = serializers.CharField(required=False, help_text="For reject.")
    subject = serializers.CharField(required=False, help_text="For new.")
    area = serializers.CharField(required=False, help_text="For new.")
    period = serializers.CharField(required=False, help_text="For new.")


class FieldsSerializer(serializers.Serializer):
    title = serializers.CharField(required=False)
    standfirst = serializers.CharField(required=False)
    authors = serializers.ListField(child=serializers.CharField(), required=False)
    publication = serializers.CharField(required=False)
    issued = serializers.CharField(required=False, help_text="2024, 2024-03 or 2024-03-31.")
    section = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    url = serializers.CharField(required=False)
    printed_citation = serializers.CharField(required=False)
    keywords = serializers.ListField(child=serializers.CharField(), required=False)
    language = serializers.CharField(required=False)


class DecidedSerializer(serializers.Serializer):
    """What to decide; whatever is left out stays as it is."""

    decisions = serializers.DictField(child=DecisionSerializer(), required=False, help_text="By `place`.")
    fields_ = FieldsSerializer(required=False)
    accept = serializers.ChoiceField(
        choices=["sure", "guessed"],
        required=False,
        help_text="Accept all sure figures; guessed: also those whose period is taken over from a figure before them.",
    )
    make = serializers.BooleanField(required=False, help_text="Make the article, as a draft.")

    def get_fields(self) -> dict[str, serializers.Field]:
        found = super().get_fields()
        found["fields"] = found.pop("fields_")
        return found


class CandidateSerializer(serializers.Serializer):
    reference = serializers.CharField()
    printed = serializers.CharField()
    indicator = serializers.CharField()
    where = serializers.CharField()
    verdict = serializers.CharField()
    state = serializers.CharField()
    sentence = serializers.CharField()


class ProposalSerializer(serializers.Serializer):
    """A figure of the text, as read; what was guessed says so."""

    place = serializers.CharField(help_text="Its offsets in the text: 120-127.")
    text = serializers.CharField()
    kind = serializers.CharField()
    value = serializers.CharField(help_text="In full, as text.")
    unit = serializers.CharField()
    period = serializers.CharField()
    period_from = serializers.CharField(help_text="stated, relative, inherited or empty.")
    subject = serializers.CharField()
    area = serializers.CharField()
    area_guessed = serializers.BooleanField()
    sure = serializers.BooleanField()
    likely = serializers.BooleanField()
    candidates = CandidateSerializer(many=True)
    decision = DecisionSerializer(allow_null=True)


class BlockSerializer(serializers.Serializer):
    role = serializers.CharField()
    text = serializers.CharField()


class ClippingSerializer(serializers.Serializer):
    """A clipping as recognised, with what was decided."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    recognised = FieldsSerializer()
    guessed = serializers.ListField(child=serializers.CharField())
    blocks = BlockSerializer(many=True)
    figures = ProposalSerializer(many=True)
    article = serializers.CharField(allow_null=True, help_text="The slug of the article made from it.")
    review = serializers.CharField(help_text="The page on which a person reviews it.")
