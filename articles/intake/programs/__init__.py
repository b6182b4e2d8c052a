"""Intake for programs: the same verbs as on the page, behind a key."""
