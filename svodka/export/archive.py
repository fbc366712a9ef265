"""Files of office programs are archives: the same parts should give the same bytes, whenever they are written."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day that an archive knows.
DAY = (1980, 1, 1, 0, 0, 0)


def timeless(archive: bytes) -> bytes:
    """The archive with the same parts in the same order, none of which says when it was written."""
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(file, "w", ZIP_DEFLATED) as written:
        for part in read.infolist():
            written.writestr(ZipInfo(part.filename, DAY), read.read(part), ZIP_DEFLATED)
    return file.getvalue()
