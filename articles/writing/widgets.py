"""The widget of the body. The editor starts from a module of ours: no import map, so no inline script."""

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from django_prose_editor.widgets import ProseEditorWidget

from articles.writing.sanitising import EXTENSIONS

# Typed loosely: the stubs know only paths here, Django also takes objects that print themselves.
MODULE: Any = Script("articles/admin/article.js", type="module")


class BodyWidget(ProseEditorWidget):
    """A text area that `articles/admin/article.js` turns into the editor. Offers what the sanitiser keeps."""

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": ["django_prose_editor/editor.css", "articles/admin/prosemirror.css"]},
            js=[MODULE],
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = forms.Textarea.get_context(self, name, value, attrs)
        context["widget"]["attrs"]["data-body-editor"] = json.dumps(EXTENSIONS)
        return context
