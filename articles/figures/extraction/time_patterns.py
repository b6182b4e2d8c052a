"""How prose writes dates and periods. No pattern repeats a repetition. Pure: no Django."""

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_RELATIVE = r"(?i:(?:this|last|next|the (?:current|previous|preceding|past|coming|upcoming)) year)\b"
_NOT_A_NUMBER = r"(?![\d%]|[.,]\d)"


def _fiscal(name: str) -> str:
    return (
        rf"(?:(?i:FY|fiscal year|financial year|fiscal|crop year|marketing year) ?-?'?"
        rf"(?P<{name}a>(?:19|20)\d\d|\d\d)(?:[-/](?P<{name}b>(?:19|20)\d\d|\d\d))?"
        rf"|(?P<{name}c>(?:19|20)\d\d)[-/](?P<{name}d>(?:19|20)\d\d|\d\d)){_NOT_A_NUMBER}(?!-\d)\b"
    )


def _of(name: str) -> str:
    """The year that a part belongs to."""
    return (
        rf"(?:(?:[ ,-]{{1,2}}(?:of |in |during )?(?:the )?(?:year |calendar year )?)"
        rf"(?:{_fiscal(name)}|(?P<{name}y>{_YEAR}){_NOT_A_NUMBER}|(?P<{name}r>{_RELATIVE})))?"
    )


_SCALES = "thousand|million|billion|trillion|lakh|crore|bn|mn|percent|per cent|km|tonnes?|tons?"
_NO_SCALE = rf"(?! ?(?i:{_SCALES}|[kMGT]Wh?)\b)"
_ORDINALS = r"(?i:first|second|third|fourth|last|final)"
_COUNTED = r"(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"

TIMES = re.compile(
    rf"(?P<iso>\b(?P<iso_y>{_YEAR})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)\b(?:[T ]\d\d:\d\d(?::\d\d)?)?)"
    rf"|(?P<dmy>\b(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dmy_m>{_MONTH}),? (?P<dmy_y>{_YEAR}))"
    rf"|(?P<mdy>\b(?P<mdy_m>{_MONTH}) (?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<mdy_y>{_YEAR}))"
    rf"|(?P<slash>\b(?P<sl_d>\d{{1,2}})[/.](?P<sl_m>\d{{1,2}})[/.](?P<sl_y>{_YEAR})\b)"
    rf"|(?P<span>\b(?P<sp_a>{_MONTH})(?:,? (?P<sp_y>{_YEAR}))? ?(?:-|to |through |till |and )"
    rf" ?(?P<sp_b>{_MONTH})(?! \d{{1,2}}\b){_of('sp')})"
    rf"|(?P<md>\b(?P<md_m>{_MONTH}) (?P<md_d>\d{{1,2}})(?:st|nd|rd|th)?\b{_NOT_A_NUMBER}"
    r"(?! (?i:per|pc|million|billion|crore|lakh|trillion)))"
    rf"|(?P<dm>\b(?P<dm_d>\d{{1,2}})(?:st|nd|rd|th)? (?P<dm_m>{_MONTH})(?! \d))"
    rf"|(?P<part>\b(?:Q(?P<q1>[1-4])|(?P<q2>[1-4])Q|H(?P<h1>[12])|(?P<h2>[12])H"
    rf"|(?P<qo>{_ORDINALS}) (?i:quarter)|(?P<ho>{_ORDINALS}) (?i:half)"
    rf"|(?i:first) (?P<nm>{_COUNTED}) (?i:months))\b(?!-year)(?! (?i:a|an|of (?:all|them|its))\b){_of('pt')})"
    rf"|(?P<trail>\b(?P<tr_n>{_COUNTED}) (?i:months) (?i:to|ended|ending|through)(?: in| on)? (?P<tr_m>{_MONTH})"
    rf"(?: \d{{1,2}}(?!\d))?(?:,? (?P<tr_y>{_YEAR}))?)"
    rf"|(?P<month>\b(?P<mo_m>{_MONTH})(?:,? (?:of )?(?:(?P<mo_y>{_YEAR}){_NOT_A_NUMBER}"
    rf"|(?P<mo_r>{_RELATIVE})))?)"
    rf"|(?P<fiscal>\b{_fiscal('fy')})"
    rf"|(?P<decade>\b(?:19|20)\d0s\b)"
    rf"|(?P<year>(?<![\w.,$€£₹+#/])(?P<ye>{_YEAR}){_NOT_A_NUMBER}(?:\b|(?=年)){_NO_SCALE})"
    r"|(?P<anaphor>(?i:\b(?:the )?(?:same|corresponding|comparable|similar|year-ago"
    r"|year-earlier) (?:period|quarter|month|time|half)"
    r"(?: (?:of |in )?(?:the )?(?:last|previous|preceding|prior) (?:fiscal |financial )?year"
    rf"| a year (?:ago|earlier|before))?(?: (?:of|in) (?:the )?(?:{_fiscal('an')}|(?P<any>{_YEAR}){_NOT_A_NUMBER}))?"
    r"|\b(?:a|one) (?:year|month) (?:ago|earlier|before)|\byear-(?:ago|earlier)"
    r"|\b(?:the )?(?:previous|preceding|prior) (?:fiscal |financial )?(?:year|month|quarter)\b))"
    r"|(?P<relative>(?i:\b(?:this|last|next|current|coming|upcoming) (?:fiscal year|financial year"
    r"|year|month|quarter)\b))"
    r"|(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)
"""Every date and period of English prose, longest first."""

_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_OF_MONTHS = {name: count for count, name in enumerate(_COUNTS, start=2)}
ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
