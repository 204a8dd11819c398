"""What pip is told, and what the user is told of pip."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pip_words import build_requirements, environment_for_pip, explain_os_error, explain_output


@pytest.mark.parametrize(
    ("output", "part"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "no space left"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(...: [Errno -3] "
            "Temporary failure in name resolution')'\n"
            "ERROR: Could not find a version\nERROR: No matching distribution found for hatchling",
            "cannot be reached",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'", "trusted"),
        ("ERROR: No matching distribution found for numpy>=2", "lacks a package"),
        ("/usr/bin/python3: No module named pip", "python3-venv"),
        ("warning: x\nERROR: something new\n", "pip said: ERROR: something new"),
        ("", "without a reason"),
    ],
)
def test_that_a_failure_of_pip_becomes_a_sentence(output: str, part: str) -> None:
    assert part in explain_output(output)


def test_that_the_users_index_and_proxy_stay_and_foreign_targets_go() -> None:
    environ = {
        "PIP_INDEX_URL": "https://mirror.example.org/simple",
        "PIP_TARGET": "/elsewhere",
        "PIP_USER": "1",
        "PYTHONPATH": "/other/site-packages",
        "https_proxy": "http://proxy:3128",
    }
    given = environment_for_pip(environ)
    assert given["PIP_INDEX_URL"] == environ["PIP_INDEX_URL"]
    assert given["https_proxy"] == environ["https_proxy"]
    assert given["PIP_USER"] == "0"
    assert given["PIP_ROOT_USER_ACTION"] == "ignore"
    assert not {"PIP_TARGET", "PYTHONPATH"} & given.keys()


def test_that_without_a_network_pip_gives_up_soon_unless_the_user_wants_it_patient() -> None:
    assert environment_for_pip({})["PIP_RETRIES"] == "1"
    assert environment_for_pip({"PIP_RETRIES": "9"})["PIP_RETRIES"] == "9"


def test_that_the_build_backend_is_read_from_the_project() -> None:
    text = '[build-system]\nrequires = ["hatchling>=1.27"]\n'
    assert build_requirements(text) == ["hatchling>=1.27"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_that_a_full_disk_is_named(number: int) -> None:
    assert "no space left" in explain_os_error(OSError(number, "full"), Path("/p/.venv"))


def test_that_a_forbidden_folder_is_named_with_a_way_out() -> None:
    said = explain_os_error(PermissionError(errno.EACCES, "Permission denied"), Path("/p/.venv"))
    assert "/p/.venv" in said
    assert "Permission denied" in said
    assert "XDG_CACHE_HOME" in said
