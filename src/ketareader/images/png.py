"""A picture as the bytes of a PNG file, for the terminals that are sent one."""

from io import BytesIO

from PIL import Image

from ketareader.images.picture import Picture


def png(picture: Picture) -> bytes:
    """Encode the picture, quickly rather than small."""
    file = BytesIO()
    Image.frombytes("RGB", picture.size, picture.rgb).save(file, "PNG", compress_level=1)
    return file.getvalue()
