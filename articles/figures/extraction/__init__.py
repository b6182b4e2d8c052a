"""Find every statistical figure of an article: pure, deterministic, linear in the text. No Django, no floats."""

from articles.figures.extraction.extracting import extract
from articles.figures.extraction.figure import ExtractedFigure

__all__ = ["ExtractedFigure", "extract"]
