"""Readers of files: bytes in, a table out. Pure; each bounded, each with its own sentence for what it refuses."""
