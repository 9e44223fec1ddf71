"""The natasha models (embedding, tagger, parser), each loaded at the first call.

``import natasha`` itself is avoided: it pulls in pymorphy2, which is dead. Only its model
files are used, by slovnet and navec.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MODELS = "data/model"
EMBEDDING = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"


@cache
def natasha_dir() -> Path:
    """Return the directory of the installed natasha package, found without importing it."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha is not installed")
    return Path(spec.submodule_search_locations[0])


@cache
def embedding() -> Any:
    """Return the navec embedding; its vocabulary stands in frequency order."""
    from navec import Navec

    return Navec.load(natasha_dir() / EMBEDDING)


@cache
def tagger() -> Any:
    """Return the slovnet tagger (part of speech and features)."""
    from slovnet import Morph

    return Morph.load(natasha_dir() / MODELS / "slovnet_morph_news_v1.tar").navec(embedding())


@cache
def parser() -> Any:
    """Return the slovnet dependency parser."""
    from slovnet import Syntax

    return Syntax.load(natasha_dir() / MODELS / "slovnet_syntax_news_v1.tar").navec(embedding())
