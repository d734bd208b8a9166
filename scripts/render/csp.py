"""What a page may load and run: the same policy in the page and in the headers."""

from base64 import b64encode
from hashlib import sha256

META_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""`frame-ancestors` works in a header only."""


def page_policy(data_block: str) -> str:
    """The policy of one page, which names the only inline block it holds.

    Browsers do not run a data block; validators want it allowed all the same.
    """
    if not data_block:
        return META_POLICY
    digest = b64encode(sha256(data_block.encode()).digest()).decode()
    return META_POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")


HEADERS = {
    "Content-Security-Policy": f"{META_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
