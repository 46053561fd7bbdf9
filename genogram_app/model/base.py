"""What every value and record shares: frozen, checked, and true to its statements.

A *record* is one thing that is told about a family. Its fields are plain
(`person.name`), and beside them it keeps what every statement needs: when it
was recorded, who told us, where it stands, when it was last confirmed and who
may see it (`record.basis_of("name")`), and other accounts of the same thing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationInfo,
    WithJsonSchema,
    model_serializer,
    model_validator,
)

from genogram_app.model.ids import Id

#: Validation context of a file being read: fields that we don't know are kept, not refused.
READING: Mapping[str, bool] = {"reading": True}


#: Characters that turn round the direction of whatever stands after them, on screen and paper alike.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Give text in one form: NFC, no control characters but line feeds, no loose ends.

    A tab is a space: what it kept apart, such as a word and a telephone number, stays apart.
    """
    joined = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    spaced = "".join(" " if c != "\n" and c.isspace() and not _stays(c) else c for c in joined)
    return "".join(c for c in spaced if c == "\n" or _stays(c)).strip()


def _stays(character: str) -> bool:
    return character not in _TURNING and unicodedata.category(character) not in ("Cc", "Cs")


def clean_line(text: str) -> str:
    """Give text as one line in one form."""
    return " ".join(clean(text).split())


class Blank(Enum):
    """Why nothing stands in a field. Never an empty string: a blank always says which."""

    UNKNOWN = "unknown"
    NOT_ASKED = "not asked"
    DECLINED = "declined"
    NONE = "none"


def _read_blank(value: object) -> object:
    if isinstance(value, Blank):
        return value
    if isinstance(value, dict) and set(value) == {"blank"}:
        return Blank(value["blank"])
    raise ValueError('a blank is written {"blank": "unknown"}, "not asked", "declined" or "none"')


_BLANK_SCHEMA = {
    "type": "object",
    "properties": {"blank": {"enum": [blank.value for blank in Blank]}},
    "required": ["blank"],
    "additionalProperties": False,
}

BlankField = Annotated[
    Blank,
    BeforeValidator(_read_blank),
    PlainSerializer(lambda blank: {"blank": blank.value}),
    WithJsonSchema(_BLANK_SCHEMA),
]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_SCHEMA = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _read_day(value: object) -> object:
    """Refuse what pydantic would take for a day besides: seconds since 1970, a time of day."""
    if isinstance(value, int | float) or (isinstance(value, str) and not _DAY.fullmatch(value)):
        raise ValueError("a day is written as 2026-03-02")
    return value


#: One certain day of the program's own.
Day = Annotated[date, BeforeValidator(_read_day), WithJsonSchema(_DAY_SCHEMA)]
#: Yes or no, and nothing that only looks like it.
Flag = Annotated[bool, Field(strict=True)]
Number = Annotated[int, Field(strict=True)]
Line = Annotated[str, AfterValidator(clean_line)]
Prose = Annotated[str, AfterValidator(clean)]
#: One line of text, or the reason why there is none.
TextField = Line | BlankField


class Value(BaseModel):
    """A frozen value. Unknown fields of a file that is read stay in `kept`, as JSON text."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kept: str = ""

    @model_validator(mode="before")
    @classmethod
    def _keep_unknown(cls, data: Any, info: ValidationInfo) -> Any:
        if not (isinstance(data, dict) and info.context and info.context.get("reading")):
            return data
        unknown = {key: value for key, value in data.items() if key not in cls.model_fields or key == "kept"}
        if not unknown:
            return data
        known = {key: value for key, value in data.items() if key not in unknown}
        return known | {"kept": json.dumps(unknown, ensure_ascii=False, sort_keys=True)}

    @model_serializer(mode="wrap")
    def _give_back(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        data.pop("kept", None)
        return data | json.loads(self.kept) if self.kept else data

    def put(self, **changes: Any) -> Self:
        """Give this value with some fields changed, checked like a new one."""
        return type(self).model_validate(dict(self) | changes)


class Share(Enum):
    """Who may see a statement."""

    CASE_FILE = "case file"
    SHARED = "shared"


class Teller(Enum):
    """Who says so."""

    CHILD = "child"
    ADULT = "adult"
    AGENCY = "agency"
    WORKER = "worker"


class Standing(Enum):
    """Where a statement stands."""

    REPORTED = "reported"
    DENIED = "denied"
    DISPUTED = "disputed"
    ADMITTED = "admitted"
    CONVICTED = "convicted"
    FOUND = "found by court"


class Basis(Value):
    """What a statement rests on. Nothing in it has a default that says more than we know."""

    recorded: Day | None = None
    teller: Teller | None = None
    told_by: Line = ""
    standing: Standing | None = None
    confirmed: Day | None = None
    share: Share = Share.CASE_FILE

    @property
    def shared(self) -> bool:
        """Say whether the family may see it."""
        return self.share is Share.SHARED


class Said(Value):
    """What one field of a record rests on, where that differs from the whole record."""

    about: str
    basis: Basis


def _write_any(value: Any) -> Any:
    """Write an account's value just as its field would be written."""
    if isinstance(value, tuple):
        return [_write_any(item) for item in value]
    if isinstance(value, Value):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, Blank):
        return {"blank": value.value}
    return value if isinstance(value, bool | int | float | None) else str(getattr(value, "value", value))


class Account(Value):
    """Another account of one field: the value that somebody else gives."""

    about: str
    value: Annotated[Any, PlainSerializer(_write_any)]
    basis: Basis = Basis()


class Quote(Value):
    """Somebody's own words."""

    words: Prose
    by: Line = ""
    when: Day | None = None
    where: Line = ""
    basis: Basis = Basis()


class Record(Value):
    """One thing told about a family, with what each of its statements rests on."""

    #: Fields that are about the record itself and are no statements.
    ABOUT_ITSELF: ClassVar[frozenset[str]] = frozenset({"id", "kept", "basis", "said", "accounts", "quotes"})

    id: Id
    basis: Basis = Basis()
    said: tuple[Said, ...] = ()
    accounts: tuple[Account, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read_accounts(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict) or not data.get("accounts"):
            return data
        if not isinstance(data["accounts"], list | tuple):
            raise ValueError("accounts are a list")
        return data | {"accounts": tuple(_read_account(cls, account, info) for account in data["accounts"])}

    def basis_of(self, field: str) -> Basis:
        """Give what the field's statement rests on: its own basis, or the record's."""
        return next((said.basis for said in self.said if said.about == field), self.basis)

    def accounts_of(self, field: str) -> tuple[Account, ...]:
        """Give the other accounts of a field, in the order in which they came."""
        return tuple(account for account in self.accounts if account.about == field)

    def tell(self, basis: Basis, **changes: Any) -> Self:
        """Give the record with fields changed and each change's own basis kept."""
        kept = tuple(said for said in self.said if said.about not in changes)
        fresh = tuple(Said(about=field, basis=basis) for field in sorted(changes))
        return self.put(**changes, said=tuple(sorted(kept + fresh, key=lambda said: said.about)))

    @classmethod
    def statements(cls) -> tuple[str, ...]:
        """Name the fields that are statements."""
        return _statements(cls)


@cache
def _statements(record: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in record.model_fields if name not in record.ABOUT_ITSELF)


@cache
def _field_type(record: type[Record], field: str) -> TypeAdapter[Any]:
    info = record.model_fields[field]
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return TypeAdapter(kind)


def _read_account(record: type[Record], account: Any, info: ValidationInfo) -> Any:
    """Read an account's value as the type of the field that it is about.

    A file may hold one about a field of a later version: its value is kept as it came.
    """
    if not isinstance(account, dict | Account):
        raise ValueError("an account says what it is about, and a value")
    raw = dict(account)
    about = raw.get("about")
    if about in record.statements():
        if "value" in raw:
            raw["value"] = _field_type(record, about).validate_python(raw["value"], context=info.context)
    elif info.context and info.context.get("reading"):
        later = json.dumps({"value": raw.pop("value", None)}, ensure_ascii=False)
        return Account(about=str(about), value=None, basis=raw.get("basis", Basis()), kept=later)
    elif not raw.get("kept"):
        raise ValueError(f"an account is about the field {about!r}, which {record.__name__} doesn't have")
    return raw if isinstance(account, dict) else Account(**raw)
