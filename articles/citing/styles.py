"""A reference in five styles: APA 7, MLA 9, Chicago 17 (author-date), IEEE, Vancouver (NLM). Pure.

What these give is compared with pandoc and the styles of the CSL project in `tests/unit/citing`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from articles.citing import dates, names
from articles.citing.item import Item
from articles.citing.titles import headline


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in three pieces: before the container's name, which is set in italics, that name, and after it."""

    before: str
    container: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.container}{self.after}"


def apa(item: Item) -> Reference:
    """Yang, Y. (2024, March 31). Title. Container. URL"""
    when = (
        str(item.issued[0])
        if item.type == "article-journal" and item.issued
        else dates.year_first(item.issued)
    )
    people = [names.inverted_initials(each) for each in item.authors[:20]]
    who = f"{', '.join(people[:-1])}, & {people[-1]}" if len(people) > 1 else "".join(people)
    title = _stopped(
        f"{item.title} [Translated from {item.translated_from}]" if item.translated_from else item.title
    )
    told = f"({when or 'n.d.'})."
    before = f"{_stopped(who)} {told} {title} " if who else f"{title} {told} "
    page = f", {item.page.replace('-', '–')}" if item.page else ""
    return _reference(before, item, f"{page}. {item.url}")


def mla(item: Item) -> Reference:
    """Yang, Yundong. “Title.” Container, 31 Mar. 2024, URL."""
    people = [
        names.inverted(each) if place == 0 else names.whole(each) for place, each in enumerate(item.authors)
    ]
    if len(people) == 2:
        who = f"{people[0]}, and {people[1]}. "
    else:
        who = _stopped(f"{people[0]}, et al" if len(people) > 2 else "".join(people)) + " " if people else ""
    issued = item.issued[:2] if item.type == "article-journal" else item.issued
    parts = [dates.day_first(issued), _pages(item.page), f"{item.url}."]
    after = ", ".join(part for part in parts if part)
    where = f" [{_place(item)}]" if _place(item) else ""
    title = _quoted(headline(item.title, item.language), ".")
    return _reference(f"{who}{title} {_translated(item)}", item, f"{where}, {after}")


def chicago(item: Item) -> Reference:
    """Yang, Yundong. 2024. “Title.” Container, March 31, 2024. URL."""
    people = [
        names.inverted(each) if place == 0 else names.whole(each) for place, each in enumerate(item.authors)
    ]
    listed = people if len(people) <= 10 else [*people[:7], "et al"]
    who = f"{listed[0]}, and {listed[1]}" if len(listed) == 2 else names.joined(listed, "and")
    if len(people) > 10:
        who = f"{', '.join(listed[:-1])}, et al"
    year = f"{item.issued[0]}." if item.issued else "n.d."
    title = _quoted(headline(item.title, item.language), ".")
    before = f"{_stopped(who)} {year} {title} " if who else f"{title} {year} "
    before += _translated(item)
    when = dates.month_first(item.issued)
    page = item.page.replace("-", "–") if item.type == "article-journal" else ""
    after = "".join(f", {part}" for part in (when, page) if part)
    return _reference(before, item, f"{after}. {item.url}.")


def ieee(item: Item) -> Reference:
    """Y. Yang, “Title,” Container, Mar. 31, 2024. Available: URL"""
    people = [names.initials_first(each) for each in item.authors]
    who = f"{people[0]} et al." if len(people) > 6 else names.joined(people, "and")
    before = f"{who}, {_quoted(item.title, ',')} " if who else f"{_quoted(item.title, ',')} "
    before += f"(translated from {item.translated_from}) " if item.translated_from else ""
    issued = item.issued[:2] if item.type == "article-journal" else item.issued
    parts = [_place(item), _pages(item.page), dates.short_month_first(issued)]
    after = "".join(f", {part}" for part in parts if part)
    return _reference(before, item, f"{after}. Available: {item.url}")


def vancouver(item: Item) -> Reference:
    """Yang Y. Title. Container [Internet]. 2024 Mar 31. Available from: URL"""
    people = [names.bare_initials(each) for each in item.authors]
    who = ", ".join([*people[:6], *(["et al"] if len(people) > 6 else [])])
    title = f"{item.title} [translated from {item.translated_from}]" if item.translated_from else item.title
    before = f"{_stopped(who)} {_stopped(title)} " if who else f"{_stopped(title)} "
    when = dates.year_month_day(item.issued)
    page = f":{item.page.replace('-', '–')}" if item.page else ""
    dated = f" {when}{page}." if when else ""
    where = f" ({_place(item)})" if _place(item) else ""
    return _reference(before, item, f"{where} [Internet].{dated} Available from: {item.url}")


STYLES: dict[str, Callable[[Item], Reference]] = {
    "APA": apa,
    "MLA": mla,
    "Chicago": chicago,
    "IEEE": ieee,
    "Vancouver": vancouver,
}


def _reference(before: str, item: Item, after: str) -> Reference:
    """Without a container, the site that keeps the work stands in its place."""
    return Reference(before, item.container_title or item.archive, after)


def _place(item: Item) -> str:
    """Where a newspaper appears, unless its name says so already."""
    named = item.place.casefold() in item.container_title.casefold()
    return "" if named or item.type != "article-newspaper" else item.place


def _stopped(text: str) -> str:
    """With a full stop, unless it ends in a sign that closes a sentence."""
    return text if not text or text.endswith((".", "?", "!", "。", "۔", "؟", "？", "！")) else f"{text}."


def _quoted(title: str, stop: str) -> str:
    """American quotation marks take the comma or full stop in; a question mark takes its place."""
    closed = title if title.endswith(("?", "!", "？", "！", "؟")) else f"{title.rstrip('.')}{stop}"
    return f"“{closed}”"


def _translated(item: Item) -> str:
    return f"Translated from {item.translated_from}. " if item.translated_from else ""


def _pages(page: str) -> str:
    if not page:
        return ""
    return f"pp. {page.replace('-', '–')}" if "-" in page or "," in page else f"p. {page}"
