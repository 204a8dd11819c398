from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.exchange.markup import without_markup


def test_that_markup_goes_and_what_only_looks_like_it_stays() -> None:
    html = "<p>Maps &amp; <b>plans</b></p><ul><li>one</li></ul><script>bad()</script>"
    assert without_markup(html) == "Maps & plans\n\none"
    assert without_markup("List<String> if a < b & c") == "List<String> if a < b & c"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<A HREF=\"/x?a>b\" class='y'>Maps</A><br/>and plans", "Maps\nand plans"),
        ("one<!-- two <b>three</b> -->four", "onefour"),
        ("<style>p {}</style >seen<SCRIPT>a<b>c</script>", "seen"),
        ("&lt;b&gt; &#8364;&#x20ac; &nbsp;x", "<b> €€ x"),
        ("/?a=1&copy=2&notit &bogus;", "/?a=1&copy=2&notit &bogus;"),
    ],
)
def test_that_tags_comments_and_entities_are_read(html: str, text: str) -> None:
    assert without_markup(html) == text


@pytest.mark.parametrize(
    "text",
    [
        "a <b and c",
        "a <b and c> d",
        "Ada <!-- Byron wrote a lot",
        "<![CDATA[x and more text after",
        "<![",
        "</",
        "<a href='it's'> x",
        "5 <6 and 7> 2",
        "a<!-b>",
        "&#xffffffff;",
        "<!doctype",
        "<?php x ?>",
    ],
)
def test_that_broken_markup_is_text(text: str) -> None:
    assert without_markup(text) == text


def test_that_the_text_of_a_script_without_an_end_stays() -> None:
    assert without_markup("a <script>b <style>c") == "a b c"


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<!--<![", "<script>", "<a x='", '<a x="y" ', "<", "&", "</p", "<p>"]
)
def test_that_broken_markup_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    without_markup(text)
    assert time.process_time() - started < 2.0


@given(st.text(alphabet="<>ab/!-&; ='\"", max_size=30))
def test_that_what_cannot_be_markup_is_never_lost(text: str) -> None:
    assert "kept" in without_markup(f"{text.replace('<', '').replace('-->', '')} <p kept")
    assert "kept" in without_markup(f"kept{text}")
