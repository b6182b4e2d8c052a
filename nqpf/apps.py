"""The nqpf app."""

from django.apps import AppConfig


class NqpfConfig(AppConfig):
    name = "nqpf"
