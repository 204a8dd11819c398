"""A whole desk as open JSON: written so that people can read it, read without trusting it.

``{"format": "careerdesk", "version": 1, "records": {kind: [record, ...]}, "attachments":
{sha256: base64}}``. Records are sorted by id and their fields stand in the order of the class, so
equal desks give equal files. A desk with large attachments becomes a zip instead, with the same
JSON as ``careerdesk.json`` and each attachment as ``attachments/<sha256>``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import math
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES
from careerdesk.domain.codec import to_plain
from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.fields import printable
from careerdesk.domain.records import KINDS, kind_words, records_of
from careerdesk.exchange.drafts import Manner, Severity
from careerdesk.exchange.foreign_values import checked_address
from careerdesk.exchange.sources import UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from careerdesk.domain.codec import Plain
    from careerdesk.domain.records import Records
    from careerdesk.exchange.drafts import Sink
    from careerdesk.exchange.limits import Limits
    from careerdesk.exchange.sources import SourceFile

FORMAT: Final = "careerdesk"
VERSION: Final = 1
MEMBER: Final = "careerdesk.json"
ATTACHMENTS: Final = "attachments/"
# More than this is not put into one JSON text, which a reader has to hold as a whole.
MAX_INLINE_BYTES: Final = 32 * 2**20
_FIELD_CHARS: Final = 1_000_000
_SHA256: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


def records_by_kind(records: Records) -> Iterator[tuple[str, list[Any]]]:
    """Return every kind with its records sorted by id, which makes equal desks equal files."""
    for kind, record in KINDS.items():
        yield kind, sorted(records_of(records, record), key=lambda item: str(item.id))


def desk_as_json(records: Records, content: Callable[[str], bytes]) -> bytes:
    """Return a desk as one JSON text; ``content`` gives an attachment's bytes by its SHA-256."""
    attachments = {
        sha256: base64.b64encode(content(sha256)).decode("ascii") for sha256 in _attached(records)
    }
    return _dumped(records, attachments)


def desk_as_zip(records: Records, content: Callable[[str], bytes]) -> bytes:
    """Return a desk as a zip of its JSON and its attachments, for a desk with large ones."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            add_to_zip(archive, MEMBER, _dumped(records, {}))
            for sha256 in _attached(records):
                add_to_zip(archive, ATTACHMENTS + sha256, content(sha256))
        return buffer.getvalue()


def add_to_zip(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file without the time of writing, so that equal desks give equal archives."""
    entry = zipfile.ZipInfo(name, _ZIP_TIME)
    entry.external_attr = 0o600 << 16
    # Readers refuse what is packed as tightly as a bomb, which an attachment of zeros would be.
    entry.compress_type = (
        zipfile.ZIP_STORED if name.startswith(ATTACHMENTS) else zipfile.ZIP_DEFLATED
    )
    archive.writestr(entry, content)


def attached_bytes(records: Records) -> int:
    """Return how many bytes the attachments have together, equal ones counted once."""
    return sum({item.sha256: item.size for item in records.attachments}.values())


def _attached(records: Records) -> list[str]:
    return sorted({item.sha256 for item in records.attachments})


def _dumped(records: Records, attachments: dict[str, str]) -> bytes:
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "records": {
            kind: [to_plain(item) for item in items] for kind, items in records_by_kind(records)
        },
        "attachments": attachments,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_desk(
    source: SourceFile, attachments: Iterable[SourceFile], sink: Sink, limits: Limits
) -> None:
    """Read a desk's JSON, in the child.

    Raises:
        ImportProblemError: it is not JSON, not ours, or written by a newer CareerDesk.
    """
    whole = _loaded(source, limits)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _refused(source, "is JSON, but not a desk that CareerDesk has exported")
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise _refused(source, "does not say in which version of the format it is written")
    if version > VERSION:
        raise ImportProblemError(
            f"{source.name} was written by a newer CareerDesk (format {version}, and this one "
            f"reads {VERSION}). {UNCHANGED}; update CareerDesk and try again.",
            file=source.name,
        )
    records = whole.get("records")
    contents = whole.get("attachments", {})
    if not isinstance(records, dict) or not isinstance(contents, dict):
        raise _refused(source, "does not hold records as CareerDesk writes them")
    sink.title("CareerDesk file")
    for kind, items in records.items():
        _read_kind(kind, items, sink, limits)
    for sha256, text in contents.items():
        _read_content(sha256, text, sink)
    for file in attachments:
        sink.file(file.name)
        _keep_content(file.stem, file.read(), sink)


class _BadJsonError(ValueError):
    """The text is JSON that means nothing, such as NaN or a field given twice."""


def _loaded(source: SourceFile, limits: Limits) -> Any:
    if source.size > limits.json_bytes:
        raise _refused(source, f"has more than {limits.json_bytes >> 20} MB of JSON")
    try:
        return json.loads(
            source.read(),
            object_pairs_hook=_without_duplicates,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise ImportProblemError(
            f"{source.name} is not valid JSON in line {error.lineno}: {error.msg}. "
            f"{UNCHANGED}; export the file again, or mend that line.",
            file=source.name,
            line=error.lineno,
        ) from None
    except UnicodeDecodeError:
        raise _refused(source, "is not text in UTF-8") from None
    except _BadJsonError as error:
        raise _refused(source, str(error)) from None
    except RecursionError:
        raise _refused(source, "is nested more deeply than any desk") from None
    except ValueError:
        raise _refused(source, "holds a number of thousands of digits") from None


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _BadJsonError(f"gives {printable(twice)[:40]!r} twice in the same place")
    return found


def _no_number(name: str) -> None:
    raise _BadJsonError(f"holds {name}, which is no number")


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _BadJsonError(f"holds {text[:40]}, which is too large")
    return value


def _read_kind(kind: str, items: Any, sink: Sink, limits: Limits) -> None:
    kind = printable(kind)[:40]
    if kind not in KINDS:
        reason = f"CareerDesk does not know records of the kind {kind!r}; they were not read."
        sink.problem(reason, None, Severity.ERROR)
        return
    if not isinstance(items, list):
        sink.problem(
            f"The records of the kind {kind_words(kind)!r} are not a list.", None, Severity.ERROR
        )
        return
    shown = kind_words(kind).capitalize()
    for number, item in enumerate(items[: limits.rows], start=1):
        try:
            values = _values(kind, item, f"{shown} {number}", sink)
        except _BadJsonError as error:
            sink.leave_out(kind, None, f"{shown} {number}: {error}")
        else:
            sink.draft(kind, None, values, Manner.OWN)
    if len(items) > limits.rows:
        reason = f"Only the first {limits.rows:,} of the kind {kind_words(kind)!r} were read."
        sink.problem(reason, None, Severity.ERROR)


def _values(kind: str, item: Any, place: str, sink: Sink) -> dict[str, Plain]:
    if not isinstance(item, dict):
        raise _BadJsonError("This is not a record.")
    values: dict[str, Plain] = {}
    for field, value in item.items():
        name = printable(field)[:40]
        if isinstance(value, str):
            if len(value) > _FIELD_CHARS:
                raise _BadJsonError(
                    f"The field {name!r} has more than {_FIELD_CHARS:,} characters."
                )
            values[name] = printable(value)
        elif value is None or isinstance(value, bool | int):
            values[name] = value
        else:
            raise _BadJsonError(f"The field {name!r} is neither text nor a whole number.")
    url = values.get("url")
    if isinstance(url, str) and kind != "link":
        values["url"] = checked_address(url, None, sink, is_exact=True, place=f"{place}: ")
    return values


def _read_content(sha256: str, text: Any, sink: Sink) -> None:
    try:
        content = base64.b64decode(text, validate=True)
    except (TypeError, ValueError, binascii.Error):
        reason = f"The attachment {printable(sha256)[:64]!r} is not written in base64."
        sink.problem(reason, None, Severity.ERROR)
    else:
        _keep_content(sha256, content, sink)


def _keep_content(sha256: str, content: bytes, sink: Sink) -> None:
    shown = f"The attachment {printable(sha256)[:64]!r}"
    if not _SHA256.fullmatch(sha256) or hashlib.sha256(content).hexdigest() != sha256:
        reason = f"{shown} has other bytes than its name says, and was not read."
        sink.problem(reason, None, Severity.ERROR)
    elif len(content) > MAX_ATTACHMENT_BYTES:
        reason = f"{shown} has more than {MAX_ATTACHMENT_BYTES >> 20} MB, and was not read."
        sink.problem(reason, None, Severity.ERROR)
    else:
        sink.content(sha256, content)


def _refused(source: SourceFile, what: str) -> ImportProblemError:
    return ImportProblemError(
        f"{source.name} {what}. {UNCHANGED}; choose a file that CareerDesk has exported.",
        file=source.name,
    )
