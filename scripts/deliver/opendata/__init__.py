"""Collections → open data: a JSON and a CSV file each, their schemas, one catalogue.

`datasets` says which collections are published, `records` turns items into plain
values, `envelopes` and `tables` write them as JSON and CSV, `schemas` derives the
JSON Schemas from the models, and `catalogue` gathers the files of a whole site.
"""

from .catalogue import PLACE, Published, publish, published

__all__ = ["PLACE", "Published", "publish", "published"]
