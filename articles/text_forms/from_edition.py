"""An edition as known on a day, as a document in its own language."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.citing.from_edition import item_of
from articles.citing.styles import apa
from articles.editions.models import Edition
from articles.editions.on_a_day import figure_on
from articles.editions.states import tally
from articles.editions.translated import translations_at
from articles.editions.wording import state_words, tally_words
from articles.figures.marks import words_of
from articles.media.placing import Placed, placed_in
from articles.media.remembering import lead_of, printer
from articles.reading.dates import day_in_words, issued_in_words
from articles.text_forms.document import Document, Fact, Note, Picture
from taxonomy.asking.as_of import AsOf


def document_of(edition: Edition, asof: AsOf, *, origin: str, site_name: str) -> Document:
    """Everything that its page tells, without the page. Reads nothing but the edition.

    Args:
        origin: scheme and host of the site, as `https://library.example.org`.
    """
    with translation.override(edition.language):
        snapshot, words = edition.snapshot, state_words()
        lead = lead_of(snapshot)
        return Document(
            title=edition.title,
            standfirst=edition.standfirst,
            byline=_byline(snapshot, edition.language),
            facts=tuple(_facts(edition, asof, origin, site_name)),
            body=edition.body,
            headings=(_("Figures in this article"), _("Editions and corrections")),
            lead=_picture(lead, snapshot["lead"], origin) if lead else None,
            pictures=_pictures(edition, origin),
            notes=tuple(_note(figure_on(each, asof.day, words)) for each in edition.figures),
            editions=tuple(_edition(each, edition.language) for each in snapshot["history"]),
        )


def _byline(snapshot: Mapping[str, Any], language: str) -> str:
    names = [each["name"] for each in snapshot["contributors"] if each["role"] == "author"]
    printed = [snapshot["publication"]["title"]] if snapshot["publication"] else []
    printed += [issued_in_words(snapshot["issued"], language)] if snapshot["issued"] else []
    return _(". ").join(
        filter(None, (f"{_('By')} {_(', ').join(names)}" if names else "", _(", ").join(printed)))
    )


def _facts(edition: Edition, asof: AsOf, origin: str, site_name: str) -> list[Fact]:
    snapshot, language = edition.snapshot, edition.language
    published = day_in_words(timezone.localdate(edition.published_at), language)
    item = item_of(edition, origin=origin, site_name=site_name)
    found = [
        Fact(_("Address"), url=f"{origin}{edition.get_absolute_url()}"),
        Fact(_("First printed"), url=snapshot["url"]),
        Fact(
            _("This edition"), _(", ").join((str(edition.number), str(edition.get_kind_display()), published))
        ),
        Fact(_("As known on"), asof.day.isoformat() if asof.given else ""),
        Fact(_("Figures"), tally_words(tally(edition.figures, asof.day))),
        Fact(_("Section"), snapshot["section"]),
        Fact(_("Keywords"), _(", ").join(each["name"] for each in snapshot["keywords"])),
        Fact(_("Cite this article"), str(apa(item))),
        Fact(_("Rights"), snapshot["rights"]),
    ]
    found += [
        Fact(_("Read in"), each["name"], f"{origin}{each['url']}")
        for each in translations_at(edition.translations, asof.moment, now=asof.now)
    ]
    return [fact for fact in found if fact.words or fact.url]


def _note(figure: Mapping[str, Any]) -> Note:
    pinned, source = figure["pinned"], figure["source"]
    place = (figure["indicator"]["name"], figure["area"]["name"], figure["period"])
    remark = (
        pinned["note"] if pinned and pinned["note"] else _("preliminary") if figure["preliminary"] else ""
    )
    stated = _states(source["name"], pinned["printed"], pinned["stated_on"]) if pinned else source["name"]
    others = [
        _states(each["source"]["name"], each["printed"], each["stated_on"]) for each in figure["others"]
    ]
    state = words_of(str(figure["state_line"])).rstrip(".")
    return Note(
        n=figure["n"],
        measured=_(", ").join(each for each in (*place, remark) if each),
        stated=stated,
        release=pinned["release"]["title"] if pinned else "",
        release_url=pinned["release"]["url"] if pinned else "",
        state=_(". ").join((state, *others)),
    )


def _states(source: str, value: str, on: str) -> str:
    return _(", ").join((_("%(source)s states %(value)s") % {"source": source, "value": value}, on))


def _edition(episode: Mapping[str, Any], language: str) -> str:
    kind = Edition.Kind(episode["kind"]).label
    day: date = timezone.localdate(datetime.fromisoformat(episode["published_at"]))
    named = _("Edition %(n)s, %(kind)s.") % {"n": episode["number"], "kind": kind}
    dated = day_in_words(day, language) + _(".")
    return " ".join(filter(None, (named, dated, episode["note"])))


def _pictures(edition: Edition, origin: str) -> dict[str, Picture]:
    known = edition.snapshot.get("images", {})
    placed = placed_in(edition.body)
    return {each.name: _picture(each, known[each.name], origin) for each in placed if each.name in known}


def _picture(placed: Placed, image: Mapping[str, Any], origin: str) -> Picture:
    told = printer().data(placed, image)
    below = (told["caption"], told["credit"], told["licence"])
    return Picture(
        f"{origin}{told['src']}", told["alt"], _(". ").join(each.rstrip(".۔。") for each in below if each)
    )
