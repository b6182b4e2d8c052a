"""The shapes of the states, as on the pages (`templates/components/marks.html`)."""

from PIL import Image, ImageDraw

GRID, FINER = 16, 4


def shape(state: str, size: int) -> Image.Image:
    """A mask of a shape, drawn finer and made smaller so that its edge is smooth."""
    unit = size * FINER / GRID
    mask = Image.new("L", (size * FINER, size * FINER))
    _trace(ImageDraw.Draw(mask), state, unit)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def _trace(draw: ImageDraw.ImageDraw, state: str, unit: float) -> None:
    def at(*grid: float) -> list[float]:
        return [each * unit for each in grid]

    thick = round(2 * unit)
    match state:
        case "holds":
            draw.ellipse(at(2, 2, 14, 14), fill=255)
        case "rounded":
            draw.ellipse(at(2, 2, 14, 14), outline=255, width=thick)
            draw.pieslice(at(2, 2, 14, 14), -90, 90, fill=255)
        case "revised":
            draw.polygon(at(8, 1.5, 15, 14, 1, 14), fill=255)
        case "other":
            draw.ellipse(at(0.5, 3.5, 9.5, 12.5), outline=255, width=thick)
            draw.ellipse(at(6.5, 3.5, 15.5, 12.5), outline=255, width=thick)
        case "disputed":
            draw.line(at(8, 1.5, 14.5, 8, 8, 14.5, 1.5, 8, 8, 1.5), fill=255, width=thick)
            draw.line(at(8, 5, 8, 8.5), fill=255, width=thick)
            draw.line(at(8, 10, 8, 11.5), fill=255, width=thick)
        case "contradicted":
            draw.line(at(3, 3, 13, 13), fill=255, width=round(3 * unit))
            draw.line(at(13, 3, 3, 13), fill=255, width=round(3 * unit))
        case _:
            draw.ellipse(at(2, 2, 14, 14), outline=255, width=thick)
