extension DateWords {
    /// English.
    static let english = DateWords(
        weekdays: [
            "monday": .monday, "mon": .monday, "tuesday": .tuesday, "tue": .tuesday, "tues": .tuesday,
            "wednesday": .wednesday, "wed": .wednesday, "weds": .wednesday, "thursday": .thursday, "thu": .thursday,
            "thur": .thursday, "thurs": .thursday, "friday": .friday, "fri": .friday, "saturday": .saturday,
            "sat": .saturday, "sunday": .sunday, "sun": .sunday,
        ],
        months: [
            "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
            "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
            "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
        ],
        days: [
            "today": 0, "tod": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tom": 1, "day after tomorrow": 2,
            "yesterday": -1, "day before yesterday": -2,
        ],
        parts: ["morning": .morning, "afternoon": .afternoon, "evening": .evening, "night": .night],
        partsBehindDay: [:],
        daysWithPart: [
            "tonight": DayAndPart(day: 0, part: .evening), "this morning": DayAndPart(day: 0, part: .morning),
            "this afternoon": DayAndPart(day: 0, part: .afternoon), "this evening": DayAndPart(day: 0, part: .evening),
            "last night": DayAndPart(day: -1, part: .night),
        ],
        times: [
            "noon": NamedTime(hour: 12, carry: 0), "midday": NamedTime(hour: 12, carry: 0),
            "midnight": NamedTime(hour: 0, carry: 1),
        ],
        numbers: [
            "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        ],
        halves: ["half a": 1, "half an": 1, "half": 1, "one and a half": 3, "a couple of": 4],
        units: [
            "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute, "m": .minute, "hour": .hour,
            "hours": .hour, "hr": .hour, "hrs": .hour, "h": .hour, "day": .day, "days": .day, "d": .day, "week": .week,
            "weeks": .week, "wk": .week, "w": .week, "month": .month, "months": .month, "year": .year, "years": .year,
            "yr": .year, "y": .year,
        ],
        modifiers: [
            "this": .this, "coming": .coming, "this coming": .coming, "next": .next, "following": .next, "last": .last,
            "past": .last, "previous": .last,
        ],
        ends: ["end of", "end", "the end of"], starts: ["start of", "beginning of", "start", "beginning"],
        endings: [
            "eod": .day, "end of day": .day, "end of the day": .day, "eow": .week, "eom": .month, "eoy": .year,
        ],
        weekends: ["weekend"], before: ["in", "within"], ago: ["ago"], later: ["later", "from now"], now: ["now"],
        past: ["past", "after"], to: ["to", "before"], quarter: ["quarter", "a quarter"], half: ["half"],
        halfIsBefore: false, clock: ["o'clock", "oclock"], weakClock: ["h"], ordinals: ["st", "nd", "rd", "th"],
        fillers: ["at", "on", "by", "before", "the", "of", "in", "due", "until", "till", "and", "from", "for"],
        usual: ["next week", "next month", "end of week", "end of month"])
}
