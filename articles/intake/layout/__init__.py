"""What the parts of a clipping are. Pure: no Django."""

from articles.intake.layout.recognising import Layout, Role, recognised

__all__ = ["Layout", "Role", "recognised"]
