"""Numbers with sign, currency, scale and unit, as they stand in prose. Pure: no Django, no floats."""

import re
from collections.abc import Iterator
from decimal import Decimal

from articles.figures.extraction.amount import Amount
from articles.figures.extraction.fractions import fraction_at, multiplier_at, part_of_number
from articles.figures.extraction.prose import Prose, hangs_on
from articles.figures.extraction.tables import AREAS, COUNT_NOUNS, RATE_WORDS, RATES_OF_TWO
from articles.figures.lexicon import LEXICON, UNKNOWN, UnitWord
from articles.figures.scanning import Token, digits_of, spelled_out

_LARGEST_POWER = 30
_LONGEST_SPELLED = 12
_MOST_WORDS_BEFORE_COUNTED = 2
_SIGNS = {word: meaning.sign_of for word, meaning in LEXICON.words.items() if meaning.sign_of is not None}
_SIGN_LENGTHS = sorted({len(word) for word in _SIGNS}, reverse=True)
_MINUS = re.compile(r"(?<![\w)%])(?<!\d )(?:minus|negative) $", re.IGNORECASE)
_PER = re.compile(r" ?(?:(?:per|an?|each|every) |/ ?)")
_UNITS_BY_ARTICLE = frozenset(
    {
        "barrel",
        "day",
        "tonne",
        "hour",
        "kg",
        "litre",
        "acre",
        "hectare",
        "ounce",
        "bushel",
        "quintal",
        "maund",
    }
)
_POINTS = frozenset({"percent", "percentage_point", "basis_point"})
# "50 deaths per 1,000 live births": what is counted is set against a round number of others.
_AGAINST_MANY = re.compile(
    r"(?: [a-z-]{1,20}){0,4} (?:per|(?:for|in|of) every) (1,?000|10,000|1(?:00,000|,000,000))\b"
)


class AmountReader:
    """Reads the amounts of one text; `text` is the folded one, with marks on what is no figure."""

    def __init__(self, prose: Prose, text: str, area: str | None) -> None:
        self.prose, self.words, self.text, self.area = prose, prose.words, text, area

    def read(self) -> Iterator[Amount]:
        """All amounts in their order. Linear in the text."""
        at = end = 0
        while at < len(self.words):
            amount = self._at(at)
            if amount is not None:
                amount.start = max(amount.start, end)
                end = amount.end
                yield amount
            at = amount.last if amount is not None else at + 1

    def _at(self, at: int) -> Amount | None:
        word = self.words[at]
        if word.sort == "number":
            return part_of_number(self.words, at) or self._digits(at)
        if word.sort != "word":
            return None
        return (
            part_of_number(self.words, at)
            or fraction_at(self.words, at)
            or multiplier_at(self.words, at)
            or self._spelled(at)
        )

    def _digits(self, at: int) -> Amount | None:
        word = self.words[at]
        digits = digits_of(word.text)
        if digits is None or (at and hangs_on(self.words[at - 1], word)):
            return None
        amount = Amount(word.start, word.end, at, at + 1, Decimal(digits), len(digits.partition(".")[2]))
        self._before(amount)
        return self._after(amount)

    def _spelled(self, at: int) -> Amount | None:
        meaning = LEXICON.words.get(self.words[at].lower)
        if meaning is None or not (meaning.value is not None or meaning.roles & {"glue.one", "glue.half"}):
            return None
        run = self.words[at : at + _LONGEST_SPELLED]
        tokens = [Token(w.text, False, meaning=LEXICON.words.get(w.lower, UNKNOWN)) for w in run]
        found = spelled_out(tokens, 0)
        if found is None:
            return None
        token, length = found
        last = at + length
        amount = Amount(
            self.words[at].start, self.words[last - 1].end, at, last, token.number or Decimal(0), token.places
        )
        amount.firm = False
        self._after(amount)
        if meaning.value == 1 and length == 1 and (amount.counts or amount.unit in {None, "times"}):
            return amount if amount.power is not None else None
        return amount

    def _before(self, amount: Amount) -> None:
        """Sign and currency before the digits."""
        end = amount.start - 1 if self.text[amount.start - 1 : amount.start] == " " else amount.start
        for length in _SIGN_LENGTHS:
            start = end - length
            unit = _SIGNS.get(self.text[max(0, start) : end].casefold()) if start >= 0 else None
            if unit is not None and not (
                self.text[start].isalpha() and self.text[start - 1 : start].isalpha()
            ):
                self._set_unit(amount, unit)
                amount.start = start
                break
        sign, ahead = (
            self.text[amount.start - 1 : amount.start],
            self.text[max(0, amount.start - 2) : amount.start - 1],
        )
        if sign in {"+", "-"} and not (ahead.isalnum() or ahead in {")", "%"}):
            amount.sign = 1 if sign == "+" else -1
            amount.start -= 1
        elif minus := _MINUS.search(self.text[max(0, amount.start - 12) : amount.start]):
            amount.sign, amount.negative = -1, True
            amount.start -= len(minus.group())
        amount.first = self.prose.at(amount.start)

    def _after(self, amount: Amount) -> Amount | None:
        at = self._scale(amount)
        if (amount.power or 0) > _LARGEST_POWER:
            return None
        at = self._unit(amount, at)
        if amount.unit is None and not amount.counts:
            at = self._counted(amount, at)
        amount.end = at
        amount.last = self.prose.at(at)
        if (amount.unit is None or amount.counts) and (many := _AGAINST_MANY.match(self.prose.folded, at)):
            amount.unit = f"per_{many[1].replace(',', '')}"
        amount.firm = amount.firm or amount.power is not None or amount.unit is not None or amount.counts
        return amount

    def _scale(self, amount: Amount) -> int:
        end = amount.end
        while (at := self._next(end)) is not None and (found := LEXICON.at(self.text, at)):
            meaning = found[1]
            if meaning.scale is None or not (amount.power is None or meaning.chains):
                break
            amount.power = (amount.power or 0) + meaning.scale
            end = at + len(found[0])
        return end

    def _next(self, end: int) -> int | None:
        """Where a word can stand that belongs to what ends there: glued, after a space, or after a hyphen."""
        text = self.text
        if text[end : end + 1] in {" ", "\n"} or (
            text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        ):
            end += 1
        return end if end < len(text) and text[end] not in " \n" else None

    def _unit(self, amount: Amount, end: int) -> int:
        at = self._next(end)
        found = LEXICON.at(self.text, at) if at is not None else None
        if at is not None and found is not None and found[1].unit is not None:
            unit = found[1].unit
            if amount.unit is None or amount.unit == unit.code:
                self._set_unit(amount, unit)
                end = at + len(found[0])
        elif at is not None and (rate := RATE_WORDS.get(self.text[at : at + 4].strip(" ,.)").lower())):
            amount.unit, end = rate, at + len(self.text[at : at + 4].strip(" ,.)"))
        if amount.unit is not None and amount.unit not in _POINTS and not amount.counts:
            end = self._rate(amount, end)
        return self._restated(amount, end)

    def _set_unit(self, amount: Amount, unit: UnitWord) -> None:
        amount.unit = AREAS.currency(unit.code, self.area) if unit.code and unit.also else unit.code
        amount.unit_power, amount.also = unit.power, unit.also
        amount.counts = unit.count or unit.generic

    def _rate(self, amount: Amount, end: int) -> int:
        """ "dollars a barrel" is a unit of its own."""
        per = _PER.match(self.text, end)
        found = LEXICON.at(self.text, per.end()) if per and per.end() < len(self.text) else None
        if per is None or found is None or found[1].unit is None or found[1].unit.code is None:
            return end
        code = found[1].unit.code
        if per.group().strip() in {"a", "an"} and code not in _UNITS_BY_ARTICLE:
            return end
        both = f"{amount.unit}/{code}"
        amount.unit = RATES_OF_TWO.get(both, both)
        return per.end() + len(found[0])

    def _restated(self, amount: Amount, end: int) -> int:
        """ "kilowatt-hours (kWh)" is one unit."""
        if amount.unit is None or not self.text.startswith(" (", end):
            return end
        found = LEXICON.at(self.text, end + 2) if end + 2 < len(self.text) else None
        if found is None or found[1].unit is None or found[1].unit.code != amount.unit:
            return end
        close = end + 2 + len(found[0])
        return close + 1 if self.text.startswith(")", close) else end

    def _counted(self, amount: Amount, end: int) -> int:
        """The noun of what is counted, across a word or two of description."""
        at = self.prose.at(end)
        for word in self.words[at : at + _MOST_WORDS_BEFORE_COUNTED + 1]:
            if word.sort != "word":
                return end
            meaning = LEXICON.words.get(word.lower)
            counted = (
                meaning is not None
                and meaning.unit is not None
                and (meaning.unit.count or meaning.unit.generic)
            )
            if counted or word.lower in COUNT_NOUNS:
                amount.counts = True
                amount.unit = meaning.unit.code if meaning is not None and meaning.unit is not None else None
                return word.end
            if meaning is not None:
                return end
        return end
