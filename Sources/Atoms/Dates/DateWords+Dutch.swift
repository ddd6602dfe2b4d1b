extension DateWords {
    /// Dutch.
    static let dutch = DateWords(
        weekdays: [
            "maandag": .monday, "ma": .monday, "dinsdag": .tuesday, "di": .tuesday, "din": .tuesday,
            "woensdag": .wednesday, "wo": .wednesday, "woe": .wednesday, "donderdag": .thursday, "do": .thursday,
            "don": .thursday, "vrijdag": .friday, "vr": .friday, "vrij": .friday, "zaterdag": .saturday,
            "za": .saturday, "zat": .saturday, "zondag": .sunday, "zo": .sunday, "zon": .sunday,
        ],
        months: [
            "januari": 1, "jan": 1, "februari": 2, "feb": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4, "mei": 5,
            "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
            "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
        ],
        days: [
            "vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "gister": -1, "eergisteren": -2,
        ],
        parts: [
            "ochtend": .morning, "ochtends": .morning, "morgens": .morning, "voormiddag": .morning,
            "middag": .afternoon, "middags": .afternoon, "namiddag": .afternoon, "avond": .evening,
            "avonds": .evening, "nacht": .night, "nachts": .night,
        ],
        partsBehindDay: ["morgen": .morning],
        daysWithPart: [
            "vanochtend": DayAndPart(day: 0, part: .morning), "vanmorgen": DayAndPart(day: 0, part: .morning),
            "vanmiddag": DayAndPart(day: 0, part: .afternoon), "vanavond": DayAndPart(day: 0, part: .evening),
            "vannacht": DayAndPart(day: 0, part: .night), "deze ochtend": DayAndPart(day: 0, part: .morning),
            "deze middag": DayAndPart(day: 0, part: .afternoon), "deze avond": DayAndPart(day: 0, part: .evening),
            "afgelopen nacht": DayAndPart(day: -1, part: .night),
        ],
        times: ["middernacht": NamedTime(hour: 0, carry: 1)],
        numbers: [
            "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
            "tien": 10, "elf": 11, "twaalf": 12,
        ],
        halves: ["half": 1, "een half": 1, "anderhalf": 3, "anderhalve": 3, "een paar": 4],
        units: [
            "minuut": .minute, "minuten": .minute, "min": .minute, "kwartier": .quarter, "uur": .hour, "uren": .hour,
            "uurtje": .hour, "u": .hour, "dag": .day, "dagen": .day, "week": .week, "weken": .week, "maand": .month,
            "maanden": .month, "jaar": .year, "jaren": .year,
        ],
        modifiers: [
            "deze": .this, "dit": .this, "komende": .coming, "komend": .coming, "aanstaande": .coming,
            "aankomende": .coming, "volgende": .next, "volgend": .next, "vorige": .last, "vorig": .last,
            "afgelopen": .last,
        ],
        ends: ["eind", "einde", "eind van", "einde van", "het eind van", "het einde van", "eind vd"],
        starts: ["begin", "begin van", "het begin van", "begin vd"],
        endings: [
            "einde dag": .day, "eind van de dag": .day, "einde van de dag": .day, "het einde van de dag": .day,
        ],
        weekends: ["weekend", "weekeinde"], before: ["over", "binnen"], ago: ["geleden"],
        later: ["later", "vanaf nu"], now: ["nu"], past: ["over"], to: ["voor"], quarter: ["kwart"], half: ["half"],
        halfIsBefore: true, clock: ["uur", "u"], weakClock: [], ordinals: ["e", "de", "ste"],
        fillers: [
            "om", "op", "voor", "tegen", "uiterlijk", "de", "het", "van", "'s", "s", "in", "aan", "tot", "en", "vanaf",
            "rond",
        ], usual: ["volgende week", "volgende maand", "eind van de week", "eind van de maand"])
}
