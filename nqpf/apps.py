"""The nqpf app."""

from django.apps import AppConfig
from django.contrib import admin
from django.utils.safestring import mark_safe


class NqpfConfig(AppConfig):
    name = "nqpf"

    def ready(self) -> None:
        """What the admin shows for nothing: a dash that narrow screens may leave out."""
        admin.site.empty_value_display = mark_safe('<span class="ed-none">–</span>')
