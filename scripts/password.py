"""Where the first editor's password is kept: one file for each database, so that none overwrites another's."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit


def password_file(var: Path, database_url: str) -> Path:
    """`editor-password` for the embedded database; else with the name of the database and where it is."""
    if not database_url:
        return var / "editor-password"
    place = urlsplit(database_url)
    name = Path(place.path).stem or "database"
    where = hashlib.sha256(f"{place.scheme}//{place.hostname}:{place.port}{place.path}".encode()).hexdigest()
    return var / f"editor-password-{name}-{where[:6]}"
