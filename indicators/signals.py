"""What this app announces to the layers above."""

from django.dispatch import Signal

# Sent inside the transaction that recorded them, once per batch.
# Arguments: observations (set of observation ids), at (datetime: when they were recorded).
vintages_recorded = Signal()
