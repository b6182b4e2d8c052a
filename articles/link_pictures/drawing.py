"""Draws the picture of a link: 1200 by 630, title and key figure, in the colours of the site."""

from io import BytesIO

from PIL import Image, ImageDraw

from articles.link_pictures.picture import HEIGHT, WIDTH, KeyFigure, LinkPicture
from articles.link_pictures.shapes import shape
from articles.link_pictures.typesetting import Hand
from articles.link_pictures.wrapping import shortened

PAPER, INK, QUIET, RULE, BRAND = "#ffffff", "#15181c", "#4a525b", "#d2d6d6", "#00543f"
STATES = {
    "holds": "#1b6541",
    "rounded": "#3f5568",
    "revised": "#8a4700",
    "other": "#5b3a8c",
    "disputed": "#8a1a5c",
    "contradicted": "#a61b1b",
    "unbound": "#4a525b",
}
MARGIN, BAND, TITLE_FROM, FIGURE_TO = 72, 14, 146, 574
COLOURS = 64
SMALLEST = 36


def drawn(picture: LinkPicture, more: tuple[str, ...] = ()) -> bytes:
    """A PNG. Words for which there is no face are left out, so that no boxes stand in their place.

    Args:
        more: files of further fonts.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    hand = Hand(draw, picture.direction == "rtl", MARGIN, WIDTH - MARGIN, more)
    draw.rectangle((0, 0, WIDTH, BAND), BRAND)
    _above(hand, picture)
    top = FIGURE_TO
    if picture.figure and hand.can(picture.figure.printed):
        top = _figure(image, hand, picture.figure, large=not hand.can(picture.title))
    if hand.can(picture.title):
        _title(hand, picture.title, top)
    out = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _above(hand: Hand, picture: LinkPicture) -> None:
    keeper, printed = picture.above
    room = hand.right - hand.left
    if hand.can(keeper):
        name = shortened(keeper, lambda part: hand.width(part, 32, bold=True) <= 560)
        hand.line(name, 84, 32, BRAND, bold=True)
        room -= int(hand.width(name, 32, bold=True)) + 36
    if hand.can(printed):
        told = shortened(printed, lambda part: hand.width(part, 28) <= room)
        hand.line(told, 84, 28, QUIET, at_end=True)
    hand.draw.line((MARGIN, 112, WIDTH - MARGIN, 112), RULE, 2)


def _title(hand: Hand, title: str, bottom: int) -> None:
    """As large as the room above the figure allows, in few lines rather than in many."""
    tall, rise = (1.5, 0.92) if hand.rtl else (1.18, 0.86)
    room = bottom - TITLE_FROM
    last = max(1, min(4, int(room / (SMALLEST * tall))))
    for most in range(min(2, last), last + 1):
        largest = max(SMALLEST, min(72, int(room / (most * tall))))
        size, lines = hand.fitted(title, hand.right - hand.left, range(largest, SMALLEST - 1, -2), most)
        if size >= 48:
            break
    for n, line in enumerate(lines):
        hand.line(line, TITLE_FROM + int(size * (tall * n + rise)), size, INK, bold=True)


def _figure(image: Image.Image, hand: Hand, figure: KeyFigure, *, large: bool) -> int:
    """From the bottom upwards: who states it and what holds, what it measures, the number. Returns where it begins."""
    colour, step = STATES[figure.state], 56 if hand.rtl else 44
    inset = hand.inset(28)
    room, baseline = inset.right - inset.left, FIGURE_TO - 6
    if inset.can(figure.source):
        _line(inset.inset(40), figure.source, baseline, 28, colour, room - 40)
        side = inset.right - 26 if hand.rtl else inset.left
        image.paste(colour, (side, baseline - 23), shape(figure.state, 26))
        baseline -= step
    if inset.can(figure.measures):
        _line(inset, figure.measures, baseline, 30, QUIET, room)
        baseline -= step + 4
    size, lines = inset.fitted(figure.printed, room, range(140 if large else 84, 39, -4), 1)
    inset.line(lines[0] if lines else "", baseline, size, INK, bold=True)
    top = baseline - int(size * 0.86)
    edge = hand.right - 6 if hand.rtl else hand.left
    hand.draw.rectangle((edge, top, edge + 6, FIGURE_TO), colour)
    return top - 40


def _line(hand: Hand, text: str, baseline: int, size: int, colour: str, room: float) -> None:
    hand.line(shortened(text, lambda part: hand.width(part, size) <= room), baseline, size, colour)
