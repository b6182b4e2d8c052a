"""A revision strikes back: whoever owns an article learns which of its figures a recording has made untrue."""
