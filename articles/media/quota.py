"""A ceiling on what is received at all, before anything of it is kept. Runs ahead of the stock upload handlers."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

# Above every limit of ours, so that a form can still say how large a file is.
CEILING = 48 * 1024 * 1024


class Ceiling(FileUploadHandler):
    """Stops keeping a file at the ceiling. The form sees no file, and `too_heavy(request)` says why."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > CEILING:
            if self.request is not None:
                self.request.META["nqpf.too_heavy"] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return None


def too_heavy(request: Any) -> bool:
    """Whether a file of this request was cut off at the ceiling."""
    return bool(request.META.get("nqpf.too_heavy"))
