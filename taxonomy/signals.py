"""What this app announces to the layers above."""

from django.dispatch import Signal

# Sent inside the transaction of the change, once per verb, after the rows of this app have been written.
# Arguments: keywords (set of ids whose name, labels, kind, status, address or place changed),
# replaced (dict of id -> id: what carries the first has to carry the second instead), at (datetime).
keywords_changed = Signal()
