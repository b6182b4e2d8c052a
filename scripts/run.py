"""`make run`: prepares what has changed, then serves until Ctrl-C."""

import os
import subprocess
import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from nqpf.env import env
from scripts.addresses import Address, AddressError, address_from, refuse_if_taken
from scripts.freshness import ROOT, is_prepared
from scripts.password import password_file


def announce(address: Address) -> None:
    """The addresses that a newcomer needs."""
    file = password_file(ROOT / "var", env.str("DATABASE_URL", default=""))
    kept = f" (user editor, password in {file.relative_to(ROOT)})" if file.exists() else ""
    print(f"The site                  {address.url}")
    print(f"The admin                 {address.url}admin/{kept}")
    print(f"The API's documentation   {address.url}api/docs/")
    print("Ctrl-C ends it.", flush=True)


def serve(address: Address) -> None:
    """Serves; returns when it is interrupted."""
    server = Server(
        "nqpf.wsgi:application",
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warning,
        working_dir=ROOT,
        workers_kill_timeout=5,
    )
    server.on_startup(lambda: announce(address))
    server.serve()


def main() -> int:
    try:
        address = address_from(os.environ)
        refuse_if_taken(address)
        if not is_prepared():
            done = subprocess.run([sys.executable, "-m", "scripts.prepare"], cwd=ROOT, check=False)
            if done.returncode:
                return done.returncode
        serve(address)
    except AddressError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
