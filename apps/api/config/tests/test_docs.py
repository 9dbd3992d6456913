import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


class Page(HTMLParser):
    """Collects what a Content-Security-Policy looks at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.tag: tuple[str, dict[str, str | None]] = ("", {})
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = (tag, dict(attrs))
        self.loaded += [value for name, value in attrs if name in {"src", "href"} and value]
        self.inline += [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tag
        is_data = tag == "script" and attributes.get("type") == "application/json"
        if tag in {"script", "style"} and data.strip() and not is_data:
            self.inline.append(tag)

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.tag = ("", {})


@pytest.fixture
def page(client: Client) -> Any:
    response = client.get("/api/docs")
    assert response.status_code == 200
    return Page(response.content.decode())


def test_runs_under_a_policy_that_allows_nothing_inline(page: Page) -> None:
    assert page.inline == []


def test_loads_files_of_this_origin_alone_and_has_them_all(page: Page) -> None:
    assert len(page.loaded) >= 4
    for address in page.loaded:
        assert address.startswith("/static/")
        assert finders.find(address.removeprefix("/static/")), address


def test_reads_the_document_of_this_origin(client: Client) -> None:
    html = client.get("/api/docs").content.decode()
    assert re.search(r'"url": "/api/openapi.json"', html)


def test_is_there_for_reading_alone(client: Client) -> None:
    assert client.post("/api/docs").status_code == 405
