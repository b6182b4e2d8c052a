"""A front page in the making: what is chosen so far, and what each button of the form does to it. Pure."""

from dataclasses import dataclass, replace

MOST_KEPT = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """Articles by id, figures by reference (`NEV_PROD.CHN.A.NBS:2023`), in the editors' order."""

    lead: int | None = None
    picks: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def articles(self) -> list[int]:
        return [*([self.lead] if self.lead else []), *self.picks]

    @property
    def is_empty(self) -> bool:
        return not (self.articles or self.figures)

    def after(self, done: str) -> "Draft":
        """The draft after a button such as `lead:12`, `pick:12`, `up:12`, `figure:CARS.CHN.A.STAT:2024`, `out:12`.

        What is no such button, or has nothing to do, changes nothing.
        """
        verb, _colon, what = done.partition(":")
        if verb in ("figure", "figure-up", "figure-down", "figure-out"):
            return self._figures_after(verb, what)
        if not (what.isascii() and what.isdigit() and len(what) < 19):
            return self
        return self._articles_after(verb, int(what))

    def _articles_after(self, verb: str, article: int) -> "Draft":
        others = tuple(each for each in self.picks if each != article)
        match verb:
            case "lead":
                # Whoever leads the page now makes room, and is not lost.
                moved = (self.lead, *others) if self.lead and self.lead != article else others
                return replace(self, lead=article, picks=moved[:MOST_KEPT])
            case "pick":
                lead = None if self.lead == article else self.lead
                return replace(self, lead=lead, picks=(*others, article)[:MOST_KEPT])
            case "out":
                return replace(self, lead=None if self.lead == article else self.lead, picks=others)
            case "up" | "down":
                return replace(self, picks=_moved(self.picks, article, -1 if verb == "up" else 1))
        return self

    def _figures_after(self, verb: str, figure: str) -> "Draft":
        others = tuple(each for each in self.figures if each != figure)
        match verb:
            case "figure":
                return replace(self, figures=(*others, figure)[:MOST_KEPT])
            case "figure-out":
                return replace(self, figures=others)
        return replace(self, figures=_moved(self.figures, figure, -1 if verb == "figure-up" else 1))


def _moved[T](order: tuple[T, ...], one: T, by: int) -> tuple[T, ...]:
    if one not in order:
        return order
    place, rest = order.index(one), [each for each in order if each != one]
    rest.insert(max(0, place + by), one)
    return tuple(rest)
