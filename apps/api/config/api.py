"""The one API, with each domain's router under its address."""

from ninja import NinjaAPI

import app
from app.common import errors
from app.common.json_body import StrictParser
from app.health.api import router as health
from app.notes.api import router as notes

api = NinjaAPI(
    title="API",
    version=app.__version__,
    description="Errors are RFC 9457 problems, except under /api/auth/, where allauth's envelope stays.",
    urls_namespace="api",
    parser=StrictParser(),
    # Ninja would make its own document; ours has sign-in merged in (`config.openapi`).
    openapi_url=None,
    docs_url=None,
)
errors.install(api)
api.add_router("", health)
api.add_router("/notes", notes)
