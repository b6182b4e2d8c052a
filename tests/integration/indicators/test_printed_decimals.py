"""54.0 stays 54.0: decimals as the source printed them, on every way in and out."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.core.management import call_command
from django.db import connection, models, transaction
from django.forms import modelform_factory
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.models import Unit
from indicators.fields import PrintedDecimalField, PrintedDecimalInput, printed, read_decimal
from indicators.observations.models import Vintage
from tests.integration.indicators.builders import a_vintage, an_observation, stated

PRINTS = [
    "54.0",
    "9.443",
    "3335.71",
    "0",
    "-0.50",
    "1000",
    "0.00000000000000000001",
    "9" * 40,
    "1" + "0" * 39,
]


@pytest.mark.django_db
@pytest.mark.parametrize("text", PRINTS)
def test_the_print_survives_saving_loading_and_reading_columns(text: str) -> None:
    saved = a_vintage(an_observation(), text)
    saved.save()
    bulk = Vintage.objects.bulk_create([a_vintage(an_observation(), Decimal(text))])[0]
    for pk in (saved.pk, bulk.pk):
        loaded = Vintage.objects.get(pk=pk)
        assert loaded.value is not None
        assert printed(loaded.value) == text
        assert Vintage.objects.filter(pk=pk).values_list("value", flat=True).get() == Decimal(text)
        assert printed(Vintage.objects.filter(pk=pk).values("value").get()["value"]) == text
        with connection.cursor() as cursor:
            cursor.execute("SELECT value FROM indicators_vintage WHERE id = %s", [pk])
            assert cursor.fetchone() == (text,)
    assert f"{saved.value:f}" == text, "without another look at the database"


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["json", "yaml", "jsonl"])
@pytest.mark.parametrize("text", PRINTS)
def test_the_print_survives_a_fixture(form: str, text: str) -> None:
    vintage = a_vintage(an_observation(), text)
    vintage.save()
    written = serializers.serialize(form, [vintage], use_natural_foreign_keys=True)
    assert isinstance(written, str)
    read = next(iter(serializers.deserialize(form, io.StringIO(written)))).object
    assert isinstance(read, Vintage)
    assert f"{read.value:f}" == text
    assert read == vintage


@pytest.mark.django_db
def test_a_yaml_fixture_with_a_float_is_refused(tmp_path: Any) -> None:
    fixture = tmp_path / "units.yaml"
    fixture.write_text(
        "- model: indicators.unit\n  fields: {code: x, name: x, dimension: x, factor: 0.1, translations: {}}\n"
    )
    with pytest.raises(Exception, match="floating-point number"):
        call_command("loaddata", str(fixture))
    fixture.write_text(
        "- model: indicators.unit\n  fields: {code: x, name: x, dimension: x, factor: '0.10', translations: {}}\n"
    )
    call_command("loaddata", str(fixture), verbosity=0)
    assert printed(Unit.objects.get(code="x").factor) == "0.10"


@pytest.mark.django_db
def test_no_float_comes_in_by_any_way() -> None:
    unit = Unit.objects.get(code="GW")
    ways: list[Any] = [
        lambda: Unit(code="x", factor=0.1),  # type: ignore[misc]
        lambda: setattr(unit, "factor", 0.1),
        lambda: Unit.objects.create(code="x", name="x", dimension="x", factor=0.1),
        lambda: Unit.objects.filter(pk=unit.pk).update(factor=0.1),
        lambda: Unit.objects.filter(factor=0.1).exists(),
        lambda: Unit.objects.update_or_create(code="GW", defaults={"factor": 0.1}),
        lambda: a_vintage(an_observation(), 54.0),
    ]
    for way in ways:
        with pytest.raises(ValidationError, match="floating-point"), transaction.atomic():
            way()


@pytest.mark.django_db
def test_an_update_and_a_default_keep_text() -> None:
    Unit.objects.filter(code="GW").update(factor=Decimal("1E+6"))
    assert printed(Unit.objects.get(code="GW").factor) == "1000000"
    unit = Unit.objects.get(code="GW")
    unit.factor = Decimal("1000.0")
    Unit.objects.bulk_update([unit], ["factor"])
    assert printed(Unit.objects.get(code="GW").factor) == "1000.0"
    assert Unit(code="x").factor == Decimal(1)


@pytest.mark.django_db
def test_equality_compares_prints_and_ordering_is_no_question_for_sql() -> None:
    vintage = stated(an_observation(), "54.0")
    assert Vintage.objects.filter(value="54.0").get() == vintage
    assert not Vintage.objects.filter(value=Decimal("54")).exists()
    for lookup in ("gt", "gte", "lt", "lte", "range"):
        with pytest.raises(FieldError):
            Vintage.objects.filter(**{f"value__{lookup}": "9"})


@pytest.mark.parametrize(
    "text",
    ["NaN", "sNaN", "Infinity", "-inf", "1e400", "1E+999999999999999999", "1,5", "12,34", "1,2345", "1.2.3", "1_000",
     "٣", "0x10", "--1", "+", ".", "5.", "abc", "1 000", "9" * 41, "0." + "0" * 20 + "1", "9" * 5000, " ", "½"],
)  # fmt: skip
def test_what_is_no_printed_number_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a decimal number"):
        read_decimal(text)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+40"), True, [], b"1"])
def test_nor_is_any_such_value(value: object) -> None:
    with pytest.raises(ValidationError, match="not a decimal number"):
        read_decimal(value)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("9,443", "9443"),
        ("1,234,567.80", "1234567.80"),
        ("−2.7", "-2.7"),
        ("+8.4", "8.4"),
        (" 54.0 ", "54.0"),
        (".5", "0.5"),
        (Decimal("1E+3"), "1000"),
        ("1E-7", "0.0000001"),
        (540, "540"),
    ],
)  # fmt: skip
def test_what_people_and_fixtures_write_is_read(given: Any, text: str) -> None:
    number = read_decimal(given)
    assert number is not None
    assert printed(number) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**12), max_value=10**12))
def test_reading_what_was_printed_gives_the_same_print(number: Decimal) -> None:
    once = read_decimal(printed(number))
    assert once is not None
    assert printed(once) == printed(number)
    grouped = read_decimal(f"{number:,f}")
    assert grouped == number


class TestForm:
    def field(self) -> PrintedDecimalInput:
        form_field = Vintage._meta.get_field("value").formfield()
        assert isinstance(form_field, PrintedDecimalInput)
        return form_field

    def test_it_is_a_text_input_that_shows_the_print(self) -> None:
        form = modelform_factory(Unit, fields=["factor"])(instance=Unit(factor=Decimal("1E+3")))
        html = str(form["factor"])
        assert 'type="text"' in html
        assert 'inputmode="decimal"' in html
        assert 'value="1000"' in html

    @pytest.mark.parametrize("text", ["1e3", "1e400", "NaN", "1,5", "x"])
    def test_errors_say_what_to_write(self, text: str) -> None:
        with pytest.raises(ValidationError, match=r"Write digits and at most one point"):
            self.field().clean(text)

    def test_empty_is_nothing(self) -> None:
        assert self.field().clean("") is None
        assert self.field().clean("  ") is None

    @pytest.mark.parametrize(
        ("initial", "data", "changed"),
        [
            (Decimal("54.0"), "54.0", False),
            (Decimal("54.0"), "54.00", True),
            (Decimal("54.0"), "", True),
            (None, "", False),
            (Decimal("1000"), "1,000", False),
            (Decimal("1"), "x", True),
        ],
    )
    def test_another_print_is_a_change(self, initial: Decimal | None, data: str, changed: bool) -> None:
        assert self.field().has_changed(initial, data) is changed


def test_the_migration_state_knows_a_plain_text_column() -> None:
    field = PrintedDecimalField("value")
    _name, path, _args, kwargs = field.deconstruct()
    assert (path, kwargs["max_length"]) == ("django.db.models.CharField", 64)
    assert field.get_internal_type() == models.CharField().get_internal_type()


def test_a_number_too_long_for_python_to_print_is_refused_too() -> None:
    with pytest.raises(ValidationError, match="not a decimal number"):
        read_decimal(10**5000)
