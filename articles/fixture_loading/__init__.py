"""Loading fixtures that people edit by hand: skip what agrees, refuse what contradicts, compile what is new."""
