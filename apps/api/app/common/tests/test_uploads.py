from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from pytest_django import Settings

from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem, rejected_fields
from app.common.tests.urls import ninja

pytestmark = [pytest.mark.django_db, pytest.mark.urls("app.common.tests.urls")]

NINJA = "/api/_test/ninja"
JSON = "application/json"
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


def upload(client: ApiClient, path: str, data: dict[str, Any], **headers: str) -> Any:
    return client.send_raw("POST", path, encode_multipart(BOUNDARY, data), MULTIPART_CONTENT, **headers)


def make_file(name: str = "a.bin", size: int = 5) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def test_an_operation_with_a_file_takes_multipart_with_the_csrf_token(api: ApiClient) -> None:
    response = upload(api, f"{NINJA}/file", {"file": make_file()})
    assert (response.status_code, response.json()) == (200, 5)
    assert_problem(upload(api, f"{NINJA}/file", {"file": make_file()}, **{"X-CSRFToken": ""}), 403)


def test_an_operation_takes_several_files_with_other_fields(anonymous: ApiClient) -> None:
    data = {"payload": '{"title": "Shed"}', "files": [make_file("a"), make_file("b")]}
    assert upload(anonymous, f"{NINJA}/files", data).json() == ["Shed", "a", "b"]
    data["payload"] = "{}"
    assert rejected_fields(upload(anonymous, f"{NINJA}/files", data)) == {"title": "missing"}


def test_a_missing_file_is_named(api: ApiClient) -> None:
    assert rejected_fields(upload(api, f"{NINJA}/file", {"title": "Shed"})) == {"file": "missing"}


def test_an_operation_with_a_form_field_takes_a_form(anonymous: ApiClient) -> None:
    assert anonymous.send_raw("POST", f"{NINJA}/form", b"title=Shed", FORM).json() == "Shed"


@pytest.mark.parametrize(
    ("path", "accepted"),
    [("file", MULTIPART), ("files", MULTIPART), ("form", FORM), ("echo", JSON), ("private", JSON)],
)
@pytest.mark.parametrize("sent", [MULTIPART, FORM, JSON, "text/plain", ""])
def test_a_body_of_another_type_than_documented_is_refused(
    anonymous: ApiClient, path: str, accepted: str, sent: str
) -> None:
    response = anonymous.send_raw("POST", f"{NINJA}/{path}", b"{}", f"{sent}; boundary=x")
    if sent == accepted:
        assert response.status_code in {200, 401, 422}
    else:
        assert assert_problem(response, 415)["detail"] == f"Send {accepted}."


def test_a_file_is_binary_multipart_in_the_openapi_document() -> None:
    document = ninja.get_openapi_schema(path_prefix="/")
    content = document["paths"]["/file"]["post"]["requestBody"]["content"]
    file = content["multipart/form-data"]["schema"]["properties"]["file"]
    assert content.keys() == {"multipart/form-data"}
    assert (file["type"], file["format"]) == ("string", "binary")


@pytest.mark.parametrize("size", [1_000, 3_000_000, 10_000_000])
def test_a_file_up_to_the_body_limit_needs_no_temporary_folder(
    api: ApiClient, settings: Settings, size: int
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = "/dev/null"
    assert upload(api, f"{NINJA}/file", {"file": make_file(size=size)}).json() == size
    # Django's CSRF check parses the whole body.
    refused = upload(api, "/admin/login/", {"file": make_file(size=size)}, **{"X-CSRFToken": "wrong"})
    assert refused.status_code == 403
