"""Writes practice sheets by the thousand, from the sentences of the real ones, shuffled."""

import random
import re
from pathlib import Path

from scripts.load import load

SEED = 2026
SECTIONS = 5
SENTENCES = 8
"""Per section: some 500 words a page, as the real sheets have."""


def write(root: Path, count: int) -> None:
    """Add `count` sheets to the repository copy `root`, the same at each run."""
    draw = random.Random(SEED)
    base, _ = load(root)
    bodies = [item.body for item in base.pratiques]
    headings = sorted({one for body in bodies for one in re.findall(r"^## ([^{\n]+)", body, re.M)})
    sentences = [one for body in bodies for one in _sentences(body)]
    words = sorted({word for one in sentences for word in re.findall(r"[^\W\d_]{5,}", one)})
    models = [(root / item.path).read_text("utf-8") for item in base.pratiques]
    for rank in range(count):
        title = f"Geste {rank + 1} : {' '.join(draw.sample(words, 5)).lower()}"
        front = _front(draw.choice(models), title, " ".join(draw.sample(sentences, 2)))
        parts = (
            f"## {heading.strip()}\n\n{' '.join(draw.sample(sentences, SENTENCES))}"
            for heading in draw.sample(headings, SECTIONS)
        )
        page = root / "docs" / "pratiques" / f"banc-{rank + 1}.md"
        page.write_text(f"{front}\n" + "\n\n".join(parts) + "\n", "utf-8")


def _sentences(body: str) -> list[str]:
    """Whole sentences of plain paragraphs: no link, list, table or heading."""
    lines = (line for line in body.splitlines() if re.match(r"[A-ZÉÀ]", line))
    found = (one for line in lines for one in re.split(r"(?<=[.]) ", line))
    return [one for one in found if 40 < len(one) < 140 and not re.search(r"[\[\]|*:«»{}`]", one)]


def _front(model: str, title: str, summary: str) -> str:
    """The front matter of a real sheet under another title, its neighbours left out."""
    front = model.split("\n---\n", 1)[0]
    front = re.sub(r"^titre: .*(\n  .*)*", f"titre: '{title}'", front, count=1, flags=re.M)
    resume = f"resume: >-\n  {summary[:300]}"
    front = re.sub(r"^resume: .*(\n  .*)*", resume, front, count=1, flags=re.M)
    front = re.sub(r"^voir_aussi:\n(  - .*\n)+", "", front, flags=re.M)
    return front + "\n---\n"
