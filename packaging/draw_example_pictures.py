"""Draw the two attachments of the example desk anew: a monogram and a fictional certificate.

They are committed beside the example's source, so that the program need not draw them; run this
after a change of their look: ``python packaging/draw_example_pictures.py``.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from careerdesk.palette import LIGHT  # noqa: E402 - only found after the line above

FONTS = ROOT / "resources" / "fonts"
TARGET = ROOT / "resources" / "example"
SIZE = 320  # pixels; twice the largest size at which the portfolio shows it
FINER = 4  # drawn larger and reduced, for smooth edges


def monogram() -> bytes:
    """Return a square PNG with the initials of the person in the example."""
    side = SIZE * FINER
    image = Image.new("RGB", (side, side), LIGHT.accent_surface)
    draw = ImageDraw.Draw(image)
    draw.ellipse((-side * 0.2, side * 0.62, side * 1.2, side * 1.9), fill=LIGHT.accent)
    font = ImageFont.truetype(str(FONTS / "Inter-SemiBold.ttf"), int(side * 0.32))
    draw.text((side / 2, side * 0.36), "AM", font=font, fill=LIGHT.accent, anchor="mm")
    small = image.resize((SIZE, SIZE), Image.Resampling.LANCZOS).quantize(64)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def certificate() -> bytes:
    """Return one landscape page that stands in for a scanned certificate and says so."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("Inter-Regular", "Inter-SemiBold"):
        registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    buffer = io.BytesIO()
    width, height = landscape(A4)
    page = Canvas(buffer, pagesize=(width, height), invariant=1)
    page.setTitle("Fictional certificate")
    page.setAuthor("CareerDesk")
    page.setStrokeColor(LIGHT.accent)
    page.setLineWidth(1.2)
    page.rect(36, 36, width - 72, height - 72)
    page.setLineWidth(0.4)
    page.rect(43, 43, width - 86, height - 86)
    lines = (
        ("Inter-SemiBold", 34, 372, LIGHT.accent, "Fictional certificate"),
        ("Inter-Regular", 14, 318, LIGHT.ink_2, "This page stands in for a scanned document."),
        ("Inter-Regular", 14, 298, LIGHT.ink_2, "It certifies nothing and was issued by nobody."),
        ("Inter-SemiBold", 20, 232, LIGHT.ink, "Alex Muster"),
        ("Inter-Regular", 12, 210, LIGHT.ink_2, "an invented person"),
        ("Inter-Regular", 11, 112, LIGHT.ink_3, "EXAMPLE-5150"),
    )
    for font, size, bottom, colour, text in lines:
        page.setFont(font, size)
        page.setFillColor(colour)
        page.drawString((width - stringWidth(text, font, size)) / 2, bottom, text)
    page.setStrokeColor(LIGHT.line)
    page.line(width / 2 - 110, 140, width / 2 + 110, 140)
    page.showPage()
    page.save()
    return buffer.getvalue()


def main() -> None:
    """Write both files where the example's source lies."""
    for name, content in (("monogram.png", monogram()), ("certificate.pdf", certificate())):
        (TARGET / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
