"""How the site is asked: the conventions that pages and the API of every app share.

They live in the lowest app because all three need them; see docs/decisions/0002-shared-conventions.md.
"""
