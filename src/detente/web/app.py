"""The application: a record, the table of pages, and what all answers have in common."""

# Annotations are looked at as they are made: those of routes name the page that the route is of.
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from detente import api
from detente.errors import ChoiceError, ConflictError, DetenteError, InputError
from detente.export.formats import FORMATS
from detente.settings import Settings
from detente.store.record import Clock, now_utc
from detente.web.acts.signing import sign_in_page
from detente.web.acts.table import ACTS, Act
from detente.web.exports import as_file
from detente.web.frame import frame_of
from detente.web.ingest import Ingest
from detente.web.security import LOOPBACK_NAMES, Bounded, Guarded
from detente.web.shelf import Shelf
from detente.web.shipped import Shipped
from detente.web.show import page_html, page_json
from detente.web.table import PAGES, Page
from detente.web.visits import SIGN_IN, Gate, Visits, at_least, sealed
from detente.web.warming import Warming

_STATUS: tuple[tuple[type[DetenteError], int], ...] = (
    (ChoiceError, 404),
    (InputError, 400),
    (ConflictError, 409),
    (DetenteError, 503),
)
"""How an error of ours is told in HTTP: the first that fits."""


def create_app(settings: Settings | None = None, *, clock: Clock = now_utc) -> FastAPI:
    """Make the application over the record that the settings name; it is made where there is none."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with api.open(chosen.record, settings=chosen) as record:
            app.state.shelf = Shelf(record, chosen)
            with Warming(app.state.shelf), Ingest(record, chosen) as app.state.ingest:
                yield

    app = FastAPI(
        title="detente", summary="Every page of the record as JSON.", lifespan=opened, docs_url=None, redoc_url=None
    )
    app.add_middleware(Bounded, most=chosen.max_upload_bytes)
    app.add_middleware(Visits, gate=Gate(chosen, clock))
    app.add_middleware(Guarded, names=LOOPBACK_NAMES | set(chosen.served_as))
    for page in PAGES:
        app.get(page.json_path, response_model=page.model, name=page.name, summary=page.tells)(_as_json(page))
    for page in PAGES:
        for form in FORMATS if page.sheet else ():
            app.get(page.path_as(form.ending), include_in_schema=False)(as_file(page, form))
    for page in PAGES:
        app.get(page.path, response_class=HTMLResponse, include_in_schema=False)(_as_html(page))
    app.get(SIGN_IN, response_class=HTMLResponse, include_in_schema=False)(sign_in_page)
    for act in ACTS:
        app.post(act.path, include_in_schema=False, dependencies=_checks(act))(act.do)
    app.mount("/static", Shipped())
    app.add_exception_handler(DetenteError, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _not_here)
    return app


def _checks(act: Act) -> list[Any]:
    allowed = [Depends(at_least(act.least))] if act.least else []
    return [Depends(sealed), *allowed]


def _as_json(page: Page) -> Callable[..., Response]:
    def answer(model: Annotated[Any, Depends(page.of)]) -> Response:
        return Response(page_json(model), media_type="application/json")

    return answer


def _as_html(page: Page) -> Callable[..., Response]:
    def answer(request: Request, model: Annotated[Any, Depends(page.of)]) -> Response:
        return HTMLResponse(page_html(page.template, page=model, frame=frame_of(request, page)))

    return answer


def _refused(request: Request, reason: Exception) -> Response:
    status = next(status for kind, status in _STATUS if isinstance(reason, kind))
    return _error(request, status, str(reason))


def _misasked(request: Request, reason: Exception) -> Response:
    assert isinstance(reason, RequestValidationError)
    told = [f"{error['loc'][-1]}: {error['msg']}" for error in reason.errors()]
    return _error(request, 400, f"this cannot be asked: {'; '.join(told)}")


def _not_here(request: Request, reason: Exception) -> Response:
    assert isinstance(reason, HTTPException)
    told = "there is no such page; start from the list of relationships" if reason.status_code == 404 else reason.detail
    return _error(request, reason.status_code, told)


def _error(request: Request, status: int, message: str) -> Response:
    if request.url.path.endswith(".json"):
        return JSONResponse({"status": status, "message": message}, status)
    told = {"status": status, "message": message}
    return HTMLResponse(page_html("error.html.j2", page=told, frame=frame_of(request, None)), status)
