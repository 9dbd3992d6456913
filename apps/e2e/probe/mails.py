from email import message_from_bytes, policy
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

FOLDER = Path("/data/mail")


def latest(_request: HttpRequest, address: str) -> HttpResponse:
    """Return the latest mail to the address, after it has arrived."""
    path = FOLDER / address
    if not path.is_file():
        raise Http404
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    text, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    return JsonResponse(
        {
            "subject": message["Subject"],
            "text": text and text.get_content(),
            "html": html and html.get_content(),
        }
    )
