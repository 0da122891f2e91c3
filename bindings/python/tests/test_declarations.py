"""Every public function, enum and constant is declared in Python as the headers declare it (read with libclang)."""

import ctypes
import subprocess
from typing import Any, Dict, Iterator, Tuple

import followup
import pytest
from conftest import ROOT
from followup import _ffi
from followup._errors import BY_STATUS
from followup._formats import formats

cindex = pytest.importorskip("clang.cindex", reason="python3-clang is not installed")
Kind, Type = cindex.CursorKind, cindex.TypeKind

# The structures of C's enums in Python. FORMS is two constants, STATUS the table of exceptions.
ENUMS = {
    "followup_action_kind": followup.ActionKind,
    "followup_action_state": followup.ActionState,
    "followup_event_kind": followup.EventKind,
    "followup_family": followup.Family,
    "followup_kind": followup.Kind,
    "followup_level": followup.Level,
    "followup_number": followup.Number,
    "followup_part": followup.Part,
    "followup_precision": followup.Precision,
    "followup_reading": followup.Reading,
    "followup_recipients": followup._enums.Recipients,  # type: ignore[attr-defined]
    "followup_register": followup.Register,
    "followup_rule": followup.Rule,
    "followup_uptake_way": followup._enums.UptakeWay,  # type: ignore[attr-defined]
    "followup_weekend": followup.Weekend,
    "followup_window_status": followup.WindowStatus,
}
PREFIXES = {
    "followup_action_kind": "FOLLOWUP_ACTION_",
    "followup_action_state": "FOLLOWUP_ACTION_",
    "followup_event_kind": "FOLLOWUP_EVENT_",
    "followup_uptake_way": "FOLLOWUP_UPTAKE_",
    "followup_window_status": "FOLLOWUP_WINDOW_",
}
# Text of known length comes back as an address, for string_at().
ADDRESSES = {"followup_message_subject", "followup_message_body"}

SCALARS = {
    Type.INT: ctypes.c_int,
    Type.DOUBLE: ctypes.c_double,
    Type.BOOL: ctypes.c_bool,
    Type.VOID: None,
    Type.UINT: ctypes.c_uint,
    Type.LONG: ctypes.c_long,
    Type.ULONG: ctypes.c_ulong,
}
BY_NAME = {
    "size_t": ctypes.c_size_t,
    "int64_t": ctypes.c_int64,
    "uint64_t": ctypes.c_uint64,
}


@pytest.fixture(scope="module")
def header() -> Any:
    found = subprocess.run(["gcc", "-print-file-name=include"], capture_output=True, text=True, check=True)
    flags = ["-x", "c", "-std=c11", f"-I{ROOT / 'include'}", "-isystem", found.stdout.strip()]
    unit = cindex.Index.create().parse(str(ROOT / "include" / "followup-formats.h"), args=flags)
    assert not list(unit.diagnostics)
    return unit.cursor


def functions(header: Any) -> Iterator[Tuple[Any, Any]]:
    """Each public function with the module that declares it; those of formats only where that library is there."""
    for cursor in header.get_children():
        if cursor.kind is Kind.FUNCTION_DECL and cursor.spelling.startswith("followup_"):
            of_formats = cursor.location.file.name.endswith("followup-formats.h")
            if not of_formats or formats() is not None:
                yield cursor, formats() if of_formats else _ffi


def python_type(kind: Any) -> Any:
    """The ctypes type that a C type has to have; a structure's name stands for a pointer to it."""
    name = kind.spelling.replace("const ", "")
    if name in BY_NAME:
        return BY_NAME[name]
    plain = kind.get_canonical()
    if plain.kind is Type.ENUM:
        return SCALARS[plain.get_declaration().enum_type.kind]
    if plain.kind is not Type.POINTER:
        return SCALARS[plain.kind]
    target = plain.get_pointee()
    if target.kind in (Type.CHAR_S, Type.SCHAR):
        return ctypes.c_char_p
    if target.kind is Type.VOID:
        return ctypes.c_void_p
    if target.kind is Type.FUNCTIONPROTO:
        return [python_type(target.get_result()), *(python_type(a) for a in target.argument_types())]
    if target.kind is Type.RECORD:
        return target.get_declaration().spelling
    return (python_type(kind.get_pointee() if kind.kind is Type.POINTER else target),)


def python_name(declared: Any) -> Any:
    """A declared ctypes type in the same form."""
    if declared is None or not isinstance(declared, type):
        return declared
    if issubclass(declared, ctypes._CFuncPtr):  # type: ignore[attr-defined]
        return [python_name(declared._restype_), *map(python_name, declared._argtypes_)]  # type: ignore[attr-defined]
    target = getattr(declared, "_type_", None)
    if not isinstance(target, type):
        return declared
    return target.__name__ if issubclass(target, ctypes.Structure) else (python_name(target),)


def same(declared: Any, wanted: Any, in_callback: bool = False) -> bool:
    if isinstance(wanted, list):
        return len(declared) == len(wanted) and all(same(d, w, True) for d, w in zip(declared, wanted))
    # Bytes with a length have no NUL behind them: a callback takes them as an address.
    return bool(declared == wanted or (in_callback and wanted is ctypes.c_char_p and declared is ctypes.c_void_p))


def test_every_function_has_the_argtypes_and_restype_of_the_header(header: Any) -> None:
    count = 0
    for cursor, module in functions(header):
        function = getattr(module, cursor.spelling)
        wanted = [python_type(argument.type) for argument in cursor.get_arguments()]
        declared = [python_name(argument) for argument in function.argtypes]
        assert len(declared) == len(wanted), cursor.spelling
        assert all(map(same, declared, wanted)), f"{cursor.spelling}: {declared} is not {wanted}"
        result = python_type(cursor.result_type)
        if cursor.spelling in ADDRESSES:
            result = ctypes.c_void_p
        assert python_name(function.restype) == result, cursor.spelling
        count += 1
    assert count > 190


def test_nothing_is_declared_that_the_header_does_not_have(header: Any) -> None:
    public = {cursor.spelling for cursor, _ in functions(header)}
    for module in (_ffi, formats()):
        if module is not None:
            assert {name for name in vars(module) if name.startswith("followup_")} <= public


def test_a_declaration_that_drifts_is_seen(header: Any) -> None:
    cursor = next(cursor for cursor, _ in functions(header) if cursor.spelling == "followup_calendar_set_weekend")
    wanted = [python_type(argument.type) for argument in cursor.get_arguments()]
    assert wanted == ["followup_calendar", ctypes.c_uint, "followup_error"]
    assert not same(python_name(_ffi.Case), wanted[0])
    assert not same(ctypes.c_int, wanted[1])


def test_every_enum_has_the_names_and_numbers_of_the_header(header: Any) -> None:
    for cursor in header.get_children():
        if cursor.kind is not Kind.ENUM_DECL or cursor.spelling not in ENUMS:
            continue
        enum = ENUMS[cursor.spelling]
        prefix = PREFIXES.get(cursor.spelling, cursor.spelling.upper() + "_")
        wanted: Dict[str, int] = {c.spelling[len(prefix) :]: c.enum_value for c in cursor.get_children()}
        assert {member.name: member.value for member in enum} == wanted, cursor.spelling


def test_no_enum_of_the_header_is_left_out(header: Any) -> None:
    seen = {cursor.spelling for cursor in header.get_children() if cursor.kind is Kind.ENUM_DECL}
    ours = {name for name in seen if name.startswith("followup_")}
    assert ours == {*ENUMS, "followup_status", "followup_unit", "followup_form"}


def test_every_failure_has_an_exception(header: Any) -> None:
    status = next(cursor for cursor in header.get_children() if cursor.spelling == "followup_status")
    failures = {c.enum_value for c in status.get_children()} - {0}
    assert failures == set(BY_STATUS)


def test_names_are_those_of_the_library() -> None:
    for kind in followup.Kind:
        assert kind is followup.Kind.UNKNOWN or _ffi.followup_kind_name(kind).decode() == kind.label
    for enum, name_of in (
        (followup.EventKind, _ffi.followup_event_kind_name),
        (followup.Level, _ffi.followup_level_name),
        (followup._enums.UptakeWay, _ffi.followup_uptake_way_name),  # type: ignore[attr-defined]
        (followup.Family, _ffi.followup_family_name),
        (followup.Part, _ffi.followup_part_name),
        (followup.Number, _ffi.followup_number_name),
        (followup.ActionKind, _ffi.followup_action_kind_name),
        (followup.ActionState, _ffi.followup_action_state_name),
    ):
        for member in enum:
            assert name_of(member).decode() == member.label
    assert [rule for rule in followup.Rule if rule] == followup.rules()
    assert followup.Rule.LATE_THANK_YOU.label == "late-thank-you"


def test_a_number_of_a_newer_library_is_a_member_of_its_own() -> None:
    newer = followup.Rule(1234)
    assert newer == 1234
    assert followup.Rule(1234) is newer
    assert (newer.name, newer.summary, newer.family) == ("UNKNOWN_1234", "", None)
    assert newer not in list(followup.Rule)
    with pytest.raises(ValueError):
        followup.Rule(-1)
    with pytest.raises(ValueError):
        followup.Rule("no-such-rule")  # type: ignore[arg-type]
