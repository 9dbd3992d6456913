"""The notes API: thin, since reading is in `selectors` and changing in `services`."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from app.common.auth import session_auth, user_id
from app.common.problems import Problem, ProblemError, ValidationProblem, problem_type
from app.common.schemas import refuse_unknown
from app.notes import models, schemas, selectors, services

router = Router(tags=["notes"], auth=session_auth)

REFUSED = {401: Problem}
CHANGE_REFUSED = {400: Problem, **REFUSED, 403: Problem, 415: Problem, 422: ValidationProblem}


def _not_found() -> ProblemError:
    # The same words for another's note as for none: the answer does not tell which ids exist.
    return ProblemError(HTTPStatus.NOT_FOUND, "There is no such note.")


@router.get(
    "",
    operation_id="listNotes",
    summary="List one's notes",
    response={200: schemas.NotePage, **REFUSED, 422: ValidationProblem},
)
def list_notes(request: HttpRequest, query: Query[schemas.NoteQuery]) -> schemas.NotePage:
    """A page of the person's notes, searched and sorted."""
    refuse_unknown(request, query)
    page = selectors.list_notes(owner_id=user_id(request), **query.model_dump())
    items = [schemas.Note.from_orm(note) for note in page.items]
    return schemas.NotePage(items=items, total=page.total, page=query.page, page_size=query.page_size)


@router.post(
    "",
    operation_id="createNote",
    summary="Create a note",
    response={201: schemas.Note, **CHANGE_REFUSED},
)
def create_note(request: HttpRequest, payload: schemas.NoteCreate) -> Status[models.Note]:
    """Save a new note."""
    note = services.create_note(owner_id=user_id(request), **payload.model_dump())
    return Status(HTTPStatus.CREATED, note)


@router.get(
    "/{uuid:note_id}",
    operation_id="getNote",
    summary="Read a note",
    response={200: schemas.Note, **REFUSED, 404: Problem},
)
def get_note(request: HttpRequest, note_id: UUID) -> models.Note:
    """One note of the person's own."""
    try:
        return selectors.get_note(owner_id=user_id(request), note_id=note_id)
    except models.Note.DoesNotExist:
        raise _not_found() from None


@router.put(
    "/{uuid:note_id}",
    operation_id="updateNote",
    summary="Edit a note",
    response={200: schemas.Note, **CHANGE_REFUSED, 404: Problem, 409: schemas.NoteConflict},
)
def update_note(request: HttpRequest, note_id: UUID, payload: schemas.NoteUpdate) -> models.Note:
    """Save an edit; 409 with the stored note when it was changed meanwhile."""
    try:
        return services.update_note(owner_id=user_id(request), note_id=note_id, **payload.model_dump())
    except models.Note.DoesNotExist:
        raise _not_found() from None
    except services.StaleNoteError as error:
        raise ProblemError(
            HTTPStatus.CONFLICT,
            "This note was changed somewhere else. Nothing was saved over it.",
            type_=problem_type("stale-version"),
            current=schemas.Note.from_orm(error.current).model_dump(),
        ) from None


@router.delete(
    "/{uuid:note_id}",
    operation_id="deleteNote",
    summary="Delete a note",
    response={204: None, **REFUSED, 403: Problem, 404: Problem},
)
def delete_note(request: HttpRequest, note_id: UUID) -> Status[None]:
    """Delete a note for good."""
    try:
        services.delete_note(owner_id=user_id(request), note_id=note_id)
    except models.Note.DoesNotExist:
        raise _not_found() from None
    return Status(HTTPStatus.NO_CONTENT, None)
