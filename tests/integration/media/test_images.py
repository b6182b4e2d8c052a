"""Pictures from upload to deletion, through the addresses that editors and readers use."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.media import quota
from articles.media.models import Image
from articles.media.storing import folder_of
from tests.newsroom import a_reader_with_an_account, an_article, an_editor, an_image, placed
from tests.pictures import a_picture, a_png_that_claims

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/image/add/"
SEND = "/admin/articles/image/send/"
WORDS = {
    "title": "The port", "alternative": "Cranes", "caption": "", "credit": "Staff", "licence": "CC BY 4.0",
    "licence_url": "", "focal_x": "30", "focal_y": "70",
}  # fmt: skip


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def a_file(data: bytes, name: str = "port.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def errors_of(response: Any) -> str:
    return str(response.context["adminform"].form.errors)


def test_a_picture_is_uploaded_with_its_words(editor: Client) -> None:
    response = editor.post(ADD, {**WORDS, "file": a_file(a_picture())})
    assert response.status_code == 302
    image = Image.objects.get()
    assert (image.title, image.focal_x, image.width, image.extension) == ("The port", 30, 1200, "jpg")
    assert image.uploaded_by is not None
    names = {each.name for each in folder_of(image.sha256).iterdir()}
    assert {"master.jpg", "480.avif", "960.webp", "1200.jpg", "card-30-70-640.avif"} <= names
    assert not [name for name in names if name.endswith(".part")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a picture that can be used"),
        (a_png_that_claims(30_000, 30_000), "too large to be opened"),
        (a_picture()[:2000], "damaged"),
        (b"", "empty"),
    ],
    ids=["svg", "bomb", "cut off", "empty"],
)
def test_a_refused_file_says_why_and_loses_no_word(editor: Client, data: bytes, said: str) -> None:
    response = editor.post(ADD, {**WORDS, "caption": "Long thought about", "file": a_file(data)})
    assert response.status_code == 200
    assert said in errors_of(response)
    assert "Long thought about" in response.content.decode()
    assert not Image.objects.exists()


def test_a_file_above_the_ceiling_is_not_kept(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "CEILING", 1000)
    response = editor.post(ADD, {**WORDS, "file": a_file(b"x" * 5000)})
    assert "too large to be received" in errors_of(response)


def test_the_same_picture_twice_is_refused_by_name(editor: Client) -> None:
    editor.post(ADD, {**WORDS, "file": a_file(a_picture())})
    response = editor.post(ADD, {**WORDS, "title": "Again", "file": a_file(a_picture())})
    assert "already, as “The port”" in errors_of(response)


def test_the_name_of_a_file_becomes_a_plain_title(editor: Client) -> None:
    name = "evil\u202egnp.\u0007exe_port.jpg"
    editor.post(ADD, {**WORDS, "title": "", "caption": "a\u202eb\u0007c", "file": a_file(a_picture(), name)})
    image = Image.objects.get()
    assert image.title == "evilgnp.exe port"
    assert image.caption == "abc"


def test_decorative_and_alternative_text_exclude_each_other(editor: Client) -> None:
    response = editor.post(ADD, {**WORDS, "decorative": "on", "file": a_file(a_picture())})
    assert "A decorative picture says nothing" in errors_of(response)


def test_another_file_is_another_file_and_the_old_one_stays(editor: Client) -> None:
    image = an_image()
    change = reverse("admin:articles_image_change", args=[image.pk])
    response = editor.post(change, {**WORDS, "file": a_file(a_picture("PNG", (500, 500)))})
    assert response.status_code == 302
    replaced = Image.objects.get()
    assert replaced.pk == image.pk
    assert replaced.slug == image.slug
    assert replaced.sha256 != image.sha256
    assert (folder_of(image.sha256) / "480.avif").exists()
    assert (folder_of(replaced.sha256) / "480.avif").exists()


def test_moving_the_focal_point_draws_the_cards_anew(editor: Client) -> None:
    image = an_image()
    editor.post(reverse("admin:articles_image_change", args=[image.pk]), {**WORDS, "focal_x": "80"})
    assert (folder_of(image.sha256) / "card-80-70-320.webp").exists()


def test_a_focal_point_outside_is_refused(editor: Client) -> None:
    image = an_image()
    response = editor.post(
        reverse("admin:articles_image_change", args=[image.pk]), {**WORDS, "focal_x": "101"}
    )
    assert response.status_code == 200


def test_what_is_used_cannot_be_deleted(editor: Client) -> None:
    used, unused = an_image("Used"), an_image("Unused")
    an_article(placed(used))
    for image, status in ((used, 403), (unused, 302)):
        address = reverse("admin:articles_image_delete", args=[image.pk])
        assert editor.post(address, {"post": "yes"}).status_code == status
    assert list(Image.objects.all()) == [used]


def test_where_a_picture_is_used_is_listed(editor: Client) -> None:
    image = an_image()
    an_article(f"<p>x</p>{placed(image)}", title="Shows it")
    an_article("<p>x</p>", title="Leads with it", lead_image=image)
    page = editor.get(reverse("admin:articles_image_change", args=[image.pk])).content.decode()
    assert "Shows it" in page
    assert "Leads with it" in page


def test_the_list_asks_as_much_for_many_as_for_few(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        an_image(f"Picture {number}")
    with django_assert_max_num_queries(7):
        assert editor.get("/admin/articles/image/?q=picture").status_code == 200


def test_the_dialog_uploads_and_finds(editor: Client) -> None:
    sent = editor.post(SEND, {"file": a_file(a_picture(), "gwadar_port.jpg"), "alternative": "Cranes"})
    assert sent.status_code == 201
    slug = sent.json()["image"]["slug"]
    found = editor.get("/admin/articles/image/find/?q=GWADAR port").json()["results"]
    assert [each["slug"] for each in found] == [slug]
    assert editor.get(f"/admin/articles/image/find/?slugs={slug},none").json()["results"] == found
    assert editor.get("/admin/articles/image/find/?q=nothing%00").json()["results"] == []


def test_the_dialog_says_what_is_wrong(editor: Client) -> None:
    refused = editor.post(SEND, {"file": a_file(b"<html>"), "alternative": "x"})
    assert refused.status_code == 400
    assert "not a picture" in refused.json()["problems"]["file"][0]
    assert editor.post(SEND, {}).json()["problems"]["file"] == ["Choose a file."]


@pytest.mark.parametrize("address", [ADD, SEND, "/admin/articles/image/find/", "/admin/articles/image/"])
def test_nobody_without_permission_comes_near(client: Client, address: str) -> None:
    ask = client.post if address == SEND else client.get
    assert ask(address).status_code == 302
    person = a_reader_with_an_account()
    person.is_staff = True
    person.save()
    client.force_login(person)
    assert ask(address).status_code == 403
    person.user_permissions.add(Permission.objects.get(codename="view_image"))
    assert client.post(SEND, {"file": a_file(a_picture())}).status_code == 403


def test_readers_get_the_file_for_ever(client: Client) -> None:
    image = an_image()
    response = client.get(image.thumbnail)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response.headers["Cache-Control"]
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in response.headers
    assert len(response.getvalue()) > 100
    response.close()
    etag = response.headers["ETag"]
    assert client.get(image.thumbnail, headers={"If-None-Match": etag}).status_code == 304
    assert client.post(image.thumbnail).status_code == 405


@pytest.mark.parametrize(
    "tail",
    ["../../../db.sqlite3", "480.svg", "480.html", "nothing.webp", "480.webp.part", "%2e%2e/x.png", ""],
)
def test_nothing_else_has_an_address(client: Client, tail: str) -> None:
    image = an_image()
    folder = image.thumbnail.rpartition("/")[0]
    (folder_of(image.sha256) / "480.html").write_text("<script>")
    assert client.get(f"{folder}/{tail}").status_code == 404
