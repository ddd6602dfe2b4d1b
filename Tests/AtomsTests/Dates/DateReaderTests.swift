import EchordPrimitives
import Testing

@testable import Atoms

/// A reader in Amsterdam on Thursday 26 March 2026, 09:00; clocks are put forward on Sunday.
private func reader(
    _ locale: DiscordLocale, at now: Instant = Instant(seconds: 1_774_512_000),
    towards direction: DateReader.Direction = .future
) throws -> DateReader {
    DateReader(
        zone: try ZoneFiles.zone(ZoneFiles.amsterdam),
        zones: try ZoneFiles.catalogue(ZoneFiles.amsterdam, ZoneFiles.newYork), now: now, locale: locale,
        towards: direction)
}

extension DateReader {
    /// The readings as their walls show them, or why there is none.
    fileprivate func said(_ text: String) -> [String] {
        do throws(ValidationIssue) {
            return try readings(text).map { "\($0.time.local)" }
        } catch {
            return [error.code.rawValue]
        }
    }
}

@Suite struct EnglishDateTests {
    @Test(arguments: [
        ("today", "2026-03-26"), ("tomorrow", "2026-03-27"), ("tmr", "2026-03-27"), ("Due TOMORROW", "2026-03-27"),
        ("day after tomorrow", "2026-03-28"), ("fri", "2026-03-27"), ("by friday", "2026-03-27"),
        ("this friday", "2026-03-27"), ("coming friday", "2026-03-27"), ("in 3 days", "2026-03-29"),
        ("3 days from now", "2026-03-29"), ("7d", "2026-04-02"), ("1w", "2026-04-02"), ("in 2 weeks", "2026-04-09"),
        ("in a month", "2026-04-26"), ("in 1 year", "2027-03-26"), ("next monday", "2026-03-30"),
        ("friday next week", "2026-04-03"), ("next week friday", "2026-04-03"), ("31 jan", "2027-01-31"),
        ("jan 31", "2027-01-31"), ("31-1", "2027-01-31"), ("1-31", "2027-01-31"), ("31/1", "2027-01-31"),
        ("the 1st", "2026-04-01"), ("26th", "2026-03-26"), ("22nd", "2026-04-22"), ("31st", "2026-03-31"),
        ("1st of may", "2026-05-01"), ("may 1st", "2026-05-01"), ("29 feb", "2028-02-29"), ("sat 5 dec", "2026-12-05"),
        ("5 dec, sat", "2026-12-05"), ("dec 5 2026", "2026-12-05"), ("5 dec 2027", "2027-12-05"),
        ("5 dec 28", "2028-12-05"),
        ("2026-12-05", "2026-12-05"), ("2026/12/05", "2026-12-05"), ("5.12.2026", "2026-05-12"),
        ("end of month", "2026-03-31"), ("end of the month", "2026-03-31"), ("eom", "2026-03-31"),
        ("end of next month", "2026-04-30"), ("end of january", "2027-01-31"), ("eod", "2026-03-26"),
        ("end of year", "2026-12-31"), ("eoy", "2026-12-31"), ("start of next week", "2026-03-30"),
        ("beginning of april", "2026-04-01"), ("fri 27", "2026-03-27"), ("fri at", "2026-03-27"),
    ])
    func aDay(_ text: String, _ expected: String) throws {
        #expect(try reader(.americanEnglish).said(text).first == expected)
    }

    @Test(arguments: [
        ("fri 18:00", "2026-03-27T18:00"), ("6pm friday", "2026-03-27T18:00"), ("today 18:00", "2026-03-26T18:00"),
        ("tomorrow 9am", "2026-03-27T09:00"), ("tomorrow morning", "2026-03-27T09:00"),
        ("day after tomorrow at noon", "2026-03-28T12:00"), ("in 3 days at 18:00", "2026-03-29T18:00"),
        ("6pm", "2026-03-26T18:00"), ("6 pm", "2026-03-26T18:00"), ("6:30 p.m.", "2026-03-26T18:30"),
        ("12am", "2026-03-27T00:00"), ("12pm", "2026-03-26T12:00"), ("18h", "2026-03-26T18:00"),
        ("07:30", "2026-03-27T07:30"), ("08:00", "2026-03-27T08:00"), ("1830", "2026-03-26T18:30"),
        ("24:00", "2026-03-27T00:00"), ("noon", "2026-03-26T12:00"), ("midnight", "2026-03-27T00:00"),
        ("tonight", "2026-03-26T20:00"), ("tonight at 9", "2026-03-26T21:00"), ("this afternoon", "2026-03-26T15:00"),
        ("friday evening", "2026-03-27T20:00"), ("friday night", "2026-03-27T22:00"),
        ("friday night at 1", "2026-03-28T01:00"), ("12 at night", "2026-03-27T00:00"),
        ("in the morning", "2026-03-27T09:00"), ("6 in the evening", "2026-03-26T18:00"),
        ("friday 3 in the afternoon", "2026-03-27T15:00"), ("friday 12 in the evening", "2026-03-28T00:00"),
        ("friday 9 at night", "2026-03-27T21:00"), ("half past 7", "2026-03-26T19:30"),
        ("quarter to 8", "2026-03-26T19:45"), ("quarter past 7", "2026-03-26T19:15"),
        ("10 past 7", "2026-03-26T19:10"), ("10 to one", "2026-03-26T12:50"), ("seven o'clock", "2026-03-26T19:00"),
        ("2026-12-05 19:30", "2026-12-05T19:30"), ("2026-12-05T19:30", "2026-12-05T19:30"),
        ("5 december 19:30", "2026-12-05T19:30"), ("fri18:00", "2026-03-27T18:00"),
    ])
    func aMinute(_ text: String, _ expected: String) throws {
        #expect(try reader(.americanEnglish).said(text).first == expected)
    }

    @Test(arguments: [
        ("in 2 hours", "2026-03-26T11:00"), ("in 90 minutes", "2026-03-26T10:30"), ("in an hour", "2026-03-26T10:00"),
        ("in half an hour", "2026-03-26T09:30"), ("1.5 hours", "2026-03-26T10:30"), ("2h", "2026-03-26T11:00"),
        ("2h30", "2026-03-26T11:30"), ("1h30m", "2026-03-26T10:30"), ("30m", "2026-03-26T09:30"),
        ("1 day and 2 hours", "2026-03-27T11:00"), ("an hour later", "2026-03-26T10:00"),
        ("half a day", "2026-03-26T21:00"), ("in a couple of hours", "2026-03-26T11:00"), ("now", "2026-03-26T09:00"),
    ])
    func anAmount(_ text: String, _ expected: String) throws {
        #expect(try reader(.americanEnglish).said(text).first == expected)
    }

    @Test(arguments: [
        ("5", ["2026-03-26T17:00", "2026-03-27T05:00", "2026-04-05"]),
        ("12", ["2026-03-26T12:00", "2026-03-27T00:00", "2026-04-12"]), ("31", ["2026-03-31"]),
        ("at 9", ["2026-03-26T21:00", "2026-03-27T09:00", "2026-04-09"]),
        ("7:30", ["2026-03-26T19:30", "2026-03-27T07:30"]), ("10:00", ["2026-03-26T10:00", "2026-03-26T22:00"]),
        ("thursday", ["2026-03-26", "2026-04-02"]), ("thu 18:00", ["2026-03-26T18:00", "2026-04-02T18:00"]),
        ("next friday", ["2026-04-03", "2026-03-27"]), ("next week", ["2026-03-30", "2026-04-02", "2026-04-05"]),
        ("next month", ["2026-04-01", "2026-04-26", "2026-04-30"]),
        ("next year", ["2027-01-01", "2027-03-26", "2027-12-31"]), ("weekend", ["2026-03-28", "2026-03-29"]),
        ("next weekend", ["2026-04-04", "2026-04-05"]), ("end of week", ["2026-03-29", "2026-03-27"]),
        ("this week", ["2026-03-29", "2026-03-27"]), ("3/4", ["2027-03-04", "2026-04-03"]),
        ("5.12", ["2026-03-26T17:12", "2026-03-27T05:12", "2026-05-12", "2026-12-05"]),
        ("friday midnight", ["2026-03-28T00:00", "2026-03-27T00:00"]), ("may", ["2026-05-01", "2026-05-31"]),
        ("half 8", ["2026-03-26T20:30", "2026-03-27T08:30", "2026-03-26T19:30", "2026-03-27T07:30"]),
    ])
    func wordsThatMeanSeveralThings(_ text: String, _ expected: [String]) throws {
        #expect(try reader(.americanEnglish).said(text) == expected)
    }

    @Test func theDayComesFirstOutsideAmerica() throws {
        #expect(try reader(.britishEnglish).said("3/4") == ["2026-04-03", "2027-03-04"])
        #expect(try reader(.britishEnglish).said("7:30") == ["2026-03-27T07:30", "2026-03-26T19:30"])
    }
}

@Suite struct DutchDateTests {
    @Test(arguments: [
        ("vandaag", "2026-03-26"), ("morgen", "2026-03-27"), ("overmorgen", "2026-03-28"), ("vr", "2026-03-27"),
        ("uiterlijk vrijdag", "2026-03-27"), ("voor vrijdag", "2026-03-27"), ("deze vrijdag", "2026-03-27"),
        ("komende vrijdag", "2026-03-27"), ("aanstaande donderdag", "2026-04-02"), ("za", "2026-03-28"),
        ("over 3 dagen", "2026-03-29"), ("binnen drie dagen", "2026-03-29"), ("over een week", "2026-04-02"),
        ("over 2 weken", "2026-04-09"), ("over een maand", "2026-04-26"), ("volgende week vrijdag", "2026-04-03"),
        ("31 jan", "2027-01-31"), ("31-1", "2027-01-31"), ("31-01-2027", "2027-01-31"), ("5 december", "2026-12-05"),
        ("zaterdag 5 december", "2026-12-05"), ("de 1e", "2026-04-01"), ("1ste", "2026-04-01"), ("1 mei", "2026-05-01"),
        ("1e van mei", "2026-05-01"), ("dit weekend", "2026-03-28"), ("in het weekend", "2026-03-28"),
        ("volgend weekend", "2026-04-04"), ("eind van de maand", "2026-03-31"), ("einde maand", "2026-03-31"),
        ("eind januari", "2027-01-31"), ("begin maart", "2027-03-01"), ("einde van de dag", "2026-03-26"),
    ])
    func aDay(_ text: String, _ expected: String) throws {
        #expect(try reader(.dutch).said(text).first == expected)
    }

    @Test(arguments: [
        ("vrijdag 18.00", "2026-03-27T18:00"), ("vr 18:00", "2026-03-27T18:00"), ("vrij 18u", "2026-03-27T18:00"),
        ("vrijdag 18u30", "2026-03-27T18:30"), ("vrijdag 18 uur", "2026-03-27T18:00"),
        ("vanavond", "2026-03-26T20:00"), ("vanavond 8 uur", "2026-03-26T20:00"),
        ("vanavond om half 9", "2026-03-26T20:30"), ("vanmiddag", "2026-03-26T15:00"),
        ("vanmiddag 3 uur", "2026-03-26T15:00"), ("vannacht 2 uur", "2026-03-27T02:00"),
        ("morgenochtend", "2026-03-27T09:00"), ("morgen ochtend", "2026-03-27T09:00"),
        ("morgenavond 7 uur", "2026-03-27T19:00"), ("vrijdagavond", "2026-03-27T20:00"),
        ("vrijdagmiddag 4 uur", "2026-03-27T16:00"), ("vrijdagmorgen", "2026-03-27T09:00"),
        ("maandag morgen", "2026-03-30T09:00"), ("6 uur 's avonds", "2026-03-26T18:00"),
        ("’s avonds 6 uur", "2026-03-26T18:00"), ("12 uur 's nachts", "2026-03-27T00:00"),
        ("2 uur 's nachts", "2026-03-27T02:00"), ("half acht", "2026-03-26T19:30"), ("half 1", "2026-03-26T12:30"),
        ("kwart voor 8", "2026-03-26T19:45"), ("kwart over 7", "2026-03-26T19:15"), ("10 over 7", "2026-03-26T19:10"),
        ("tien voor half acht", "2026-03-26T19:20"), ("vijf over half acht", "2026-03-26T19:35"),
        ("acht uur", "2026-03-26T20:00"), ("tegen zes uur", "2026-03-26T18:00"), ("één uur", "2026-03-26T13:00"),
        ("middernacht", "2026-03-27T00:00"), ("5 dec 18.00", "2026-12-05T18:00"), ("do 8:00", "2026-04-02T08:00"),
    ])
    func aMinute(_ text: String, _ expected: String) throws {
        #expect(try reader(.dutch).said(text).first == expected)
    }

    @Test(arguments: [
        ("over 2 uur", "2026-03-26T11:00"), ("over één uur", "2026-03-26T10:00"),
        ("over een half uur", "2026-03-26T09:30"), ("over anderhalf uur", "2026-03-26T10:30"),
        ("over een kwartier", "2026-03-26T09:15"), ("over 2,5 uur", "2026-03-26T11:30"), ("2 uren", "2026-03-26T11:00"),
    ])
    func anAmount(_ text: String, _ expected: String) throws {
        #expect(try reader(.dutch).said(text).first == expected)
    }

    @Test(arguments: [
        ("2 uur", ["2026-03-26T14:00", "2026-03-27T02:00", "2026-03-26T11:00"]), ("do", ["2026-03-26", "2026-04-02"]),
        ("volgende vrijdag", ["2026-04-03", "2026-03-27"]),
        ("volgende week", ["2026-03-30", "2026-04-02", "2026-04-05"]), ("3/4", ["2026-04-03", "2027-03-04"]),
        ("half 8", ["2026-03-26T19:30", "2026-03-27T07:30", "2026-03-26T20:30", "2026-03-27T08:30"]),
        ("eind volgende week", ["2026-04-05", "2026-04-03"]),
    ])
    func wordsThatMeanSeveralThings(_ text: String, _ expected: [String]) throws {
        #expect(try reader(.dutch).said(text) == expected)
    }

    @Test func englishIsUnderstoodAsWell() throws {
        #expect(try reader(.dutch).said("friday 6pm") == ["2026-03-27T18:00"])
        #expect(try reader(.britishEnglish).said("vrijdag 18.00") == ["2026-03-27T18:00"])
    }
}

@Suite struct RefusedDateTests {
    @Test(arguments: [
        "hello", "fri 5 dec", "friday friday", "18:00 19:00", "elke dinsdag 19:00", "every tuesday", "32", "25:00",
        "7:60", "7:5", "13pm", "0pm", "30 feb", "2026-02-30", "31-4-2026", "9999-99-99", "-5", "in -3 days", "fri 🎉",
        "１８:00", "1️⃣8:00", "a", "the", "in", "seven", "1234567", "3-4-5-6", "3-4/2026", "2026-12", "5/12/202",
        "half", "half 13", "quarter to", "half a week", "next", "end of",
        "tomorrow in 2 hours", "in 2 hours tomorrow", "18:00 in 2 hours", "fri (18:00)", "morgen morgen morgen",
    ])
    func whatIsNoDate(_ text: String) throws {
        #expect(try reader(.americanEnglish).said(text) == ["malformed"])
    }

    @Test(arguments: [
        "2020-01-01", "31-1-2025", "yesterday", "gisteren 18:00", "3 days ago", "last friday", "last week",
    ])
    func whatIsOver(_ text: String) throws {
        #expect(try reader(.britishEnglish).said(text) == ["in_past"])
    }

    @Test(arguments: ["2099-01-01", "99999 years", "in 999999 months", "999999 uren", "5 dec 2999 18:00"])
    func yearsThatNobodyPlans(_ text: String) throws {
        #expect(try reader(.americanEnglish).said(text) == ["too_far"])
    }

    @Test func nothingAndTooMuch() throws {
        let reader = try reader(.dutch)
        #expect(throws: ValidationIssue(.empty)) { try reader.readings(" \n ") }
        #expect(throws: ValidationIssue(.tooLong, params: ["max": "100", "actual": "101"])) {
            try reader.readings(String(repeating: "5", count: 101))
        }
        #expect(reader.suggestions(String(repeating: "v", count: 101)).isEmpty)
    }
}

@Suite struct TodaysDateTests {
    /// Thursday 26 March 2026 at this time in Amsterdam.
    private func at(_ time: String, _ text: String) throws -> String? {
        let zone = try ZoneFiles.zone(ZoneFiles.amsterdam)
        let now = zone.instant(of: try #require(LocalDateTime("2026-03-26T\(time)"))) + .seconds(37)
        return try reader(.dutch, at: now).said(text).first
    }

    @Test(arguments: [
        ("17:59", "18:00", "2026-03-26T18:00"), ("18:00", "18:00", "2026-03-27T18:00"),
        ("19:00", "today 18:00", "2026-03-27T18:00"), ("19:00", "do 18:00", "2026-04-02T18:00"),
        ("19:00", "vrijdag 18:00", "2026-03-27T18:00"), ("23:59", "vandaag", "2026-03-26"),
        ("19:59", "vanavond", "2026-03-26T20:00"), ("20:30", "vanavond", "2026-03-26T23:00"),
        ("23:30", "vanavond", "2026-03-27T20:00"), ("15:00", "vanochtend", "2026-03-27T09:00"),
        ("13:00", "noon", "2026-03-27T12:00"), ("09:00", "over 1 minuut", "2026-03-26T09:02"),
        ("23:59", "over 2 uur", "2026-03-27T02:00"), ("19:00", "26e 18:00", "2026-04-26T18:00"),
        ("19:00", "26 maart 18:00", "2027-03-26T18:00"),
    ])
    func whatIsOverTodayIsTheNextDayThatFits(_ time: String, _ text: String, _ expected: String) throws {
        #expect(try at(time, text) == expected)
    }
}

@Suite struct PastDateTests {
    @Test(arguments: [
        ("yesterday", "2026-03-25T12:00"), ("yesterday 20:00", "2026-03-25T20:00"), ("gisteravond", "2026-03-25T20:00"),
        ("last night", "2026-03-25T22:00"), ("an hour ago", "2026-03-26T08:00"), ("2 uur geleden", "2026-03-26T07:00"),
        ("3 dagen geleden", "2026-03-23T12:00"), ("30m", "2026-03-26T08:30"), ("friday", "2026-03-20T12:00"),
        ("last friday", "2026-03-20T12:00"), ("thursday", "2026-03-26T09:00"), ("08:00", "2026-03-26T08:00"),
        ("20:00", "2026-03-25T20:00"), ("now", "2026-03-26T09:00"), ("today", "2026-03-26T09:00"),
        ("this morning", "2026-03-26T09:00"), ("tonight", "2026-03-26T09:00"), ("last week", "2026-03-19T12:00"),
        ("vorige week vrijdag", "2026-03-20T12:00"), ("31 jan", "2026-01-31T12:00"), ("1 april", "2025-04-01T12:00"),
        ("the 1st", "2026-03-01T12:00"), ("last month", "2026-02-26T12:00"), ("last year", "2025-03-26T12:00"),
        ("weekend", "2026-03-21T12:00"), ("end of january", "2026-01-31T12:00"), ("end of month", "2026-02-28T12:00"),
        ("start of the week", "2026-03-23T12:00"),
    ])
    func readsBackwards(_ text: String, _ expected: String) throws {
        #expect(try reader(.americanEnglish, towards: .past).said(text).first == expected)
    }

    @Test(arguments: [
        ("tomorrow", "in_future"), ("in 2 hours", "in_future"), ("2026-12-05", "in_future"), ("2024-01-01", "too_far"),
    ])
    func refusesTheRest(_ text: String, _ code: String) throws {
        #expect(try reader(.americanEnglish, towards: .past).said(text) == [code])
    }
}

@Suite struct DateSuggestionTests {
    @Test func offersWhatIsMeantOften() throws {
        let offered = try reader(.dutch).suggestions("").map { "\($0.time.local)" }
        #expect(offered == ["2026-03-26T20:00", "2026-03-27", "2026-03-28", "2026-03-30", "2026-03-31"])
        let past = try reader(.dutch, towards: .past).suggestions(" ").map { "\($0.time.local)" }
        #expect(past == ["2026-03-26T09:00", "2026-03-26T08:00", "2026-03-25T20:00", "2026-03-25T09:00"])
    }

    @Test(arguments: [
        ("frid", "2026-03-27"), ("tomo", "2026-03-27"), ("overm", "2026-03-28"), ("vana", "2026-03-26T20:00"),
        ("next we", "2026-03-30"), ("volgende w", "2026-03-30"), ("18:00 wed", "2026-04-01T18:00"),
        ("5 decem", "2026-12-05"), ("vr", "2026-03-27"),
    ])
    func writesOutWhatIsBeingTyped(_ text: String, _ expected: String) throws {
        #expect(try reader(.dutch).suggestions(text).first.map { "\($0.time.local)" } == expected)
    }

    @Test func offersNothingForWhatIsNoDate() throws {
        for text in ["hello", "x", "🎉", "12345678", "2020-01-01"] {
            #expect(try reader(.dutch).suggestions(text).isEmpty)
        }
    }

    @Test func aChosenTimeIsTakenAsItIs() throws {
        let reader = try reader(.dutch)
        for offered in reader.suggestions("5") + reader.suggestions("volgende week") {
            #expect(try reader.reading(offered.time.description) == offered)
        }
        #expect(try reader.reading("vrijdag").time.description == "2026-03-27[Europe/Amsterdam]")
        // Offered before it passed, sent just after.
        #expect(try reader.reading("2026-03-26T08:50+01:00[Europe/Amsterdam]").time.local.time?.minute == 50)
        for (text, code) in [
            ("2026-03-26T08:40+01:00[Europe/Amsterdam]", ValidationIssue.Code.inPast),
            ("2060-03-26[Europe/Amsterdam]", .tooFar), ("2026-03-27[Mars/Base]", .malformed), ("hello", .malformed),
        ] {
            #expect(throws: ValidationIssue(code)) { try reader.reading(text) }
        }
    }
}

@Suite struct ShownDateTests {
    @Test func aChosenTimeIsShownAsItIsTyped() throws {
        let reader = try reader(.dutch)
        #expect(reader.shown("2026-12-05T12:00-05:00[America/New_York]") == "2026-12-05 18:00")
        #expect(reader.shown(" 2026-12-05[America/New_York] ") == "2026-12-05")
        for text in ["", "vr 18:00", "2026-12-05[Mars/Base]", "x]"] { #expect(reader.shown(text) == text) }
    }

    @Test func onlyWhatIsReadHasAPlainReading() throws {
        let reader = try reader(.dutch)
        #expect(reader.plainReading("vrijdag") == (try reader.reading("vrijdag")))
        for text in [nil, "", " ", "hello"] { #expect(reader.plainReading(text) == nil) }
    }
}

@Suite struct CompletionFormTests {
    @Test func emptyFieldsSayNothing() throws {
        let dates = try reader(.dutch, towards: .past)
        #expect(try CompletionForm().completion(dates: dates) == Completion())
        #expect(try CompletionForm(time: " ", note: "\n").completion(dates: dates) == Completion())
    }

    @Test func timeAndNoteAreRead() throws {
        let dates = try reader(.dutch, towards: .past)
        let completion = try CompletionForm(time: "gisteren 20:00", note: " ok ").completion(dates: dates)
        #expect(completion.time == Instant("2026-03-25T19:00:00Z") && completion.note?.rawValue == "ok")
    }

    @Test func allThatIsWrongIsTold() throws {
        let dates = try reader(.dutch, towards: .past)
        let failure = #expect(throws: ValidationFailure.self) {
            try CompletionForm(time: "morgen", note: "a\u{202E}b").completion(dates: dates)
        }
        #expect(failure?.issues.map(\.path) == ["at", "note"])
        #expect(failure?.issues.map(\.code) == [.inFuture, .controlCharacter])
    }
}

@Suite struct ClockChangeTests {
    private func read(_ text: String, at now: String) throws -> [String] {
        let zone = try ZoneFiles.zone(ZoneFiles.amsterdam)
        let now = zone.instant(of: try #require(LocalDateTime(now)))
        return try reader(.dutch, at: now).readings(text).map { reading in
            "\(reading.time) \(reading.clockChange.map { "\($0)" } ?? "-")"
        }
    }

    @Test func whatClocksLeaveOutIsSaid() throws {
        let found = try reader(.dutch).reading("zondag 02:30")
        #expect(found.time.description == "2026-03-29T03:30+02:00[Europe/Amsterdam]")
        #expect(found.clockChange == .skipped(try #require(LocalTime("02:30"))))
        #expect(try reader(.dutch).reading("zondag 03:30").clockChange == nil)
        #expect(try reader(.dutch).reading("zondag").clockChange == nil)
    }

    @Test func whatClocksShowTwiceIsOfferedTwice() throws {
        let found = try read("zondag 02:30", at: "2026-10-23T12:00")
        #expect(
            found.prefix(2) == [
                "2026-10-25T02:30+02:00[Europe/Amsterdam] first", "2026-10-25T02:30+01:00[Europe/Amsterdam] second",
            ])
        // What is chosen is taken as it is, and what is typed is the first.
        for text in found.prefix(2).map({ $0.split(separator: " ")[0] }) {
            let chosen = try reader(.dutch).reading(String(text))
            #expect(chosen.time.description == text && chosen.clockChange == nil)
        }
        // Between the two the second is ahead.
        let between = Instant(seconds: 1_792_889_100)
        #expect(try reader(.dutch, at: between).reading("02:30").clockChange == .second)
    }

    @Test func aStretchOfTimeIsExactWhateverClocksDo() throws {
        let zone = try ZoneFiles.zone(ZoneFiles.amsterdam)
        let evening = zone.instant(of: try #require(LocalDateTime("2026-10-24T22:30")))
        let reading = try reader(.dutch, at: evening).reading("over 5 uur")
        #expect(reading.time.description == "2026-10-25T02:30+01:00[Europe/Amsterdam]" && reading.clockChange == nil)
    }

    @Test(arguments: DatePropertyTests.zones) func everyMinuteHasItsInstants(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        let start = try #require(LocalDate("2026-01-01"))
        for step in 0..<(365 * 48) {
            let local = LocalDateTime(
                start.adding(days: step / 48), try #require(LocalTime(hour: step % 48 / 2, minute: step % 2 * 30 + 5)))
            let instants = zone.instants(of: local)
            let isRight =
                instants.count <= 2 && instants == instants.sorted()
                && instants.allSatisfy { zone.local(at: $0) == local }
                && (instants.first ?? zone.instant(of: local)) == zone.instant(of: local)
            // What stands between what is found and the end of the day must not show it again.
            let again = (1...6).map { zone.instant(of: local) + .seconds($0 * 1_800) }.filter {
                zone.local(at: $0) == local
            }
            guard isRight, again == Array(instants.dropFirst()) else {
                Issue.record("\(local) in \(name): \(instants), \(again)")
                return
            }
        }
    }
}

@Suite struct AmbiguousDateTests {
    @Test(arguments: ["7:30", "5.12", "half 8", "half past 7"]) func whatMayBeSeveralTimesIsAskedFor(_ text: String)
        throws
    {
        #expect(throws: ValidationIssue(.ambiguous)) { try reader(.americanEnglish).reading(text) }
    }

    @Test(arguments: [
        "fri", "thursday", "next friday", "next week", "weekend", "5", "12", "10:00", "noon", "3/4",
        "end of week",
        "friday midnight", "may", "tonight", "18:00", "tomorrow",
    ])
    func whatHasALikeliestMeaningIsTaken(_ text: String) throws {
        for locale in [DiscordLocale.americanEnglish, .dutch] {
            #expect(try reader(locale).reading(text) == reader(locale).readings(text).first)
        }
    }
}
