"""Find every statistical figure of an article: pure, deterministic, linear in the text. No Django, no floats."""

from articles.figures.extraction.extracting import extract
from articles.figures.extraction.figure import ExtractedFigure
from articles.figures.extraction.setting import setting_of

__all__ = ["ExtractedFigure", "extract", "setting_of"]
