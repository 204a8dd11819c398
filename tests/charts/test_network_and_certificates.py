"""The charts of the network mix and of certificates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_desks import (
    TODAY,
    boxes_of,
    certificate,
    drawn,
    letters_of,
    rich_records,
    strokes_of,
    texts_of,
)

from careerdesk.charts import certificates, network_mix
from careerdesk.charts.paper import mix as mixed
from careerdesk.domain.network import Contact, MixTarget
from careerdesk.domain.records import Records
from careerdesk.palette import LIGHT


def network(*functions: str, targets: tuple[MixTarget, ...] = ()) -> Records:
    people = (replace(Contact.new("Ada"), function=function) for function in functions)
    return Records(contacts=tuple(people), mix_targets=targets)


EQUAL = tuple(MixTarget.new(name, 1) for name in ("technical", "product", "design", "business"))


def test_that_a_function_whose_figures_reach_the_target_is_not_called_below_it() -> None:
    # 249 of 1,000 against a quarter: both are written as 25 %.
    targets = (MixTarget.new("product", 1), MixTarget.new("technical", 3))
    people = ("product",) * 249 + ("technical",) * 751
    assert "below" not in network_mix.build(network(*people, targets=targets), TODAY).sentence
    fewer = ("product",) * 239 + ("technical",) * 761
    view = network_mix.build(network(*fewer, targets=targets), TODAY)
    assert view.sentence.endswith("product is furthest below its target, 24 % against 25 %.")


def test_that_the_mix_is_read_with_the_function_to_meet_next() -> None:
    view = network_mix.build(network("technical", "technical", "product", "", targets=EQUAL), TODAY)
    assert view.sentence == (
        "4 people: 2 technical, 1 product, 0 design, 0 business (1 without a function); "
        "design is furthest below its target, 0 % against 25 %."
    )
    assert view.rows[0] == ("Technical", 2, 66.7, 25.0)


def test_that_bars_are_as_long_as_their_shares_and_targets_are_marked() -> None:
    people = ("technical", "technical", "product")
    figure = drawn(network_mix.build(network(*people, targets=EQUAL), TODAY), LIGHT)
    first, second = boxes_of(figure, LIGHT.accent)
    assert first[2] == pytest.approx(2 * second[2])
    upright = [line for line in strokes_of(figure) if len(set(line.xs)) == 1]
    marks = {round(line.xs[0], 2) for line in upright if line.ys[0] > 14}
    assert len(marks) == 1  # four equal targets stand below each other
    assert "target" in texts_of(figure)


def test_that_the_function_furthest_below_is_marked_by_weight_and_not_colour_alone() -> None:
    figure = drawn(network_mix.build(network("technical", targets=EQUAL), TODAY), LIGHT)
    bold = [
        text.get_text()
        for text in letters_of(figure)
        if text.get_fontweight() == 600 and "target" in text.get_text()
    ]
    assert bold == ["0 people, target 25 %"]


def test_that_nobody_with_a_function_is_no_mix_of_noughts() -> None:
    view = network_mix.build(network("", "", targets=(MixTarget.new("law", 1),)), TODAY)
    assert view.is_empty
    assert view.sentence == (
        "2 people, none with a function yet: say what they do, and the mix appears here."
    )
    assert "law" not in texts_of(drawn(view, LIGHT))


def test_that_a_target_nobody_has_set_is_none() -> None:
    view = network_mix.build(network("product", "law"), TODAY)
    assert view.rows == (("Product", 1, 50.0, ""), ("law", 1, 50.0, ""))
    assert "target" not in view.sentence
    assert "target" not in " ".join(texts_of(drawn(view, LIGHT)))


def test_that_targets_without_weight_are_no_targets() -> None:
    view = network_mix.build(network("law", targets=(MixTarget.new("law", 0),)), TODAY)
    assert view.rows == (("law", 1, 100.0, ""),)
    assert "target" not in texts_of(drawn(view, LIGHT))


def test_that_twelve_functions_have_a_row_each() -> None:
    view = network_mix.build(network(*(f"function {n}" for n in range(12))), TODAY)
    written = texts_of(drawn(view, LIGHT))
    assert all(f"function {n}" in written for n in range(12))
    assert "8 in other functions" in view.sentence


def test_that_certificates_are_read_with_the_next_to_expire() -> None:
    view = certificates.build(rich_records(), TODAY)
    assert view.sentence == (
        "6 certificates; 3 expire, the first of them Cloud practitioner in 12 days (5 Dec 2026); "
        "1 has expired; 2 have no expiry date."
    )


@pytest.mark.parametrize(
    ("issued", "expires", "state"),
    [
        ("2024", None, "no expiry date"),
        ("2024", "2028", "valid to 2028"),
        ("2024", "2028-02", "valid to Feb 2028"),
        ("2024", "2026-12-05", "expires in 12 days"),
        ("2024", "2026-11-24", "expires in 1 day"),
        ("2024", "2026-11-23", "expires today"),
        ("2022", "2024-06-14", "expired 14 Jun 2024"),
        ("2027", "2029", "not valid yet"),
        (None, None, "no expiry date"),
        (None, "2028", "expires 2028"),
    ],
)
def test_that_a_certificate_says_how_it_stands(
    issued: str | None, expires: str | None, state: str
) -> None:
    view = certificates.build(Records(certificates=(certificate("X", issued, expires),)), TODAY)
    assert view.rows[0][4] == state
    assert state in texts_of(drawn(view, LIGHT))


def one(issued: str | None, expires: str | None) -> Records:
    return Records(certificates=(certificate("X", issued, expires),))


def test_that_time_gone_is_solid_and_time_ahead_is_outlined() -> None:
    figure = drawn(certificates.build(one("2024-01", "2028-01"), TODAY), LIGHT)
    (solid,) = boxes_of(figure, LIGHT.accent)
    (whole,) = boxes_of(figure, mixed(LIGHT.panel, LIGHT.accent, 0.14))
    assert solid[0] == whole[0]
    assert 0 < solid[2] < whole[2]


def test_that_an_expired_certificate_has_no_solid_bar() -> None:
    figure = drawn(certificates.build(one("2022", "2024"), TODAY), LIGHT)
    assert boxes_of(figure, LIGHT.accent) == []
    assert len(boxes_of(figure, LIGHT.track)) == 1


def test_that_an_unknown_day_of_issue_is_a_gap() -> None:
    figure = drawn(certificates.build(one(None, "2027"), TODAY), LIGHT)
    assert "?" in texts_of(figure)
    assert boxes_of(figure, LIGHT.accent) == []


def test_that_more_certificates_than_rows_stand_in_the_table() -> None:
    many = tuple(certificate(f"C{n}", "2020", None) for n in range(30))
    view = certificates.build(Records(certificates=many), TODAY)
    assert len(view.rows) == 30
    assert "and 10 more, not drawn" in texts_of(drawn(view, LIGHT))


def test_that_a_certificate_without_expiry_date_is_not_drawn_as_valid() -> None:
    figure = drawn(certificates.build(one("2024", None), TODAY), LIGHT)
    assert boxes_of(figure, LIGHT.accent) == []
    (day,) = (line for line in strokes_of(figure) if line.is_dots)
    assert len(day.xs) == 1
    assert not any("valid" in text for text in texts_of(figure))


def test_that_a_long_official_name_takes_two_lines() -> None:
    name = "Example Web Services Certified Solutions Architect - Associate"
    desk = Records(certificates=(certificate(name, "2024", "2027"),))
    written = texts_of(drawn(certificates.build(desk, TODAY), LIGHT))
    assert " ".join(written[:2]) == name


def test_that_nothing_to_expire_is_said() -> None:
    assert certificates.build(one("2024", None), TODAY).sentence == (
        "1 certificate; 1 has no expiry date."
    )
