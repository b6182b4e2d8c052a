"""Intake: a clipping comes in as text or file, is recognised, reviewed, and becomes a working copy."""
