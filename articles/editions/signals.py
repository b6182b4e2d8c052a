"""What the slice of editions announces to those above it."""

from django.dispatch import Signal

# Sent inside the transaction of a recording, once per batch, when figures of current editions stopped being true by it.
# Arguments: figures (set of (edition id, number of the figure)), at (datetime).
figures_struck = Signal()
