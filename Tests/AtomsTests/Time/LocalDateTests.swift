import Testing

@testable import Atoms

@Suite struct LocalDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-26", 20_538), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func countsDays(_ text: String, _ number: Int) throws {
        let date = try #require(LocalDate(text))
        #expect(date.dayNumber == number)
        #expect(LocalDate(dayNumber: number).description == text)
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "2026-1-1", "26-01-01", "2026-01-01 ",
        "+026-01-01", "2026-01", "2026-01-01-01", "２026-01-01",
    ])
    func refusesWhatNoCalendarHas(_ text: String) { #expect(LocalDate(text) == nil) }

    @Test func knowsTheWeek() throws {
        let thursday = try #require(LocalDate("2026-03-26"))
        #expect(thursday.weekday == .thursday)
        #expect(thursday.startOfWeek.description == "2026-03-23")
        #expect(LocalDate(dayNumber: 0).weekday == .thursday)
        #expect(LocalDate(dayNumber: -1).weekday == .wednesday)
        for day in -20...20 {
            let date = LocalDate(dayNumber: day)
            #expect(date.startOfWeek.weekday == .monday)
            #expect((0...6).contains(day - date.startOfWeek.dayNumber))
        }
    }

    @Test func addsMonthsWithoutSkippingOne() throws {
        let end = try #require(LocalDate("2026-01-31"))
        #expect(end.adding(months: 1).description == "2026-02-28")
        #expect(end.adding(months: 25).description == "2028-02-29")
        #expect(end.adding(months: -2).description == "2025-11-30")
        #expect(end.endOfMonth == end && end.startOfMonth.description == "2026-01-01")
    }

    @Test func stopsAtTheEndsOfTheCalendar() throws {
        let date = try #require(LocalDate("2026-01-31"))
        for days in [Int.max, 9_999_999] { #expect(date.adding(days: days).description == "9999-12-31") }
        for days in [Int.min, -9_999_999] { #expect(date.adding(days: days).description == "0001-01-01") }
        #expect(date.adding(months: .max).year == 9_999 && date.adding(months: .min).year == 1)
        #expect(date.adding(months: 999_999).year == 9_999 && date.adding(months: -999_999).year == 1)
    }

    @Test func isSortedByTime() throws {
        let texts = ["2026-03-26T18:05", "2026-03-26T00:00", "2025-12-31T23:59"]
        let sorted = try texts.map { try #require(LocalDateTime($0)) }.sorted().map(\.description)
        #expect(sorted == texts.reversed())
    }

    @Test(arguments: ["24:00", "7:30", "07:60", "07:3", "0730", ""])
    func refusesWhatNoClockShows(_ text: String) {
        #expect(LocalTime(text) == nil)
        #expect(LocalDateTime("2026-03-26T\(text)") == nil)
    }

    @Test func readsADayOrAMinute() {
        #expect(LocalMoment("2026-03-26")?.time == nil)
        #expect(LocalMoment("2026-03-26")?.date.day == 26)
        #expect(LocalMoment("2026-03-26T18:05")?.time?.description == "18:05")
        #expect(LocalMoment("2026-03-26T18:05")?.date.month == 3)
        #expect(LocalMoment("2026-03-26T18") == nil)
        #expect(LocalDateTime(wallSeconds: -1).description == "1969-12-31T23:59")
    }
}
