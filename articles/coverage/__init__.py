"""How many numbers of what readers have are bound to an observation: counted when compiled, and reported."""
