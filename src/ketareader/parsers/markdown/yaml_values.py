"""YAML's values as front matter needs them: text, lists and mappings; what is no text is nothing."""

import re

from yaml import BaseLoader

from ketareader.parsers.markdown.front_matter import NOTHING

_NULL = "tag:yaml.org,2002:null"


class Loader(BaseLoader):
    """Makes nothing of booleans and nulls, unless they are in quotes, and text of every other scalar."""


Loader.add_implicit_resolver(_NULL, re.compile(rf"{NOTHING}\Z"), None)
Loader.add_constructor(_NULL, lambda *_: None)
