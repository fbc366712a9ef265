"""A running server and a real browser: the system's Chromium, driven by Playwright."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from svodka.knowledge import ROOT

PROBE = re.compile(r"/\w+/_stcore/(health|host-config)")
READY = "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def serving(tables: Path, source: Path = ROOT / "seeds", **settings: str) -> Iterator[str]:
    """The address of a server started for this block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"SVODKA_TABLES": str(tables), "SVODKA_SOURCE": str(source)} | settings
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urlopen(f"{address}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def server(built, tmp_path_factory) -> Iterator[str]:
    with serving(built, SVODKA_BRIEFINGS=str(tmp_path_factory.mktemp("briefings") / "briefings.sqlite")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "the browser tests need Chromium: install the package «chromium»"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


class Visit:
    """A tab of the browser that remembers what went wrong in it and what it asked of other machines."""

    def __init__(self, page: Page, address: str):
        self.page = page
        self.address = address
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.outside.append(request.url) if not self._own(request.url) else None)

    def _heard(self, message: ConsoleMessage) -> None:
        # On a deep link Streamlit's front end looks for its base path: /investment/_stcore/health is not there, /_stcore/health is.
        probe = PROBE.fullmatch(message.location.get("url", "").removeprefix(self.address))
        if message.type == "error" and not probe:
            self.errors.append(message.text)

    def _own(self, url: str) -> bool:
        return url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:"))

    def open(self, path: str) -> "Visit":
        self.page.goto(f"{self.address}{path}")
        return self.settle()

    def settle(self) -> "Visit":
        self.page.wait_for_selector(READY, timeout=60_000)
        self.page.wait_for_timeout(400)
        self.page.wait_for_selector(READY, timeout=60_000)
        return self


@pytest.fixture
def visit(browser, server) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="ru-RU", color_scheme="light")
    yield Visit(context.new_page(), server)
    context.close()
