"""The photo of the cover: a user's image made harmless and small."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

# Larger pictures are refused before they are decoded; 40 megapixels is more than phones make.
MAX_PIXELS: Final = 40_000_000
_EDGE: Final = 640


def clean_photo(content: bytes) -> bytes | None:
    """Return a PNG or JPEG as a small square JPEG without its metadata; None if unreadable."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    white = Image.new("RGBA", upright.size, "white")
    flat = Image.alpha_composite(white, upright).convert("RGB")
    edge = min(*flat.size, _EDGE)
    file = io.BytesIO()
    ImageOps.fit(flat, (edge, edge), centering=(0.5, 0.4)).save(file, "JPEG", quality=88)
    return file.getvalue()
