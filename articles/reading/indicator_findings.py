"""What the data say, in one plain sentence each. Nothing is said that the stated values do not bear out.

Only exact values are compared: “more than 9 million” is neither above nor below 9.5 million.
"""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.reading.dates import day_in_words
from articles.reading.indicator_panels import Panel, periods_of
from articles.reading.indicator_points import middle
from indicators.catalogue.models import Unit
from indicators.observations.known import Known
from indicators.observations.models import Vintage
from indicators.observations.printing import in_full
from indicators.observations.stated import as_printed, exact_value, unit_sign

DESCRIBED_UP_TO = 60


def answer(panels: list[Panel], language: str) -> str:
    """The sentence under the name of an indicator."""
    known = [panel for panel in panels if panel.is_known]
    if len(known) > 1:
        areas = len({panel.first.area_id for panel in known})
        sources = len({each.series.source_id for panel in known for each in panel.levels})
        return _("%(series)s, stated by %(sources)s. Each is kept as its source stated it.") % {
            "series": ngettext("Figures for %d area", "Figures for %d areas", areas) % areas,
            "sources": ngettext("%d source", "%d sources", sources) % sources,
        }
    levels = [each for panel in known for each in panel.levels if each.stated]
    if len(levels) == 2:
        return _of_two(levels[0], levels[1], language)
    if len(levels) > 2:
        return _("%d sources state this figure. Each is kept as its source stated it.") % len(levels)
    return _of_one(levels[0], language) if levels else ""


def _of_two(one: Known, other: Known, language: str) -> str:
    both = last_common_period([one, other])
    if both is None:
        return _("Two sources state this figure, for different periods. Both are kept, as each stated them.")
    first, second = exact_value(one.newest(both)), exact_value(other.newest(both))
    if first is None or second is None:
        return _("Two sources state this figure. Both are kept, as each source stated them.")
    if first == second:
        return _("Two sources state this figure, and they agree for %(period)s.") % {"period": both}
    return _(
        "Two sources state this figure, and they disagree: by %(gap)s in %(period)s. "
        "Both are kept, as each source stated them."
    ) % {"gap": _gap(abs(first - second), one.series.unit, language), "period": both}


def _gap(gap: Decimal, unit: Unit, language: str) -> str:
    name = (
        _("percentage points") if unit.code == "percent" else (unit.translations.get(language) or unit.name)
    )
    return in_full(gap, 0, name)


def _of_one(known: Known, language: str) -> str:
    if all(middle(stated[-1]) is None for stated in known.stated.values()):
        return _("One source is known for this figure. It has stated no value.")
    revised = [period for period in known.periods if known.is_revised(period)]
    if not revised:
        return _("One source states this figure. No value has been revised since it was first stated.")
    period = revised[-1]
    first, newest = known.stated[period][0], known.stated[period][-1]
    unit = known.series.unit
    return _("The source has revised its figure for %(period)s: from %(old)s to %(new)s, on %(day)s.") % {
        "period": period,
        "old": as_printed(first, unit, language),
        "new": as_printed(newest, unit, language),
        "day": day_in_words(newest.stated_on, language),
    }


def finding(levels: list[Known], language: str) -> str:
    """The title of a chart."""
    known = [each for each in levels if each.stated]
    if len(known) > 1 and (both := last_common_period(known)):
        return _compared(known, both, language)
    return _over_time(known[0], language) if len(known) == 1 else _("The sources state different periods")


def _compared(known: list[Known], period: str, language: str) -> str:
    stated = [(each, each.newest(period)) for each in known]
    values = [exact_value(vintage) for _each, vintage in stated]
    if any(value is None for value in values):
        return _("What each source states for %(period)s") % {"period": period}
    if len(set(values)) == 1:
        return _("The sources agree for %(period)s") % {"period": period}
    ordered = sorted(stated, key=lambda pair: exact_value(pair[1]) or Decimal(0), reverse=True)
    (high, _high), (low, _low) = ordered[0], ordered[-1]
    words = {"high": high.series.source.code, "low": low.series.source.code, "period": period}
    if high.series.unit.code == "percent":
        return _("%(high)s states a higher rate than %(low)s for %(period)s") % words
    return _("%(high)s states more than %(low)s for %(period)s") % words


def _over_time(known: Known, language: str) -> str:
    periods = _comparable(known)
    newest = known.newest(periods[-1]) if periods else known.latest
    if newest is None:
        return ""
    words = {"value": _said(newest, known, language), "period": newest.observation.period}
    if len(periods) < 2:
        return _("%(value)s in %(period)s") % words
    first = known.newest(periods[0])
    was, now = exact_value(first) or Decimal(0), exact_value(newest) or Decimal(0)
    words |= {"was": _said(first, known, language) if first else "", "then": periods[0]}
    if was == now:
        return _("%(value)s in %(period)s, as in %(then)s") % words
    if now > was:
        return _("Up from %(was)s in %(then)s to %(value)s in %(period)s") % words
    return _("Down from %(was)s in %(then)s to %(value)s in %(period)s") % words


def _comparable(known: Known) -> list[str]:
    """The periods with an exact value, since the series last broke: what came before measures something else."""
    stated = [known.stated[period][-1] for period in known.periods]
    broken = max((n for n, each in enumerate(stated) if each.status == Vintage.Status.BREAK), default=0)
    return [each.observation.period for each in stated[broken:] if exact_value(each) is not None]


def _said(vintage: Vintage, known: Known, language: str) -> str:
    return as_printed(vintage, known.series.unit, language)


def described(levels: list[Known], language: str) -> str:
    """The values of a chart in words, for those who do not see it: all, or the telling ones of very many."""
    periods = periods_of(levels)
    if len(periods) <= DESCRIBED_UP_TO:
        told = " ".join(_told(levels, period, language) for period in periods)
    else:
        told = " ".join(_summary(each, language) for each in levels if each.stated)
    unit = unit_sign(levels[0].series.unit, language)
    return _("Unit: %(unit)s.") % {"unit": unit} + " " + told


def _told(levels: list[Known], period: str, language: str) -> str:
    values = []
    for each in levels:
        vintage = each.newest(period)
        said = as_printed(vintage, None, language) if vintage else _("none")
        values.append(f"{each.series.source.code} {said}")
    return period + _(": ") + _(", ").join(values) + _(".")


def _summary(known: Known, language: str) -> str:
    valued = [(exact_value(known.newest(period)), period) for period in known.periods]
    exact = [(value, period) for value, period in valued if value is not None]
    ends = dict.fromkeys([known.periods[0], known.periods[-1]])
    told = [f"{period} {as_printed(known.stated[period][-1], None, language)}" for period in ends]
    if exact:
        for name, (_value, period) in ((_("lowest"), min(exact)), (_("highest"), max(exact))):
            told.append(f"{name} {period} {as_printed(known.stated[period][-1], None, language)}")
    count = ngettext("%d value", "%d values", len(known.periods)) % len(known.periods)
    return known.series.source.code + _(", ") + count + _(": ") + _("; ").join(told) + _(".")


def last_common_period(known: list[Known]) -> str | None:
    """The latest period about which all of these state something."""
    common = set(known[0].periods).intersection(*(each.periods for each in known[1:]))
    return next((period for period in reversed(periods_of(known)) if period in common), None)
