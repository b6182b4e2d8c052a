"""What holds for every test: no network but loopback, and no deadline that a busy machine could miss."""

import hypothesis

from tests.network import allow_only_loopback

allow_only_loopback()

hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")
