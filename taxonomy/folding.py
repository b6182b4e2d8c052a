"""Folding: the form in which two spellings of one term are the same. Pure, no Django.

Case, spaces, diacritics and width are folded (Unicode NFKC, then NFD without combining marks, then casefold);
Arabic letter variants that Urdu keyboards produce are folded onto the Urdu letter.
"""

import re
import unicodedata

URDU_VARIANTS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ۀ": "ہ", "أ": "ا", "إ": "ا"}
)
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640]")
SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """The folded form of a term: fold("  Ｃhîna ") == "china"."""
    wide = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", wide) if not unicodedata.combining(c))
    return SPACES.sub(" ", unicodedata.normalize("NFC", bare.translate(URDU_VARIANTS))).strip()
