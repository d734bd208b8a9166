"""Files beside the pages: security headers, robots.txt, the social card."""

import struct
import zlib
from pathlib import Path
from urllib.parse import urlsplit

from ..render.csp import HEADERS

CARD_SIZE = (1200, 630)
PAPER, INK = (0xFB, 0xF8, 0xF2), (0x1D, 0x23, 0x30)
SIGNS = ((0x9A, 0x4A, 0x12), (0x0B, 0x6B, 0x63), (0x5A, 0x3A, 0x9A))
PALETTE = (PAPER, INK, *SIGNS)


def write(site: Path, site_url: str | None) -> None:
    """Add to `site` what no renderer makes. Raises OSError when it cannot write."""
    (site / "_headers").write_text(_headers(), "utf-8")
    (site / "entetes-nginx.conf").write_text(_nginx(), "utf-8")
    (site / ".htaccess").write_text(_apache(site_url), "utf-8")
    (site / "robots.txt").write_text(_robots(site_url), "utf-8")
    if site_url:
        # A card is named by its full address: without one, no page can name it.
        (site / "assets" / "carte.png").write_bytes(card())


def _headers() -> str:
    """The format that Netlify, Cloudflare Pages and others read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def _nginx() -> str:
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())


def _apache(site_url: str | None) -> str:
    """For shared hosting: without this file, an absent page gets the host’s own."""
    root = urlsplit(site_url).path if site_url else "/"
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"ErrorDocument 404 {root}404.html\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _robots(site_url: str | None) -> str:
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def card() -> bytes:
    """The social card: the three signs on paper, as an indexed PNG.

    Titles travel in the page’s own metadata, so the card needs no font.
    """
    width, height = CARD_SIZE
    rows = []
    for y in range(height):
        row = bytearray(width)
        if y >= height - 24:
            row = bytearray(b"\x01" * width)
        for rank in range(3):
            left, right = _span(rank, y)
            row[left:right] = bytes([2 + rank]) * (right - left)
        rows.append(b"\x00" + bytes(row))
    data = zlib.compress(b"".join(rows), 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in PALETTE)
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _span(rank: int, y: int) -> tuple[int, int]:
    """Where row `y` crosses the square, the circle or the arch: from, to."""
    radius, middle = 130, 300
    centre = 260 + 340 * rank
    above = y - middle
    if abs(above) > radius:
        return 0, 0
    curved = rank == 1 or (rank == 2 and above < 0)
    half = int((radius**2 - above**2) ** 0.5) if curved else radius
    return centre - half, centre + half


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
