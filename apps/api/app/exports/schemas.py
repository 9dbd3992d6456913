import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

Status = Literal["pending", "ready", "failed", "too_large"]


class DataExport(BaseModel):
    status: Status
    size: int | None = Field(description="Bytes of the file; null until it is ready.")
    created_at: dt.datetime
    expires_at: dt.datetime = Field(description="The file is deleted at this time.")


class CurrentDataExport(BaseModel):
    export: DataExport | None
