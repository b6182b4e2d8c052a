"""The form of a picture: in the admin, and in the dialog of the text editor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.media.keeping import master_from, refuse_known, title_from
from articles.media.masters import Master
from articles.media.models import Image

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/gif"


class ImageForm(forms.ModelForm):
    """What has to be said about a picture, and its file. `master` is the picture drawn anew, if one was sent.

    Args:
        too_heavy: whether the file was cut off while it was received.
    """

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("JPEG, PNG, WebP, AVIF or GIF (its first frame), up to 20 MB and 40 million pixels."),
    )

    class Meta:
        model = Image
        fields = ["title", "alternative", "decorative", "caption", "credit", "licence", "licence_url",
                  "focal_x", "focal_y"]  # fmt: skip
        widgets = {
            "alternative": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, too_heavy: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.master: Master | None = None
        self.too_heavy = too_heavy
        if "title" in self.fields:
            self.fields["title"].required = False

    def clean_file(self) -> Any:
        file = self.cleaned_data.get("file")
        if self.too_heavy:
            raise ValidationError(_("The file is too large to be received. The most is 20 MB."))
        if file:
            self.master = master_from(file)
            refuse_known(self.master, but=self.instance if self.instance.pk else None)
        elif not self.instance.pk:
            raise ValidationError(_("Choose a file."))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("title"):
            file = cleaned.get("file")
            cleaned["title"] = self.instance.title or title_from(str(file.name) if file else "")
            self.instance.title = cleaned["title"]
        if cleaned.get("decorative") and cleaned.get("alternative"):
            told = _("A decorative picture says nothing. Empty the alternative text, or take the tick away.")
            self.add_error("alternative", told)
        return cleaned
