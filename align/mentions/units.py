"""What a number counts: percent, currencies, measures and time, with their conversions."""

from __future__ import annotations

from typing import NamedTuple

PERCENT = frozenset(("%", "percent", "percents", "pct", "persen", "percentage", "prosen"))

CURRENCIES = {
    "$": "usd", "dollar": "usd", "dollars": "usd", "dolar": "usd", "usd": "usd",
    "cent": "usd", "cents": "usd", "sen": "usd",
    "£": "gbp", "pound": "gbp", "pounds": "gbp", "poundsterling": "gbp",
    "gbp": "gbp", "pence": "gbp", "quid": "gbp",
    "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur",
    "¥": "yen", "yen": "yen", "rp": "idr", "rupiah": "idr", "idr": "idr", "yuan": "cny",
    "renminbi": "cny", "rmb": "cny", "rupee": "inr", "rupees": "inr", "ringgit": "myr",
    "rubel": "rub", "ruble": "rub", "rubles": "rub", "rouble": "rub", "roubles": "rub",
    "won": "krw", "baht": "thb", "peso": "peso", "pesos": "peso", "franc": "chf", "francs": "chf",
    "lira": "try", "riyal": "sar", "riyals": "sar", "shekel": "ils", "shekels": "ils",
}
MONEY = frozenset(CURRENCIES.values())


class Unit(NamedTuple):
    """A measure: what it measures, and its size (and for temperatures its zero) in base units."""

    dimension: str
    size: float
    zero: float = 0.0


def _same(unit: Unit, words: str) -> dict[str, Unit]:
    return dict.fromkeys(words.split(), unit)


UNITS: dict[str, Unit] = {
    **_same(Unit("length", 1609.34), "mile miles mil mph"),
    **_same(Unit("length", 0.3048), "foot feet ft kaki"),
    **_same(Unit("length", 0.0254), "inch inches inci"),
    **_same(Unit("length", 0.9144), "yard yards yd yar"),
    **_same(Unit("length", 1852.0), "nautical laut"),
    **_same(Unit("length", 1000.0), "kilometer kilometers kilometre kilometres km kmh kph kpj"),
    **_same(Unit("length", 1.0), "meter meters metre metres m"),
    **_same(Unit("length", 0.01), "centimeter centimeters centimetre centimetres cm sentimeter"),
    **_same(Unit("length", 0.001), "millimeter millimeters millimetre mm milimeter"),
    **_same(Unit("mass", 0.45359), "pound pounds lb lbs pon"),
    **_same(Unit("mass", 0.02835), "ounce ounces oz ons"),
    **_same(Unit("mass", 6.35029), "stone stones"),
    **_same(Unit("mass", 1.0), "kilogram kilograms kilo kilos kg kilogramme"),
    **_same(Unit("mass", 0.001), "gram grams gr gramme grammes"),
    **_same(Unit("mass", 1000.0), "ton tons tonne tonnes metrik"),
    **_same(Unit("volume", 3.78541), "gallon gallons galon"),
    **_same(Unit("volume", 0.568), "pint pints"),
    **_same(Unit("volume", 0.1), "cup cups cangkir"),
    **_same(Unit("volume", 158.987), "barrel barrels barel"),
    **_same(Unit("volume", 1.0), "liter liters litre litres"),
    **_same(Unit("area", 4046.86), "acre acres ekar"),
    **_same(Unit("area", 10000.0), "hectare hectares hektare hektar ha"),
    **_same(Unit("share", 0.01), "%"),
    **_same(Unit("share", 0.0001), "bp"),
    **_same(Unit("heat", 5 / 9, -160 / 9), "°f"),
    **_same(Unit("heat", 1.0), "°c"),
    **_same(Unit("time", 1.0), "second seconds detik"),
    **_same(Unit("time", 60.0), "minute minutes menit"),
    **_same(Unit("time", 3600.0), "hour hours hr hrs jam"),
    **_same(Unit("time", 86400.0), "day days hari night nights malam"),
    **_same(Unit("time", 604800.0), "week weeks minggu pekan"),
    **_same(Unit("time", 1209600.0), "fortnight fortnights"),
    **_same(Unit("time", 2629800.0), "month months bulan"),
    **_same(Unit("time", 31557600.0), "year years tahun yr yrs"),
    **_same(Unit("time", 315576000.0), "decade decades dekade dasawarsa"),
    **_same(Unit("time", 3155760000.0), "century centuries abad"),
}
