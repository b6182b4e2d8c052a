"""All ISO 3166-1 areas and ISO 4217 currencies, from pycountry, named in our languages by babel (CLDR)."""

import pycountry
from babel import Locale
from django.db import migrations

LOCALES = {"en": Locale("en"), "ur": Locale("ur"), "zh-hans": Locale("zh", script="Hans")}
HOUSE_UNITS = [
    # code, name, symbol, dimension, factor, ucum, counts things
    ("percent", "percent", "%", "percent", "1", "%", False),
    ("percentage_point", "percentage points", "pp", "percentage_point", "1", "", False),
    ("basis_point", "basis points", "bp", "percentage_point", "0.01", "", False),
    ("index", "index points", "", "index", "1", "", False),
    ("ratio", "ratio", "", "ratio", "1", "1", False),
    ("vehicle", "vehicles", "", "vehicle", "1", "{vehicle}", True),
    ("set", "sets", "", "set", "1", "{set}", True),
    ("person", "people", "", "person", "1", "{person}", True),
    ("piece", "pieces", "", "piece", "1", "{piece}", True),
    ("household", "households", "", "household", "1", "{household}", True),
    ("kW", "kilowatts", "kW", "kW", "1", "kW", False),
    ("W", "watts", "W", "kW", "0.001", "W", False),
    ("MW", "megawatts", "MW", "kW", "1000", "MW", False),
    ("GW", "gigawatts", "GW", "kW", "1000000", "GW", False),
    ("TW", "terawatts", "TW", "kW", "1000000000", "TW", False),
    ("kWh", "kilowatt-hours", "kWh", "kWh", "1", "kW.h", False),
    ("MWh", "megawatt-hours", "MWh", "kWh", "1000", "MW.h", False),
    ("GWh", "gigawatt-hours", "GWh", "kWh", "1000000", "GW.h", False),
    ("TWh", "terawatt-hours", "TWh", "kWh", "1000000000", "TW.h", False),
    ("tonne", "tonnes", "t", "tonne", "1", "t", False),
    ("kg", "kilograms", "kg", "tonne", "0.001", "kg", False),
    ("hectare", "hectares", "ha", "hectare", "1", "har", False),
    ("km2", "square kilometres", "km²", "hectare", "100", "km2", False),
    ("m2", "square metres", "m²", "hectare", "0.0001", "m2", False),
    ("km", "kilometres", "km", "km", "1", "km", False),
    ("m", "metres", "m", "km", "0.001", "m", False),
    ("m3", "cubic metres", "m³", "m3", "1", "m3", False),
    ("barrel", "barrels", "bbl", "barrel", "1", "[bbl_us]", False),
    ("barrel_per_day", "barrels a day", "bbl/d", "barrel_per_day", "1", "[bbl_us]/d", False),
    ("year", "years", "", "year", "1", "a", False),
    ("day", "days", "", "day", "1", "d", False),
]
TRANSLATED = {
    "percent": ("فیصد", "百分比"), "percentage_point": ("فیصدی نقطے", "百分点"), "vehicle": ("گاڑیاں", "辆"),
    "set": ("سیٹ", "套"), "person": ("افراد", "人"), "piece": ("عدد", "件"), "kW": ("کلوواٹ", "千瓦"),
    "MW": ("میگاواٹ", "兆瓦"), "GW": ("گیگاواٹ", "吉瓦"), "kWh": ("کلوواٹ گھنٹے", "千瓦时"),
    "tonne": ("ٹن", "吨"), "hectare": ("ہیکٹر", "公顷"), "km": ("کلومیٹر", "公里"), "index": ("اشاریہ", "指数"),
}
HOUSE_SYMBOLS = {"CNY": "RMB", "PKR": "Rs"}
HOUSE_NAMES = {"CNY": "yuan", "PKR": "Pakistani rupees", "USD": "US dollars", "EUR": "euros"}


def names_of(kind, code):
    found = {language: getattr(locale, kind).get(code) for language, locale in LOCALES.items()}
    return found.pop("en"), {language: name for language, name in found.items() if name}


def load(apps, schema_editor):
    area, unit = apps.get_model("indicators", "Area"), apps.get_model("indicators", "Unit")
    areas = []
    for country in pycountry.countries:
        name, translations = names_of("territories", country.alpha_2)
        areas.append(area(code=country.alpha_3, alpha2=country.alpha_2, name=name or country.name,
                          translations=translations, kind="country"))
    world, translations = names_of("territories", "001")
    areas.append(area(code="WLD", name=world.capitalize(), translations=translations, kind="aggregate"))
    area.objects.bulk_create(areas)
    units = [unit(code=c, name=n, symbol=s, dimension=d, factor=f, ucum=u, is_count=counts,
                  translations=dict(zip(("ur", "zh-hans"), TRANSLATED.get(c, ()))))
             for c, n, s, d, f, u, counts in HOUSE_UNITS]
    for currency in pycountry.currencies:
        name, translations = names_of("currencies", currency.alpha_3)
        name = HOUSE_NAMES.get(currency.alpha_3, name)
        symbol = HOUSE_SYMBOLS.get(currency.alpha_3) or LOCALES["en"].currency_symbols.get(currency.alpha_3, "")
        units.append(unit(code=currency.alpha_3, name=name or currency.name, translations=translations,
                          symbol=symbol, dimension=currency.alpha_3, factor="1", iso4217=currency.alpha_3))
    unit.objects.bulk_create(units)


def unload(apps, schema_editor):
    apps.get_model("indicators", "Area").objects.all().delete()
    apps.get_model("indicators", "Unit").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_vintages_never_change")]
    operations = [migrations.RunPython(load, unload)]
