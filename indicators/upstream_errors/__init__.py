"""Errors of sources that we declare: what a source states, what we hold to be right, and a guard that watches it."""
