"""The files of the natasha models, read as they stand: packs of weights and the embedding.

``import natasha`` is avoided: it pulls in pymorphy2, which is dead. ``slovnet`` and ``navec``
are avoided too: they build dictionaries and copies that cost more than the models' work.
"""

import gzip
import json
import tarfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plainreply.analysis.vocabulary import Vocabulary

Weights = Mapping[str, NDArray[np.floating]]
NAVEC = "navec_news_v1_1B_250K_300d_100q.tar"
PACK = "slovnet_{}_news_v1.tar"
PROTOCOL = 1
HEADER = 4
COUNT = np.dtype(np.uint32)


@cache
def natasha_data() -> Path:
    """Return the data directory of the installed natasha package, without importing it."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


def weights(name: str) -> Weights:
    """Return the weights of the model ``name`` (``morph``, ``syntax``) by their place in it,
    such as ``encoder.layers.0.conv.bias``."""
    with tarfile.open(natasha_data() / "model" / PACK.format(name)) as pack:
        if json.loads(_member(pack, "meta.json"))["protocol"] != PROTOCOL:
            raise ValueError(f"{PACK.format(name)}: unknown protocol")
        places = _places(json.loads(_member(pack, "model.json")))
        return {place: _array(pack, weight) for place, weight in places}


def labels(name: str, vocabulary: str) -> tuple[str, ...]:
    """Return a small vocabulary of a model: its ``shape``, ``tag`` or ``rel``, in order."""
    with tarfile.open(natasha_data() / "model" / PACK.format(name)) as pack:
        return tuple(_lines(pack, f"vocabs/{vocabulary}.gz"))


def embedding() -> tuple[NDArray[np.uint8], NDArray[np.floating]]:
    """Return the quantised word vectors: words x parts, and parts x centroids x size.

    The first is mapped, so that only the rows that a text needs are ever read from the disk.
    """
    path = natasha_data() / "emb" / NAVEC
    with tarfile.open(path) as archive:
        member = archive.getmember("pq.bin")
        start = member.offset_data
    data = np.memmap(path, np.uint8, "r", start, (member.size,))
    vectors, _, parts, centroids = data[: HEADER * COUNT.itemsize].view(COUNT).tolist()
    start, stop = HEADER * COUNT.itemsize, HEADER * COUNT.itemsize + vectors * parts
    codes = np.frombuffer(data[stop:].tobytes(), np.float32)
    indexes = data[start:stop].view(np.ndarray).reshape(vectors, parts)
    return indexes, codes.reshape(parts, centroids, -1)


@cache
def vocabulary() -> Vocabulary:
    """Return the words that both models know, in the order of their vectors."""
    with tarfile.open(natasha_data() / "emb" / NAVEC) as archive:
        data = gzip.decompress(_member(archive, "vocab.bin"))
    size = int(np.frombuffer(data, COUNT, 1)[0])
    counts = np.frombuffer(data, COUNT, size, COUNT.itemsize)
    return Vocabulary.of(b"\n" + memoryview(data)[(size + 1) * COUNT.itemsize :], counts)


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    return stream.read() if stream is not None else b""


def _lines(archive: tarfile.TarFile, name: str) -> list[str]:
    return gzip.decompress(_member(archive, name)).decode("utf-8").split("\n")


def _places(node: Any, *above: str) -> Iterator[tuple[str, Any]]:
    """Yield the weights of a model's description with their places."""
    if isinstance(node, dict) and "dtype" in node:
        yield ".".join(above), node
        return
    parts = node.items() if isinstance(node, dict) else enumerate(node)
    for name, part in parts:
        if isinstance(part, (dict, list)):
            yield from _places(part, *above, str(name))


def _array(pack: tarfile.TarFile, weight: Mapping[str, Any]) -> NDArray[np.floating]:
    """Return a weight's array; the embedding's are kept elsewhere and come out empty."""
    if "array" not in weight:
        return np.empty(0, np.float32)
    data = _member(pack, f"arrays/{weight['array']}.bin")
    return np.frombuffer(data, weight["dtype"]).reshape(weight["shape"])
