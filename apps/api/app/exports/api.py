from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from app.common.auth import RECENT_AUTHENTICATION, require_recent_authentication, session_auth, user_id
from app.common.problems import READ_ERRORS, Problem, ProblemError
from app.exports import models, schemas, selectors, services

router = Router(tags=["accounts"], auth=session_auth)

ZIP = {
    200: {
        "description": "OK",
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get(
    "",
    operation_id="getDataExport",
    summary="Get the state of the data export",
    response={200: schemas.CurrentDataExport, **READ_ERRORS},
)
def get_export(request: HttpRequest) -> dict[str, Any]:
    export = selectors.find_export(owner_id=user_id(request))
    return {"export": export and _describe(export)}


@router.post(
    "",
    operation_id="requestDataExport",
    summary="Request a data export",
    response={202: schemas.CurrentDataExport, 403: Problem, 412: Problem},
    openapi_extra=RECENT_AUTHENTICATION,
)
def request_export(request: HttpRequest) -> Status[dict[str, Any]]:
    """Let the worker write a file with everything that belongs to the user. Requires recent authentication.

    A pending export is not started again. Otherwise, the new export replaces the earlier one.
    """
    require_recent_authentication(request)
    export = services.request_export(owner_id=user_id(request))
    return Status(HTTPStatus.ACCEPTED, {"export": _describe(export)})


@router.get(
    "/file",
    operation_id="downloadDataExport",
    summary="Download the data export",
    response={**READ_ERRORS, 404: Problem},
    openapi_extra={"responses": ZIP},
)
def download_export(request: HttpRequest) -> HttpResponse:
    """Download the file as a ZIP archive with one JSON file for each kind of data."""
    try:
        file = selectors.read_file(owner_id=user_id(request))
    except models.Export.DoesNotExist:
        detail = "This export does not exist any more. Request a new one on the account page."
        raise ProblemError(HTTPStatus.NOT_FOUND, detail) from None
    headers = {"Content-Disposition": 'attachment; filename="data.zip"', "Cache-Control": "no-store"}
    return HttpResponse(file, content_type="application/zip", headers=headers)


def _describe(export: models.Export) -> dict[str, Any]:
    return {
        "status": selectors.status_of(export),
        "size": export.size,
        "created_at": export.created_at,
        "expires_at": export.created_at + selectors.KEPT,
    }
