"""The sheet that columns and lines are drawn on: its measures, and how much room words take. Pure."""

from dataclasses import dataclass, field
from decimal import Decimal

from indicators.charts.scales import Axis

WIDTH = 360
WIDE = 660
HEIGHT = 248
TOP = Decimal(36)
BOTTOM = Decimal(210)
PERIODS_AT = Decimal(229)
NAMES_AT = Decimal(244)
EDGE = Decimal(4)

AXIS_LETTER = Decimal("6.9")
VALUE_LETTER = Decimal("7.7")
WIDE_LETTER = Decimal("12.5")
ARABIC_LETTER = Decimal("5.2")


def width_of(text: str, letter: Decimal = AXIS_LETTER) -> Decimal:
    """How wide a text stands, on the generous side."""
    return sum((_letter(ord(sign), letter) for sign in text), Decimal(0))


def is_arabic(code: int) -> bool:
    return 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFEFF


def _letter(code: int, latin: Decimal) -> Decimal:
    if is_arabic(code):
        return ARABIC_LETTER
    return WIDE_LETTER if code > 0x2E7F else latin


def px(value: Decimal) -> str:
    """A coordinate with one place, without a needless zero."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a text."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(slots=True)
class Room:
    """Gives out room for texts, first come, first served, so that no two overlap and none leaves the sheet."""

    taken: list[Box] = field(default_factory=list)
    width: int = WIDTH

    def take(self, *boxes: Box) -> bool:
        """Whether there is room for all of these; if so it is taken."""
        outside = any(each.left < 0 or each.right > self.width or each.top < 0 for each in boxes)
        if outside or any(each.meets(other) for each in boxes for other in self.taken):
            return False
        self.taken.extend(boxes)
        return True


def box_around(x: Decimal, baseline: Decimal, width: Decimal, height: Decimal = Decimal(12)) -> Box:
    """The room of a text that is centred on x."""
    return Box(x - width / 2, baseline - height + 2, x + width / 2, baseline + 2)


@dataclass(frozen=True, slots=True)
class Plot:
    """The field between the axes."""

    scale: Axis
    left: Decimal
    width: int = WIDTH

    @classmethod
    def for_scale(cls, scale: Axis, width: int = WIDTH) -> "Plot":
        widest = max(width_of(tick_text(tick)) for tick in scale.ticks)
        return cls(scale, max(Decimal(30), widest + 10), width)

    def y(self, value: Decimal) -> Decimal:
        return BOTTOM - self.scale.share(value) * (BOTTOM - TOP)

    def middles(self, count: int) -> list[Decimal]:
        """The middle of each of so many equal slots."""
        slot = self.slot(count)
        return [self.left + slot * n + slot / 2 for n in range(count)]

    def slot(self, count: int) -> Decimal:
        return (self.width - self.left) / max(count, 1)


def tick_text(value: Decimal) -> str:
    """A tick without needless zeros, with a real minus sign."""
    plain = format(value, ",f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.replace("-", "−")
