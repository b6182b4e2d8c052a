"""House checks: what a careful colleague would say about a text. Pure: no Django, no wording, linear time."""
