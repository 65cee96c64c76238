"""Days, months and relative dates of English, lower case."""

WEEKDAYS = {
    word: day for day, line in enumerate((
        "monday mondays mon", "tuesday tuesdays tue tues", "wednesday wednesdays wed weds",
        "thursday thursdays thu thurs thur", "friday fridays fri", "saturday saturdays sat",
        "sunday sundays sun"))
    for word in line.split()
}
MONTHS = {
    word: month for month, line in enumerate((
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1)
    for word in line.split()
}

# (unit, direction): -1 the one before, 0 this one, +1 the one to come.
RELATIVE = {
    "yesterday": ("day", -1), "today": ("day", 0), "tonight": ("day", 0), "tomorrow": ("day", 1),
    "last night": ("day", -1), "day after tomorrow": ("day", 2),
    "day before yesterday": ("day", -2),
    "last week": ("week", -1), "this week": ("week", 0), "next week": ("week", 1),
    "last weekend": ("week", -1), "this weekend": ("week", 0), "next weekend": ("week", 1),
    "last month": ("month", -1), "this month": ("month", 0), "next month": ("month", 1),
    "last year": ("year", -1), "this year": ("year", 0), "next year": ("year", 1),
    "previous week": ("week", -1), "previous month": ("month", -1),
    "previous year": ("year", -1), "following week": ("week", 1), "following month": ("month", 1),
    "following year": ("year", 1), "following day": ("day", 1), "coming week": ("week", 1),
    "coming year": ("year", 1), "coming month": ("month", 1),
}
