"""Say a finding in one plain sentence: what is wrong and what to do. Pure: no Django.

Every function takes `_`, a callable like gettext; the templates below are what it is called with.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from articles.figures.checking import Finding, StatedValue, Verdict
from articles.figures.decimals import grouped, shifted
from articles.figures.numerals import Qualifier, StatedFigure

Translate = Callable[[str], str]


def gettext_noop(text: str) -> str:
    """Mark a template for makemessages."""
    return text


def untranslated(text: str) -> str:
    """The default for `_`."""
    return text


SENTENCES: dict[str, str] = {
    "holds": gettext_noop("Holds: %(source)s states %(value)s for %(label)s."),
    "about": gettext_noop("Holds within %(tolerance)s: %(source)s states %(value)s for %(label)s."),
    "rounded": gettext_noop("Rounded from %(value)s, which %(source)s states for %(label)s."),
    "superseded": gettext_noop(
        "Revised since %(day)s to %(value)s. Print %(value)s in a correction, or confirm the earlier figure."
    ),
    "withdrawn": gettext_noop(
        "Withdrawn by %(source)s on %(day)s. Remove the figure for %(label)s or bind another."
    ),
    "other_source": gettext_noop(
        "Other source: %(other)s states %(other_value)s for %(label)s, %(source)s states %(value)s. "
        "Bind the figure of %(other)s or print %(value)s."
    ),
    "period": gettext_noop(
        "Other period: %(source)s states %(other_value)s for %(other)s, but %(value)s for %(label)s. "
        "Bind the figure for %(other)s or print %(value)s."
    ),
    "scale": gettext_noop(
        "“%(print)s” is out by a factor of %(factor)s: %(source)s states %(value)s for %(label)s. "
        "Print %(value)s or bind another figure."
    ),
    "unit": gettext_noop(
        "“%(print)s” is in another unit: %(source)s states %(value)s for %(label)s. "
        "Print %(value)s or bind another figure."
    ),
    "corrected": gettext_noop(
        "Agrees with our declared correction: %(source)s states %(value)s for %(label)s, which we hold to be wrong. "
        "Reason: %(reason)s"
    ),
    "repeats_error": gettext_noop(
        "%(source)s states %(value)s for %(label)s, which we declared to be wrong. "
        "Print %(right)s or confirm the figure of the source. Reason: %(reason)s"
    ),
    "contradicted": gettext_noop(
        "Contradicted: %(source)s states %(value)s for %(label)s, not %(print_amount)s. "
        "Print %(value)s or bind another figure."
    ),
    "no_data": gettext_noop(
        "No source yet: nothing was stated for %(label)s by %(day)s. Bind another figure or remove the mark."
    ),
}
STATE_LINES: dict[str, str] = {
    "holds": gettext_noop("Holds"),
    "rounded": gettext_noop("Rounded from %(value)s"),
    "revised": gettext_noop("Revised since %(day)s to %(value)s"),
    "withdrawn": gettext_noop("Withdrawn since %(day)s"),
    "other": gettext_noop("Other source: %(other)s states %(other_value)s"),
    "disputed": gettext_noop("Error of %(source)s declared: %(right)s instead of %(value)s"),
    "contradicted": gettext_noop("Contradicted: %(source)s states %(value)s"),
    "unbound": gettext_noop("No source yet"),
}
AMOUNTS: dict[int, str] = {
    3: gettext_noop("%(number)s thousand"),
    5: gettext_noop("%(number)s lakh"),
    6: gettext_noop("%(number)s million"),
    7: gettext_noop("%(number)s crore"),
    9: gettext_noop("%(number)s billion"),
    12: gettext_noop("%(number)s trillion"),
}
QUALIFIED: dict[Qualifier, str] = {
    Qualifier.ABOUT: gettext_noop("about %(amount)s"),
    Qualifier.MORE_THAN: gettext_noop("more than %(amount)s"),
    Qualifier.LESS_THAN: gettext_noop("less than %(amount)s"),
    Qualifier.AT_LEAST: gettext_noop("at least %(amount)s"),
    Qualifier.AT_MOST: gettext_noop("at most %(amount)s"),
}
RANGE = gettext_noop("%(low)s to %(high)s")
THE_SOURCE = gettext_noop("the source")
NOTHING = gettext_noop("no value")


def sentence(
    stated: StatedFigure,
    finding: Finding,
    *,
    observation_label: str,
    as_of: date,
    _: Translate = untranslated,
) -> str:
    """What an editor reads beside a figure. `observation_label` follows "for": "2023", "China, 2023"."""
    facts = _facts(stated, finding, _) | {"label": observation_label}
    key = _sentence_key(finding)
    if key == "no_data":
        facts["day"] = as_of.isoformat()
    return _(SENTENCES[key]) % facts


def state_line(stated: StatedFigure, finding: Finding, *, _: Translate = untranslated) -> str:
    """What a reader sees beside a mark: "Holds", "Revised since 2024-10-02 to 3,335.71 billion"."""
    key = "withdrawn" if _is_withdrawn(finding) else finding.state
    return _(STATE_LINES[key]) % _facts(stated, finding, _)


def printed_like(observed: StatedValue, *, _: Translate = untranslated) -> str:
    """What the source printed, in its own scale: "3,335.71 billion", "8.4%", "more than 540 million"."""
    if observed.is_missing:
        return _(NOTHING)
    numbers = (observed.value,) if observed.value is not None else (observed.low, observed.high)
    return _amount(numbers, observed.decimals, observed.multiplier, observed.unit.code, observed.qualifier, _)


def _sentence_key(finding: Finding) -> str:
    if _is_withdrawn(finding):
        return "withdrawn"
    if finding.declared is not None:
        return "corrected" if finding.verdict is Verdict.CORRECTED else "repeats_error"
    if finding.verdict is Verdict.WITHIN_QUALIFIER and finding.tolerance is not None:
        return "about"
    if finding.verdict in {Verdict.EXACT, Verdict.WITHIN_QUALIFIER}:
        return "holds"
    return finding.verdict.value


def _is_withdrawn(finding: Finding) -> bool:
    observed = _decisive(finding)
    if observed is None or not observed.is_missing:
        return False
    return observed.withdrawn or finding.verdict is Verdict.SUPERSEDED


def _decisive(finding: Finding) -> StatedValue | None:
    """The vintage the sentence is about: the newest known."""
    return finding.newer or finding.current or finding.pinned


def _facts(stated: StatedFigure, finding: Finding, _: Translate) -> dict[str, str]:
    observed, other = _decisive(finding), finding.agrees_with
    facts = {"print": stated.text.strip(), "factor": grouped(shifted(Decimal(1), abs(finding.power or 0)))}
    if finding.tolerance is not None:
        facts["tolerance"] = f"{(finding.tolerance * 100).normalize():f}%"
    if other is not None:
        facts |= {"other": other.label, "other_value": printed_like(other.value, _=_)}
    if finding.declared is not None:
        right = printed_like(finding.declared.right, _=_)
        facts |= {"reason": finding.declared.reason, "right": right}
    if observed is None:
        return facts
    same_unit = stated.unit in {None, observed.unit.code} or observed.unit.code == "percent"
    value = printed_like(observed, _=_)
    return facts | {
        "source": observed.source or _(THE_SOURCE),
        "value": value if same_unit else f"{value} ({observed.unit.code})",
        "print_amount": _print_amount(stated, _) if same_unit else f"“{facts['print']}”",
        "day": observed.stated_on.isoformat(),
    }


def _print_amount(stated: StatedFigure, _: Translate) -> str:
    numbers = (stated.number,) if stated.number is not None else (stated.low, stated.high)
    return _amount(numbers, stated.places, stated.multiplier, stated.unit, stated.qualifier, _)


def _amount(
    numbers: tuple[Decimal | None, ...],
    places: int,
    multiplier: int,
    unit: str | None,
    qualifier: Qualifier,
    _: Translate,
) -> str:
    template = _(AMOUNTS[multiplier]) if multiplier in AMOUNTS else "%(number)s"
    power = 0 if multiplier in AMOUNTS else multiplier
    ends = [_digits(shifted(number, power), places - power) for number in numbers if number is not None]
    number = ends[0] if len(ends) == 1 else _(RANGE) % {"low": ends[0], "high": ends[-1]}
    amount = template % {"number": number} + ("%" if unit == "percent" else "")
    return _(QUALIFIED[qualifier]) % {"amount": amount} if qualifier in QUALIFIED else amount


def _digits(number: Decimal, places: int) -> str:
    """With as many decimals as were printed: a stored 54 that was printed as 54.0 shows its zero."""
    printed = -int(number.as_tuple().exponent)
    return format(number, f",.{places}f") if places > printed else grouped(number)
