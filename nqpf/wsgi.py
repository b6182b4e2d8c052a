"""The WSGI application that granian serves."""

import os
import sys
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")

# REST framework loads these wherever they happen to be installed, for a client and for pages that are not used here.
unused = {"requests", "pygments", "markdown", "coreapi"} - sys.modules.keys()
absent: dict[str, Any] = dict.fromkeys(unused)
sys.modules.update(absent)

application = get_wsgi_application()

for name in unused:
    del sys.modules[name]
