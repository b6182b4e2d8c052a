"""The table behind entity tags."""

from django.db import models


class Marker(models.Model):
    """The state of one part of the data: a random token that the database renews at every change of a row."""

    part = models.CharField(max_length=40, primary_key=True)
    token = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.part}: {self.token}"
