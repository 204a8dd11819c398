"""How long a whole release of O*NET or ESCO takes to be read, and in how much memory.

Run on demand: ``python tests/benchmarks/read_release.py``. The releases are written for it, as
large as O*NET 29.3 and ESCO 1.2.1; they are read as a folder and as a zip, through the child as
the program does. The exit status is 1 if a reading takes more than 10 seconds.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from full_releases import put_full_esco, put_full_release  # noqa: E402

from careerdesk.exchange.role_reading import read_roles  # noqa: E402
from careerdesk.exchange.role_search import RoleSearch  # noqa: E402

BOUND = 10.0
MEGABYTE = 2**20


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{folder.name}/{file.name}")
    return path


def main() -> int:
    is_slow = False
    with tempfile.TemporaryDirectory() as place:
        onet = put_full_release(Path(place, "db_29_3_text"))
        esco = put_full_esco(Path(place, "ESCO dataset - v1.2.1 - classification - en - csv"))
        for path in (onet, zipped(onet), esco):
            begun = time.perf_counter()
            read = read_roles([path])
            seconds = time.perf_counter() - begun
            is_slow |= seconds > BOUND
            child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MEGABYTE
            needs = sum(len(role.requirements) for role in read.roles)
            print(
                f"{path.name}: {len(read.roles):,} roles, {needs:,} requirements, {seconds:.1f} s"
            )
            print(f"  most memory of a child so far: {child:.0f} MB")
            tracemalloc.start()
            kept = read_roles([path])
            print(f"  kept by the caller: {tracemalloc.get_traced_memory()[0] / MEGABYTE:.0f} MB")
            tracemalloc.stop()
            begun = time.perf_counter()
            search = RoleSearch(kept.roles)
            prepared = time.perf_counter()
            for typed in ("name 5", "occupation 77", "zzz"):
                search.find(typed)
            found = time.perf_counter()
            print(
                f"  search: prepared in {1000 * (prepared - begun):.0f} ms, then "
                f"{1000 * (found - prepared) / 3:.1f} ms a query"
            )
    return int(is_slow)


if __name__ == "__main__":
    sys.exit(main())
