"""What this app announces to the layers above."""

from django.dispatch import Signal

# Sent inside the transaction that recorded them, once per batch.
# Arguments: observations (set of observation ids), at (datetime: when they were recorded).
vintages_recorded = Signal()

# Sent inside the transaction of a change in the catalogue (a name, a definition, an address of a document).
# Arguments: series (set of ids of the series whose compiled figures show it), at (datetime).
catalogue_changed = Signal()

# Sent inside the transaction that declared an error of a source, closed it, or noted what the source says to it.
# Arguments: observations (set of observation ids), at (datetime). What a new statement closes, vintages_recorded tells.
declarations_changed = Signal()
