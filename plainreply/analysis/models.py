"""The natasha models (embedding, tagger, parser), each loaded at the first call.

``import natasha`` itself is avoided: it pulls in pymorphy2, which is dead. Only its model
files are used, by slovnet. ``Navec.load`` is avoided too: it builds a second vocabulary and
norms that only similarity needs, half of a cold start. The two models share one vocabulary.
"""

import gzip
import tarfile
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from slovnet.api import Morph, Syntax
from slovnet.const import REL, SHAPE, TAG, WORD
from slovnet.exec.encoders import SyntaxEncoder, TagEncoder
from slovnet.exec.infer import MorphInfer, SyntaxDecoder, SyntaxInfer, TagDecoder
from slovnet.exec.model import Morph as MorphModel
from slovnet.exec.model import Syntax as SyntaxModel
from slovnet.exec.pack import Pack

NAVEC = "news_v1_1B_250K_300d_100q"
BATCH = 8
HEADER = 4


@dataclass(frozen=True)
class Meta:
    """Names the embedding, which slovnet checks before it takes one in."""

    id: str


@dataclass(frozen=True)
class Quantised:
    """Quantised vectors: ``indexes`` is words x parts, ``codes`` is parts x centroids x size."""

    indexes: NDArray[np.uint8]
    codes: NDArray[np.float32]


@dataclass(frozen=True)
class Embedding:
    """The part of a navec embedding that the models need."""

    meta: Meta
    pq: Quantised


@cache
def natasha_data() -> Path:
    """Return the data directory of the installed natasha package, without importing it."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def embedding() -> Embedding:
    """Return the word embedding (250,000 words, 300 dimensions, quantised)."""
    with tarfile.open(natasha_data() / "emb" / f"navec_{NAVEC}.tar") as archive:
        stream = archive.extractfile("pq.bin")
        data = stream.read() if stream is not None else b""
    vectors, _, parts, centroids = np.frombuffer(data, np.uint32, HEADER)
    start = HEADER * np.dtype(np.uint32).itemsize
    size = int(vectors) * int(parts)
    indexes = np.frombuffer(data, np.uint8, size, start).reshape(vectors, parts)
    codes = np.frombuffer(data, np.float32, offset=start + size).reshape(parts, centroids, -1)
    return Embedding(Meta(NAVEC), Quantised(indexes, codes))


@cache
def word_counts() -> dict[str, int]:
    """Return how often each word of the embedding's vocabulary stood in a billion words of news.

    It takes a third of a second to read, so only those ask who have found a doubtful word.
    """
    with tarfile.open(natasha_data() / "emb" / f"navec_{NAVEC}.tar") as archive:
        stream = archive.extractfile("vocab.bin")
        data = gzip.decompress(stream.read()) if stream is not None else bytes(HEADER)
    size = int(np.frombuffer(data, np.uint32, 1)[0])
    counts = np.frombuffer(data, np.uint32, size, HEADER).tolist()
    words = data[HEADER + size * HEADER :].decode("utf-8", "replace").split("\n")
    return dict(zip(words, counts, strict=False))


@cache
def _words() -> Any:
    """Return the vocabulary of words, the same in both models."""
    with _pack("morph") as pack:
        return pack.load_vocab(WORD)


@cache
def tagger() -> Any:
    """Return the slovnet tagger (part of speech and features)."""
    with _pack("morph") as pack:
        model, shapes, tags = _model(pack, MorphModel), pack.load_vocab(SHAPE), pack.load_vocab(TAG)
    infer = MorphInfer(model, TagEncoder(_words(), shapes, BATCH), TagDecoder(tags))
    return Morph(infer, BATCH).navec(embedding())


@cache
def parser() -> Any:
    """Return the slovnet dependency parser."""
    with _pack("syntax") as pack:
        model, shapes = _model(pack, SyntaxModel), pack.load_vocab(SHAPE)
        rels = pack.load_vocab(REL)
    infer = SyntaxInfer(model, SyntaxEncoder(_words(), shapes, BATCH), SyntaxDecoder(rels))
    return Syntax(infer, BATCH).navec(embedding())


def _pack(name: str) -> Any:
    return Pack(natasha_data() / "model" / f"slovnet_{name}_news_v1.tar")


def _model(pack: Any, kind: Any) -> Any:
    pack.load_meta().check_protocol()
    model = pack.load_model(kind)
    return model.inject_arrays(dict(pack.load_arrays(model.weights)))
