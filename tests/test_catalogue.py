"""The generated catalogue is never trusted: a damaged one is told in one sentence."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk import catalogue as module
from careerdesk.assets import asset
from careerdesk.catalogue import FILE, CatalogueDamagedError, catalogue, read_catalogue
from careerdesk.domain.plain_tables import TableFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SHIPPED: dict[str, Any] = json.loads(asset(FILE).read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def unread() -> Iterator[None]:
    """No test finds or leaves the catalogue of another one."""
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


def test_that_it_is_read_once() -> None:
    assert catalogue() is catalogue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"sources": 1}',
        json.dumps(SHIPPED | {"roles": {"families": [], "roles": [{}]}}).encode(),
    ],
)
def test_that_a_damaged_file_is_told_in_one_sentence(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "catalogue.json"
    damaged.write_bytes(content)
    monkeypatch.setattr(module, "asset", lambda _name: damaged)
    with pytest.raises(CatalogueDamagedError) as found:
        catalogue()
    assert str(found.value).startswith("The catalogue of roles that belongs to CareerDesk is dam")
    assert "Install CareerDesk again" in str(found.value)


def test_that_a_missing_file_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FILE", "catalogue/none.json")
    with pytest.raises(CatalogueDamagedError, match="cannot be read"):
        catalogue()


def test_that_taking_out_any_part_of_an_entry_is_noticed() -> None:
    optional = {"note", "url", "nearest_esco", "technology", "work_values", "skills", "source"}
    optional |= {"date", "ddat", "usual", "choices"}
    for part, kind in [
        ("roles", "roles"),
        ("skills", "skills"),
        ("resources", "resources"),
        ("occupations", "occupations"),
        ("sources", "bases"),
    ]:
        entry = SHIPPED[part][kind][0]
        for key in entry.keys() - optional:
            plain = {**SHIPPED, part: {**SHIPPED[part], kind: list(SHIPPED[part][kind])}}
            plain[part][kind][0] = {name: entry[name] for name in entry if name != key}
            with pytest.raises(TableFaultError):
                read_catalogue(plain)


def test_that_an_answer_scale_with_a_gap_is_refused() -> None:
    plain = copy.deepcopy(SHIPPED)
    plain["assessment"]["interests"]["options"][1]["value"] = 2
    with pytest.raises(TableFaultError, match="valued 0 to 4") as found:
        read_catalogue(plain)
    assert found.value.way == ("assessment", "interests", "options")


def test_that_the_window_comes_up_without_it() -> None:
    script = "import careerdesk.app, careerdesk.cli, sys\nprint(*sorted(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not {"careerdesk.catalogue", "careerdesk.domain.instrument"} & set(found.stdout.split())
