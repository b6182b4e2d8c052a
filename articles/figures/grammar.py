"""The grammar of a printed figure: prefix, number, scale, unit, the other end of a range. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from articles.figures.decimals import shifted
from articles.figures.lexicon import UnitWord
from articles.figures.scanning import SPELLED, Token, spelled_out

OPENS_RANGE = "between"
_MOST_WORDS_BEFORE_UNIT = 3
_LARGEST_WHOLE_OF_A_RATIO = 100


@dataclass(frozen=True, slots=True)
class Amount:
    number: Decimal
    places: int
    power: int | None
    unit: UnitWord | None
    after: str | None
    end: int


def with_spelled_numbers(tokens: Sequence[Token]) -> list[Token]:
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token, end = spelled_out(tokens, at) or (tokens[at], at + 1)
        result.append(token)
        at = end
    return result


def is_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number there is a figure, not part of a name or an ordinal (COVID-19, G20, 5G, 21st)
    nor of a fraction (three-quarters, one in eight, 1/3), which we do not read."""
    if tokens[at].number is None or _is_part_of_fraction(tokens, at):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.glued and following.has("names.endings"):
        return False
    before = at - 1
    if before > 0 and tokens[at].glued and tokens[before].text == "-" and tokens[before].glued:
        before -= 1
    name = tokens[before] if before >= 0 and tokens[at].glued else None
    return name is None or not (name.is_word and name.text[0].isascii() and name.meaning.sign_of is None)


def _is_part_of_fraction(tokens: Sequence[Token], at: int) -> bool:
    rest = [token for token in tokens[at + 1 : at + 3] if token.text != "-"]
    if tokens[at].text == SPELLED and rest and rest[0].has("names.fractions"):
        return True
    return _is_ratio(tokens[at : at + 3]) or (at > 1 and _is_ratio(tokens[at - 2 : at + 1]))


def _is_ratio(tokens: Sequence[Token]) -> bool:
    """ "one in eight" and "1/3", but not "9.443 million in 2023"."""
    if len(tokens) < 3 or tokens[0].number is None or tokens[2].number is None:
        return False
    slash = tokens[1].text == "/" and tokens[1].glued and tokens[2].glued
    return slash or (tokens[1].has("names.parts") and tokens[2].number <= _LARGEST_WHOLE_OF_A_RATIO)


def prefix_of(tokens: Sequence[Token]) -> tuple[int, UnitWord | None, str | None]:
    """Sign, currency and qualifier (or OPENS_RANGE) before the number."""
    sign, unit, left = 1, None, len(tokens)
    while left:
        meaning = tokens[left - 1].meaning
        if meaning.sign is not None and sign == 1 and not _hangs_on_a_word(tokens, left - 1):
            sign = meaning.sign
        elif meaning.sign_of is not None and unit is None:
            unit = meaning.sign_of
        elif meaning.before is None:
            break
        left -= 1
    for token in reversed(tokens):
        if token.has("between.opens"):
            return sign, unit, OPENS_RANGE
        if token.meaning.before is not None:
            return sign, unit, token.meaning.before
    return sign, unit, None


def _hangs_on_a_word(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].glued and at > 0 and tokens[at - 1].is_word and tokens[at - 1].meaning.sign_of is None


def amount_at(tokens: Sequence[Token], at: int, sign: int) -> Amount:
    """The number there with its scale and unit words."""
    number, places = tokens[at].number or Decimal(0), tokens[at].places
    power, after, end = _scale(tokens, at + 1)
    if power is not None and end < len(tokens) and tokens[end].number is not None:
        lower, lower_after, lower_end = _scale(tokens, end + 1)
        if lower is not None and lower < power:
            number = _sum(shifted(number, power - lower), tokens[end].number or Decimal(0))
            places, power, after, end = tokens[end].places, lower, lower_after, lower_end
    unit, end = _unit(tokens, end)
    if after is None and end < len(tokens):
        after = tokens[end].meaning.after
    return Amount(number.copy_negate() if sign < 0 else number, places, power, unit, after, end)


def _sum(larger: Decimal, smaller: Decimal) -> Decimal:
    """ "3亿5000万" is one number: 35000 of the smaller scale."""
    places = max(0, -int(smaller.as_tuple().exponent), -int(larger.as_tuple().exponent))
    return shifted(Decimal(int(shifted(larger, places)) + int(shifted(smaller, places))), -places)


def _scale(tokens: Sequence[Token], at: int) -> tuple[int | None, str | None, int]:
    """Power of ten of the scale words there (None: no word), a qualifier among them, and where they end."""
    power: int | None = None
    after: str | None = None
    while at < len(tokens):
        meaning = tokens[at].meaning
        if meaning.scale is not None and (power is None or meaning.chains):
            power = (power or 0) + meaning.scale
        elif meaning.after is not None and after is None and not _is_plus_before_number(tokens, at):
            after = meaning.after
        elif not _is_hyphen(tokens, at):
            break
        at += 1
    return power, after, at


def _is_plus_before_number(tokens: Sequence[Token], at: int) -> bool:
    follows = at + 1 < len(tokens) and tokens[at + 1].number is not None
    return tokens[at].meaning.sign is not None and (follows or not tokens[at].glued)


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """The hyphen of "$7-billion" and "2.8-percent"."""
    glued = tokens[at].text == "-" and tokens[at].glued and at + 1 < len(tokens)
    return glued and tokens[at + 1].glued and tokens[at + 1].number is None


def _unit(tokens: Sequence[Token], at: int) -> tuple[UnitWord | None, int]:
    """The unit word that belongs to the number, looked for across a few words of description."""
    for skipped, token in enumerate(tokens[at : at + _MOST_WORDS_BEFORE_UNIT + 1]):
        meaning, end = token.meaning, at + skipped + 1
        if meaning.unit is not None and not (meaning.only_adjacent and skipped):
            if is_rate_of_two_units(meaning.unit, tokens[end : end + 2]):
                return None, end
            return meaning.unit, end
        if not token.is_word or meaning.before or meaning.after or any("." in role for role in meaning.roles):
            break
    return None, at


def is_rate_of_two_units(unit: UnitWord, following: Sequence[Token]) -> bool:
    """ "dollars a barrel" is neither dollars nor barrels; "percent a year" stays percent."""
    if unit.code in {"percent", "percentage_point", "basis_point"} or len(following) < 2:
        return False
    return following[0].has("rates.words") and following[1].meaning.unit is not None


def other_end(tokens: Sequence[Token], first: Amount, opened: bool) -> Amount | None:
    """The second number of a range, if the words after the first one join it.

    "and" joins after an opening word ("between 5 and 6 percent"), or two numbers of one unit ("5% and 6%").
    """
    if first.end >= len(tokens):
        return None
    joint = tokens[first.end]
    if joint.has("range.words") or (opened and joint.has("between.joins")):
        return _amount_after(tokens, first.end)
    second = _amount_after(tokens, first.end) if joint.has("between.joins") and first.unit else None
    return second if second is not None and second.unit == first.unit else None


def _amount_after(tokens: Sequence[Token], joint: int) -> Amount | None:
    sign = 1
    for following in range(joint + 1, min(joint + 4, len(tokens))):
        if tokens[following].number is not None:
            return amount_at(tokens, following, sign) if is_figure(tokens, following) else None
        meaning = tokens[following].meaning
        if meaning.sign is not None:
            sign = meaning.sign
        elif meaning.sign_of is None:
            return None
    return None
