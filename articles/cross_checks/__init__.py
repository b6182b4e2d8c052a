"""Figures held against each other: what is worth a second look though each of them may hold. Never an error."""
