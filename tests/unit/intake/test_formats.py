"""Readers of clippings: what they keep, and what they refuse with a reason."""

import io
import time
import zipfile
from email.message import EmailMessage

import pytest

from articles.intake.formats import Document, Unreadable, read_file, read_words
from articles.intake.formats.word import MOST_XML
from tests.clippings import a_word_file


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read_file(name, data)
    return told.value.code


def test_paragraphs_of_plain_text() -> None:
    assert texts(read_words("One\r\n\r\nTwo\n \nThree")) == ["One", "Two", "Three"]
    assert texts(read_words("One\nTwo\nThree")) == ["One", "Two", "Three"]


def test_broken_lines_are_one_paragraph_again() -> None:
    wrapped = "The new berth was opened by the\nport authority after years of\nwork on the quay."
    assert texts(read_words(wrapped)) == [
        "The new berth was opened by the port authority after years of work on the quay."
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert texts(read_file("a.txt", "“Port” opened — at last".encode(encoding))) == [
        "“Port” opened — at last"
    ]


def test_invisible_characters_go_and_joiners_stay() -> None:
    assert texts(read_words("po\u00adrt\u200b \u202eup\x07")) == ["port up"]
    assert texts(read_words("می\u200cخواہ")) == ["می\u200cخواہ"]


def test_markup_is_read_for_its_words() -> None:
    page = (
        "<html><head><title>A port | Ledger</title><script>alert(1)</script></head><body><nav>Home</nav><h1>A port</h1>"
        "<p>It <b>grew</b> by 8&nbsp;%.<br>Next.</p><ul><li>Quay</li></ul><blockquote>Well.</blockquote>"
        "<form><input value=x>Reply</form><p onclick=x()>End &lt;b&gt;</p><!-- c --></body></html>"
    )
    found = read_words(page)
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("title", "A port"), ("paragraph", "It grew by 8 %."), ("paragraph", "Next."), ("item", "Quay"),
        ("quote", "Well."), ("paragraph", "End <b>"),
    ]  # fmt: skip
    assert (found.title, found.format) == ("A port | Ledger", "html")


def test_words_with_an_angle_bracket_are_no_markup() -> None:
    assert texts(read_words("<5% of trade\n\nrest")) == ["<5% of trade", "rest"]


def test_an_html_file_in_its_own_encoding() -> None:
    page = '<html><head><meta charset="windows-1252"></head><p>caf\xe9</p></html>'
    assert texts(read_file("a.html", page.encode("cp1252"))) == ["café"]


def test_a_word_file() -> None:
    data = a_word_file([("Heading1", "A port grows up"), ("", "Exports rose by 8.1% & more.")])
    found = read_file("clipping.DOCX", data)
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("title", "A port grows up"), ("paragraph", "Exports rose by 8.1% & more."),
    ]  # fmt: skip


def test_a_mail() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Fwd: A port grows up", "desk@example.org"
    mail["Date"] = "Sun, 31 Mar 2024 10:00:00 +0500"
    mail.set_content("A port grows up\n\nPlain.")
    mail.add_alternative("<p>Of the markup.</p><script>x</script>", subtype="html")
    mail.add_attachment(b"MZ...", maintype="application", subtype="octet-stream", filename="x.exe")
    found = read_file("a.eml", mail.as_bytes())
    assert (found.title, found.sent_on, found.format) == ("A port grows up", "2024-03-31", "eml")
    assert texts(found) == ["Of the markup."]


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.4", "no-reader"),
        ("a", b"words", "no-reader"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"***\n---", "empty"),
        ("a.txt", b"words\x00\x01\x02", "no-text"),
        ("a.txt", b"%PDF-1.4 words", "other-format"),
        ("a.txt", b"PK\x03\x04 words", "other-format"),
        ("a.docx", b"words", "other-format"),
        ("a.docx", b"PK\x03\x04 words", "damaged"),
        ("a.docx", zipped(other=b"x"), "no-word-file"),
        ("a.docx", zipped(word__document_xml=b"<x"), "damaged"),
        ("a.docx", zipped(word__document_xml=BOMB), "damaged"),
        ("a.docx", zipped(word__document_xml=b"<x/>"), "damaged"),
        ("a.docx", zipped(word__document_xml=b" " * (MOST_XML + 1)), "unpacks-too-large"),
        ("a.docx", zipped(word__document_xml=b"<x/>", pad=b"0" * 41 * 1024 * 1024), "unpacks-too-large"),
        ("a.eml", b"words without a header", "no-mail"),
        ("a.eml", b"Subject: x\n\n", "empty"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\nxx", "empty"),
        ("a.txt", b"x" * (5 * 1024 * 1024 + 1), "too-large"),
        ("a.txt", b"word " * 70_000, "too-long"),
        ("a.txt", b"word\n\n" * 6_000, "too-many-paragraphs"),
        ("a.html", b"<div>" * 30_000 + b"x", "too-deep"),
        ("a.html", b"<script>only()</script>", "empty"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_a_reason(name: str, data: bytes, code: str) -> None:
    begun = time.perf_counter()
    assert refused(name, data) == code
    assert time.perf_counter() - begun < 3
