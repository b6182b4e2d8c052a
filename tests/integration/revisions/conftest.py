"""The newsroom of the admin tests: the seed article, an editor at the desk."""

from tests.integration.admin.conftest import article, at_desk, editor, writer

__all__ = ["article", "at_desk", "editor", "writer"]
