"""How closely two articles are related: by the keywords they share, a rare one counting for more. Pure."""

from collections.abc import Collection, Iterable, Mapping
from math import log

KEPT = 12
"""Articles that an edition remembers; more than a page shows, for those that readers do not have."""


LIGHTEST = round(1000 * log(2))
"""What a keyword weighs that every edition carries: no two articles of one language that are related weigh less."""


def weights(carried: Mapping[int, int], editions: int) -> dict[int, int]:
    """What sharing each keyword counts for: the logarithm of its rarity, in thousandths.

    Args:
        carried: by how many editions each keyword is carried.
        editions: how many there are.
    """
    return {keyword: round(1000 * log(1 + editions / max(count, 1))) for keyword, count in carried.items()}


def closest(
    shared: Mapping[int, Collection[int]], weight: Mapping[int, int], *, most: int = KEPT
) -> dict[int, int]:
    """The articles that are related most closely, with what they weigh.

    Args:
        shared: the keywords that each article shares.
    """
    found = {article: sum(weight[each] for each in keywords) for article, keywords in shared.items()}
    return dict(in_order(found.items())[:most])


def behind(weight: int) -> int:
    """What an article in another language weighs, so that it comes after all of the own language, heavy ones first."""
    return min(weight // 100, LIGHTEST - 1)


def in_order(weighed: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The heaviest first; of equals the one that was written last."""
    return sorted(weighed, key=lambda pair: (-pair[1], -pair[0]))
