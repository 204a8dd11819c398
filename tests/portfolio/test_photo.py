"""The photo of the cover: small, upright and without its metadata, or left out with a note."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from making import an_attachment
from PIL import Image
from portfolio_desks import TODAY, reader, rich_records

from careerdesk.domain.errors import NotFoundError
from careerdesk.domain.profile import PROFILE_ID
from careerdesk.portfolio.document import Portfolio, PortfolioOptions, build_portfolio
from careerdesk.portfolio.photo import MAX_PIXELS, clean_photo


def picture(kind: str, *, mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> bytes:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "EXIFCANARY"
    Image.new(mode, size, "green").save(file, kind, exif=exif)
    return file.getvalue()


def with_photo(content: bytes) -> Portfolio:
    photo = an_attachment(content=content, profile_id=PROFILE_ID)
    return build_portfolio(
        replace(rich_records(), attachments=(photo,)),
        today=TODAY,
        options=PortfolioOptions(),
        content={photo.sha256: content}.__getitem__,
    )


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_that_a_png_stands_on_the_cover(mode: str) -> None:
    portfolio = with_photo(picture("PNG", mode=mode))
    assert len(reader(portfolio).pages[0].images) == 1
    assert portfolio.notes == ()


def test_that_a_jpeg_loses_its_metadata() -> None:
    source = picture("JPEG")
    assert b"EXIFCANARY" in source
    cleaned = clean_photo(source)
    assert cleaned is not None
    assert b"EXIFCANARY" not in cleaned
    assert b"EXIFCANARY" not in with_photo(source).pdf


def test_that_a_photo_is_made_small_and_square() -> None:
    cleaned = clean_photo(picture("PNG", size=(3000, 2000)))
    assert cleaned is not None
    assert Image.open(io.BytesIO(cleaned)).size == (640, 640)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        picture("PNG")[:60],
        picture("JPEG")[:200],
        picture("GIF"),
        picture("PNG", mode="1", size=(MAX_PIXELS // 4000 + 1, 4000)),
    ],
    ids=["empty", "text", "cut PNG", "cut JPEG", "GIF", "too many pixels"],
)
def test_that_what_is_no_readable_photo_is_left_out_and_noted(content: bytes) -> None:
    portfolio = with_photo(content)
    assert len(reader(portfolio).pages[0].images) == 0
    assert any("photo" in note for note in portfolio.notes)


def test_that_a_photo_missing_from_the_desk_is_left_out_and_noted() -> None:
    def missing(_sha256: str) -> bytes:
        raise NotFoundError("gone")

    photo = an_attachment(content=b"x", profile_id=PROFILE_ID)
    portfolio = build_portfolio(
        replace(rich_records(), attachments=(photo,)),
        today=TODAY,
        options=PortfolioOptions(),
        content=missing,
    )
    assert any("photo" in note for note in portfolio.notes)


def test_that_a_private_photo_is_not_shown() -> None:
    content = picture("PNG")
    photo = replace(an_attachment(content=content, profile_id=PROFILE_ID), is_private=True)
    portfolio = build_portfolio(
        replace(rich_records(), attachments=(photo,)),
        today=TODAY,
        options=PortfolioOptions(),
        content=lambda _sha: content,
    )
    assert len(reader(portfolio).pages[0].images) == 0
    assert portfolio.hidden["attachment"] == 1
