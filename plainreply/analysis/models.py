"""The natasha models (tagger, parser) made ready to run, each loaded at the first call.

Batch norms are folded into the layers after them.
"""

from dataclasses import dataclass

import numpy as np

from plainreply.analysis import packs
from plainreply.analysis.encoder import Encoder, Tower
from plainreply.analysis.kernels import (
    SAME,
    Affine,
    Matrix,
    batch_norm,
    folded,
    folded_convolution,
    rectified,
)
from plainreply.analysis.packs import Weights
from plainreply.analysis.recall import Recalling
from plainreply.memo import Once

LAYERS = 3
ROLES = ("head.head", "head.tail", "rel.head", "rel.tail")


@dataclass(frozen=True, slots=True)
class Tagger:
    """The values of a word times ``tags`` are its scores for each of the tags in ``names``."""

    tower: Tower
    tags: Matrix
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """The values of a word times ``roles`` are what it is in four roles: dependant and head of
    an arc of the tree, head and dependant of a relation.

    ``root`` (4·size) is what the root is in these roles. ``arc`` (size x size) weighs a
    dependant and a head, ``rels`` (size x relations·size) a head and a dependant for each of
    the relations in ``names``.
    """

    tower: Tower
    roles: Matrix
    root: Matrix
    arc: Matrix
    rels: Matrix
    names: tuple[str, ...]


@Once
def tagger() -> Tagger:
    """Return the tagger (part of speech and features)."""
    given = packs.weights("morph")
    tags = folded(given["head.proj.weight"], given["head.proj.bias"], _norm(given, LAYERS - 1))
    return Tagger(_tower(given), tags, packs.labels("morph", "tag"))


@Once
def parser() -> Parser:
    """Return the dependency parser."""
    given = packs.weights("syntax")
    weights = [given[f"{role}.proj.weight"] for role in ROLES]
    biases = [given[f"{role}.proj.bias"] for role in ROLES]
    roots = [given[f"{role.partition('.')[0]}.root"] for role in ROLES]
    root = np.hstack([r @ w + b for r, w, b in zip(roots, weights, biases, strict=True)])
    roles = folded(np.hstack(weights), np.hstack(biases), _norm(given, LAYERS - 1))
    arc, rels = given["head.kernel"], given["rel.kernel"]
    names = packs.labels("syntax", "rel")
    return Parser(_tower(given), roles, rectified(root), arc, rels, names)


@Once
def tagging() -> Recalling:
    """Return the encoder of the tagger alone."""
    return Recalling(Encoder(tagger().tower))


@Once
def tagging_and_parsing() -> Recalling:
    """Return the encoder of both models: its values are the tagger's beside the parser's."""
    return Recalling(Encoder(tagger().tower, parser().tower))


def _tower(given: Weights) -> Tower:
    """Return the tower of a model, its first layer cut in two: for words and for shapes."""
    first, *rest = (_convolution(given, layer) for layer in range(LAYERS))
    shapes = given["emb.shape.weight"]
    size = len(first) - 1 - shapes.shape[1]
    return Tower(first[:size], shapes @ first[size:-1] + first[-1], tuple(rest))


def _convolution(given: Weights, layer: int) -> Matrix:
    place = f"encoder.layers.{layer}.conv"
    before = _norm(given, layer - 1) if layer else SAME
    return folded_convolution(given[f"{place}.weight"], given[f"{place}.bias"], before)


def _norm(given: Weights, layer: int) -> Affine:
    place = f"encoder.layers.{layer}.norm"
    return batch_norm(*(given[f"{place}.{part}"] for part in ("weight", "bias", "mean", "std")))
