"""What no page of this site may hold, whoever asked for it: the last look before publishing."""

import re
from urllib.parse import urlsplit

from ..render.markdown import has_safe_url

_TAGS = {
    *("iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "portal"),
    *("foreignobject", "animate", "animatetransform", "set", "audio", "video", "marquee", "math"),
}
_ATTRIBUTES = {"style", "srcdoc", "srcset", "formaction", "ping", "background", "nonce"}
_ADDRESSES = {"href", "src", "action", "cite", "data", "poster", "xlink:href", "manifest"}
_DATA_BLOCKS = {"application/ld+json", "application/json"}
_POLICY = {"", "content-security-policy"}
_FORWARD = re.compile(r"(?:\.\./)*[a-z0-9][a-z0-9./-]*(?:#[\w-]+)?")
"""What a forwarding page of ours leads to: a place of the site, from the page."""
_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


def active(tag: str, attributes: dict[str, str]) -> str | None:
    """What makes an element act, load or lead where it may not, or None."""
    if tag in _TAGS:
        return f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in _ATTRIBUTES:
            return f"<{tag} {name}>"
        if name in _ADDRESSES and not has_safe_url(value):
            return f"<{tag} {name}=« {value[:40]} »>"
    return _element(tag, attributes)


def _element(tag: str, attributes: dict[str, str]) -> str | None:
    if tag == "meta" and not _is_plain_meta(attributes):
        return "<meta http-equiv>"
    if tag == "script" and attributes.get("type") not in _DATA_BLOCKS:
        source = attributes.get("src", "")
        return None if "assets/" in source and _is_inside(source) else "<script>"
    loads = {"img": "src", "source": "src", "form": "action", "use": "href"}
    if tag in loads and not _is_inside(attributes.get(loads[tag], "")):
        return f"<{tag}> vers un autre site"
    loaded = _LOADED & set(attributes.get("rel", "").lower().split())
    if tag == "link" and loaded and not _is_inside(attributes.get("href", "")):
        return "<link> vers un autre site"
    return None


def _is_plain_meta(attributes: dict[str, str]) -> bool:
    """True without effect, for the policy, and for a page that forwards inside the site."""
    effect = attributes.get("http-equiv", "").lower()
    forwards, _, url = attributes.get("content", "").partition("url=")
    plain = _FORWARD.fullmatch(url) and _is_inside(url)
    return effect in _POLICY or (effect == "refresh" and forwards == "0; " and bool(plain))


def _is_inside(url: str) -> bool:
    parts = urlsplit(url.replace("\\", "/"))
    return not parts.scheme and not parts.netloc
