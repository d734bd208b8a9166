"""The Content-Security-Policy: written on every page, never in the way, and it holds."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from .built import TRIED, Faults, file_of, pages, part_of, tags

META = "content-security-policy"
UNCOVERED = ("base", "script", "link", "style", "body")
COMPANY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "",
    "Permissions-Policy": "",
    "Cross-Origin-Opener-Policy": "",
    "Cross-Origin-Resource-Policy": "",
}
SOUND = "default-src 'none'; base-uri 'none'; form-action 'self'"
OBSERVE = """window.blocked = []; document.addEventListener("securitypolicyviolation", (found) =>
    window.blocked.push(`${found.effectiveDirective} blocks ${found.blockedURI} ${found.sample}`)
)"""
RUN = "(window.ran = window.ran || []).push('{}')"
# A javascript: link runs a little after the click.
WHAT_RAN = "new Promise((tell) => setTimeout(() => tell(window.ran || []), 200))"
ELSEWHERE = "https://ailleurs.example/a.js"
PAYLOADS = {
    "inline script": "<script>{}</script>",
    "external script": f'<script src="{ELSEWHERE}"></script>',
    "click": '<img class="trap" alt="" src="/" onclick="{}">',
    "image error": '<img alt="" src="/nulle-part.png" onerror="{}">',
    "javascript link": '<a class="trap" href="javascript:{}">a</a>',
    "drawing": '<svg onload="{}"></svg>',
    "data script": '<script src="data:text/javascript,{}"></script>',
}


def directives(policy: str) -> dict[str, list[str]]:
    """A policy as directive → sources."""
    parts = (part.split() for part in policy.split(";"))
    return {name.lower(): sources for name, *sources in filter(None, parts)}


def weaknesses(policy: str) -> list[str]:
    """What makes a policy weaker than promised; empty when it is sound."""
    found = directives(policy)
    weak = [] if found.get("default-src") == ["'none'"] else ["default-src is not 'none'"]
    # default-src does not stand in for these two.
    weak += [f"no {name}" for name in ("base-uri", "form-action") if name not in found]
    for name, sources in found.items():
        for source in sources:
            code = name.startswith("script-src") and source in ("data:", "blob:")
            if code or "'unsafe-" in source or "*" in source or source in ("http:", "https:"):
                weak.append(f"{name} allows {source}")
    return weak


def published_headers(site: Path) -> dict[str, str]:
    """The headers that `_headers` gives to every address (`/*`); none without that file."""
    file = site / "_headers"
    found: dict[str, str] = {}
    rule = ""
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line.strip() and not line[0].isspace():
            rule = line.strip()
        elif rule == "/*" and ":" in line:
            name, value = line.split(":", 1)
            found[name.strip()] = value.strip()
    return found


def test_every_page_carries_a_sound_policy(site: Path) -> None:
    faults = Faults()
    for page in pages(site):
        found = tags(file_of(site, page).read_text("utf-8"))
        policies = [tag for tag in found if tag.attributes.get("http-equiv", "").lower() == META]
        if len(policies) != 1:
            faults.add(f"/{page}", f"{len(policies)} policies, not 1")
            continue
        for tag in found[: found.index(policies[0])]:
            if tag.name in UNCOVERED:
                faults.add(f"/{page}", f"<{tag.name}> comes before the policy, so escapes it")
        for weakness in weaknesses(policies[0].attributes.get("content", "")):
            faults.add(f"/{page}", weakness)
    faults.expect_none()


@pytest.mark.parametrize(
    ("policy", "count"),
    [
        (f"{SOUND}; img-src 'self'", 0),
        ("default-src 'none'", 2),
        (SOUND.replace("'none'", "'self'", 1), 1),
        (f"{SOUND}; script-src 'unsafe-inline'", 1),
        (f"{SOUND}; script-src data:", 1),
        (f"{SOUND}; img-src * https://*.example", 2),
    ],
)
def test_a_weak_policy_is_seen(policy: str, count: int) -> None:
    assert len(weaknesses(policy)) == count


def test_headers_hold_the_policy_and_its_company(site: Path) -> None:
    faults = Faults()
    headers = published_headers(site)
    policy = headers.get("Content-Security-Policy", "")
    for weakness in weaknesses(policy):
        faults.add("/_headers", f"Content-Security-Policy: {weakness}")
    if directives(policy).get("frame-ancestors") != ["'none'"]:
        faults.add("/_headers", "Content-Security-Policy: frame-ancestors is not 'none'")
    for name, value in COMPANY.items():
        found = headers.get(name, "")
        if not found or value not in found:
            faults.add("/_headers", f"{name}: {value or 'a value'} is missing")
    faults.expect_none()


@pytest.mark.parametrize("part", TRIED)
def test_no_page_trips_on_its_own_policy(
    browser: Browser, address: str, site: Path, part: int | None
) -> None:
    """Pages as a host would send them: with their meta and the headers of `_headers`."""
    headers = published_headers(site)
    faults = Faults()
    with browser.new_context() as context:
        context.add_init_script(OBSERVE)
        tab = context.new_page()
        console: list[str] = []
        tab.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
        tab.on("pageerror", lambda error: console.append(str(error)))

        def send(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, **headers})

        context.route(re.compile(r"(/|\.html)$"), send)
        for page in part_of(site, part):
            console.clear()
            tab.goto(address + page, wait_until="load")
            for what in [*tab.evaluate("window.blocked"), *console]:
                faults.add(f"/{page}", what)
    faults.expect_none()


@pytest.mark.parametrize("guarded", [True, False], ids=["with the policy", "without it"])
def test_injected_code_does_not_run(
    browser: Browser, address: str, site: Path, guarded: bool
) -> None:
    html = (site / "index.html").read_text("utf-8")
    if not guarded:
        html = re.sub(rf"(?i)<meta[^>]*{META}[^>]*>", "", html)
    planted = "".join(body.replace("{}", RUN.format(name)) for name, body in PAYLOADS.items())
    html = re.sub(r"(<body[^>]*>)", lambda found: found[1] + planted, html, count=1)
    with browser.new_context() as context:
        tab = context.new_page()
        tab.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
        tab.route(ELSEWHERE, lambda route: route.fulfill(body=RUN.format("external script")))
        tab.goto(address)
        for trap in tab.locator(".trap").all():
            trap.dispatch_event("click")
        ran = set(tab.evaluate(WHAT_RAN))
    assert ran == (set() if guarded else set(PAYLOADS))


def test_every_host_gets_the_same_headers(site: Path) -> None:
    wanted = published_headers(site)
    apache = (site / ".htaccess").read_text("utf-8")
    nginx = (site / "entetes-nginx.conf").read_text("utf-8")
    assert dict(re.findall(r'^  Header always set (\S+) "([^"]+)"$', apache, re.M)) == wanted
    assert dict(re.findall(r'^add_header (\S+) "([^"]+)" always;$', nginx, re.M)) == wanted
    assert apache.count("\n") == len(wanted) + 3
