"""Where a model's files are: a local folder, or the hub and its cache on this machine."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from align.encoders.reach import hub_answers
from align.encoders.recipe import Find
from align.errors import SelarasError

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,95}(/[\w.-]{1,96})?", re.ASCII)
_SAMPLES = 64  # places at which a weight file is read for its fingerprint
_SAMPLE = 1 << 16  # bytes read at each: training changes all weights, so a sample tells


def finder(name: str) -> Find:
    """The way to look up files of a local folder, or of a model on the hub."""
    folder = Path(name).expanduser()
    if folder.is_dir():
        return lambda relative: folder / relative if (folder / relative).is_file() else None
    if not is_hub_name(name):
        raise unreachable(name, ValueError("there is no such folder, and it is no name of the hub"))
    offline = not hub_answers()
    return lambda relative: _from_hub(name, relative, offline)


def is_hub_name(name: str) -> bool:
    """Whether a name is one that a model of the hub can have."""
    return bool(_HUB_NAME.fullmatch(name))


def unreachable(name: str, error: Exception) -> SelarasError:
    """What to say when a model cannot be had: one sentence, whatever the library's own is."""
    reason = str(error).strip().split("\n")[0].rstrip(".")[:160] or type(error).__name__
    return SelarasError(
        f"The encoder '{name}' cannot be loaded ({reason}); give a model's name on the hub while "
        "online, a folder with config.json and model.safetensors, or 'bundled'."
    )


def fingerprint(files: list[Path]) -> str:
    """Twelve hex digits that change when any of these files does."""
    digest = hashlib.sha256()
    for path in files:
        size = path.stat().st_size
        digest.update(f"{path.name} {size}\n".encode())
        step = max(_SAMPLE, size // _SAMPLES)
        with path.open("rb") as stream:
            for start in range(0, size, step):
                stream.seek(start)
                digest.update(stream.read(_SAMPLE))
    return digest.hexdigest()[:12]


def _from_hub(name: str, relative: str, offline: bool) -> Path | None:
    from huggingface_hub import hf_hub_download, try_to_load_from_cache
    from huggingface_hub.errors import EntryNotFoundError, LocalEntryNotFoundError

    try:
        return Path(hf_hub_download(name, relative, local_files_only=offline))
    except LocalEntryNotFoundError as error:
        known = try_to_load_from_cache(name, relative)
        if known is not None and not isinstance(known, str):
            return None  # offline, but known not to exist
        if offline:
            raise unreachable(name, ValueError("the hub does not answer and the model is not "
                                               "kept here")) from error
        raise unreachable(name, error) from error
    except EntryNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise unreachable(name, error) from error
