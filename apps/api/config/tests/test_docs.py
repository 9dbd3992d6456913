from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.utils import matches_patterns
from django.test import Client

from app.accounts.models import User


class Page(HTMLParser):
    """Collects the URLs that a page loads, and inline scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.tag: tuple[str, dict[str, str | None]] = ("", {})
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = (tag, dict(attrs))
        if tag != "a":
            self.loaded += [value for name, value in attrs if name in {"src", "href"} and value]
        self.inline += [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tag
        is_data = tag == "script" and attributes.get("type") == "application/json"
        if tag in {"script", "style"} and data.strip() and not is_data:
            self.inline.append(tag)

    def handle_endtag(self, _tag: str) -> None:
        self.tag = ("", {})


@pytest.fixture
def html(client: Client) -> str:
    response = client.get("/api/docs")
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_works_under_a_content_security_policy_without_unsafe_inline(html: str) -> None:
    assert Page(html).inline == []


def test_the_page_loads_only_static_files_that_exist(html: str) -> None:
    loaded = Page(html).loaded
    assert len(loaded) >= 4
    for url in loaded:
        assert url.startswith("/static/")
        assert finders.find(url.removeprefix("/static/")), url


def test_collectstatic_leaves_out_no_file_that_a_page_loads(html: str) -> None:
    config = apps.get_app_config("staticfiles")
    assert isinstance(config, StaticFilesConfig)
    widget = AutocompleteSelect(LogEntry._meta.get_field("user"), site)
    media = site.get_model_admin(User).media + widget.media
    names = [url.rpartition("/")[2] for url in Page(html).loaded + Page("".join(media.render())).loaded]
    assert "jquery.min.js" in names
    assert [name for name in names if matches_patterns(name, config.ignore_patterns)] == []


def test_the_page_shows_the_document_of_this_api(html: str) -> None:
    assert '"url": "/api/openapi.json"' in html
