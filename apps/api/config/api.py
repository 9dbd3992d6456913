from ninja import NinjaAPI

from app.accounts.api import account, session
from app.common import errors
from app.common.json_body import JsonRenderer, StrictParser
from app.exports.api import router as exports
from app.health.api import router as health
from app.notes.api import router as notes

api = NinjaAPI(
    title="API",
    version="1",
    description="Errors are RFC 9457 problems, except allauth's own responses under /api/auth/.",
    urls_namespace="api",
    parser=StrictParser(),
    renderer=JsonRenderer(),
    # `config.docs` serves the document, which includes allauth's operations.
    openapi_url=None,
    docs_url=None,
)
errors.install(api)
api.add_router("", health)
api.add_router("/session", session)
api.add_router("/account", account)
api.add_router("/account/export", exports)
api.add_router("/notes", notes)
