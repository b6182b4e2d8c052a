"""The WSGI application that granian serves."""

import os
import sys
from typing import Any

from django.core.wsgi import get_wsgi_application

# REST framework imports these wherever they happen to be installed, for a client and for pages that are not used here.
absent: dict[str, Any] = dict.fromkeys(("requests", "pygments", "markdown", "coreapi"))
sys.modules.update(absent)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")

application = get_wsgi_application()
