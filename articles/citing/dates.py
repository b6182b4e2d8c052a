"""Dates of known precision as reference lists write them in English. Pure. Empty for an unknown one."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
type Parts = tuple[int, ...]


def short_month(month: int) -> str:
    """“Mar.”; May, June and July are not shortened."""
    name = MONTHS[month - 1]
    return name if len(name) <= 4 else f"{name[:3]}."


def month_first(issued: Parts) -> str:
    """March 31, 2024."""
    if len(issued) == 3:
        return f"{MONTHS[issued[1] - 1]} {issued[2]}, {issued[0]}"
    return " ".join([*(MONTHS[part - 1] for part in issued[1:2]), *(str(part) for part in issued[:1])])


def day_first(issued: Parts) -> str:
    """31 Mar. 2024."""
    words = [*(str(part) for part in issued[2:]), *(short_month(part) for part in issued[1:2])]
    return " ".join([*words, *(str(part) for part in issued[:1])])


def short_month_first(issued: Parts) -> str:
    """Mar. 31, 2024; the day has two digits."""
    if len(issued) == 3:
        return f"{short_month(issued[1])} {issued[2]:02d}, {issued[0]}"
    return " ".join([*(short_month(part) for part in issued[1:2]), *(str(part) for part in issued[:1])])


def year_first(issued: Parts) -> str:
    """2024, March 31."""
    if len(issued) < 2:
        return "".join(str(part) for part in issued)
    return f"{issued[0]}, {' '.join([MONTHS[issued[1] - 1], *(str(part) for part in issued[2:])])}"


def year_month_day(issued: Parts) -> str:
    """2024 Mar 31, without a full stop."""
    return " ".join(
        [
            *(str(part) for part in issued[:1]),
            *(MONTHS[part - 1][:3] for part in issued[1:2]),
            *(str(part) for part in issued[2:]),
        ]
    )
