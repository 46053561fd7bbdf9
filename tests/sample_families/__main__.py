"""Write the sample families anew: `python -m tests.sample_families`."""

from __future__ import annotations

from genogram_app import places
from genogram_app.store.codec import SUFFIX, encode
from tests.sample_families import large_family, practice, three_partners

#: Every sample by the name of its file.
SAMPLES = {
    "practice": practice.case,
    "three_partners": three_partners.case,
    "large_family": large_family.case,
}


def write() -> None:
    """Write every sample family into the program's resources."""
    folder = places.resources() / "samples"
    for name, tell in SAMPLES.items():
        (folder / f"{name}{SUFFIX}").write_bytes(encode(tell()))


if __name__ == "__main__":
    write()
