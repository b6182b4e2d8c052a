"""Pictures in the admin, and what the dialog of the text editor asks for."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from articles.media.forms import ImageForm
from articles.media.keeping import discard, keep, upload
from articles.media.models import Image
from articles.media.quota import too_heavy
from articles.media.uses import is_used
from articles.workflow.permissions import refusal_of_verb

MOST_SHOWN = 24
LONGEST_QUERY = 200
WORDS = (
    "title",
    "alternative",
    "decorative",
    "caption",
    "credit",
    "licence",
    "licence_url",
    "focal_x",
    "focal_y",
)


@admin.register(Image)
class ImageAdmin(admin.ModelAdmin):
    """Upload, say what a picture shows, choose what must not be cut off, see where it is used."""

    form = ImageForm
    change_form_template = "admin/articles/image/change_form.html"
    fieldsets = (
        (None, {"fields": ["file", "title"]}),
        (_("For people who do not see it"), {"fields": ["alternative", "decorative"]}),
        (_("Printed below it"), {"fields": ["caption", "credit", "licence", "licence_url"]}),
        (_("What must not be cut off"), {"fields": [("focal_x", "focal_y")]}),
    )
    list_display = ["small", "title", "says", "credit", "licence", "size", "used_in", "uploaded_at"]
    list_display_links = ["title"]
    list_filter = ["decorative", "uploaded_at"]
    list_per_page = 50
    search_fields = ["title", "slug", "caption", "credit", "alternative"]
    search_help_text = _("Words of the title, caption, credit or alternative text")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        images: Any = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name == "articles_image_changelist":
            return images.with_uses()
        return images

    @admin.display(description=_("image"))
    def small(self, image: Image) -> SafeString:
        return format_html(
            '<img class="ed-thumb" src="{}" alt="" width="96" height="64" loading="lazy">', image.thumbnail
        )

    @admin.display(description=_("alternative text"))
    def says(self, image: Image) -> str:
        return say("Decorative") if image.decorative else image.alternative or say("None yet")

    @admin.display(description=_("pixels"))
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @admin.display(description=_("editions"), ordering="used")
    def used_in(self, image: Any) -> int:
        return int(image.used)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        cut_off = too_heavy(request)

        class OfRequest(form):  # type: ignore[misc, valid-type]
            def __init__(self, *args: Any, **options: Any) -> None:
                super().__init__(*args, too_heavy=cut_off, **options)

        return OfRequest

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            keep(obj, master=form.master)
            return
        words = {name: form.cleaned_data[name] for name in WORDS}
        person: Any = request.user
        made = upload(form.master, by=person, at=timezone.now(), **words)
        obj.__dict__.update(made.__dict__)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        discard(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what nothing uses."""
        if obj is not None and is_used(obj):
            return False
        return super().has_delete_permission(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        image = kwargs.get("obj")
        if image is not None:
            context["image"] = image
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("find/", wrap(find), name="articles_image_find"),
            path("send/", wrap(send), name="articles_image_send"),
        ]
        return [*own, *super().get_urls()]


@require_GET
def find(request: HttpRequest) -> JsonResponse:
    """Pictures for `q`, the newest first; those named by `slugs` (commas between them) where that is asked."""
    if not request.user.has_perm("articles.view_image") and refusal_of_verb(request.user, "edit"):
        raise PermissionDenied(say("You may not see the images."))
    named = [each for each in request.GET.get("slugs", "")[:4000].replace("\x00", "").split(",") if each]
    if named:
        found = Image.objects.filter(slug__in=named[:100])
    else:
        typed = request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", " ")
        found = Image.objects.matching(typed)[:MOST_SHOWN]
    return JsonResponse({"results": [as_data(each) for each in found]})


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Upload one picture from the dialog. Answers it, or 400 with a sentence for each field that is wrong."""
    if not request.user.has_perm("articles.add_image"):
        raise PermissionDenied(say("You may not upload images."))
    given = {"focal_x": "50", "focal_y": "50", **request.POST.dict()}
    form = ImageForm(given, request.FILES, too_heavy=too_heavy(request))
    if not form.is_valid() or form.master is None:
        return JsonResponse({"problems": form.errors}, status=400)
    person: Any = request.user
    words = {name: form.cleaned_data[name] for name in WORDS}
    image = upload(form.master, by=person, at=timezone.now(), **words)
    return JsonResponse({"image": as_data(image)}, status=201)


def as_data(image: Image) -> dict[str, Any]:
    """What the dialog shows of a picture."""
    return {
        "slug": image.slug,
        "title": image.title,
        "thumbnail": image.thumbnail,
        "alternative": image.alternative,
        "decorative": image.decorative,
        "caption": image.caption,
        "credit": image.credit,
        "size": f"{image.width} × {image.height}",
    }
