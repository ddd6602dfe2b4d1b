import EchordPrimitives
import FuzzKit
import Testing

@testable import Atoms

/// What holds in every zone and on every day: those on which clocks change, ends of years, leap days.
@Suite struct DatePropertyTests {
    static let zones = [
        "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu",
        "Africa/Casablanca",
        "America/St_Johns", "Pacific/Chatham", "Pacific/Kiritimati", "America/Santiago", "Asia/Beirut",
        "Antarctica/Troll",
        "Europe/Dublin", "America/Nuuk", "UTC",
    ]

    /// Days on which something happens to clocks or calendars, and ordinary ones.
    private static let days = [
        "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04",
        "2026-09-06", "2026-12-31", "2027-01-01", "2028-02-28", "2028-02-29", "2026-06-15",
    ]

    private static let texts = [
        "today", "tomorrow", "fri 18:00", "sunday 02:30", "in 3 days", "in 2 hours", "next week", "00:00", "23:59",
        "noon", "tonight", "midnight", "5", "3/4", "29 feb", "31st", "end of month", "weekend", "over anderhalf uur",
        "morgenochtend", "half 8", "vannacht 2 uur", "eind volgende week", "1st", "thu", "2:30", "in 1 month",
    ]

    @Test(arguments: zones) func aReadingIsAheadAndSaysWhatItIs(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        let catalogue = try ZoneFiles.catalogue(name)
        for day in Self.days {
            for time in ["02:15", "23:59"] {
                let now = zone.instant(of: try #require(LocalDateTime("\(day)T\(time)"))) + .seconds(30)
                for (text, locale) in Self.texts.flatMap({ [($0, DiscordLocale.dutch), ($0, .americanEnglish)] }) {
                    let reader = DateReader(zone: zone, zones: catalogue, now: now, locale: locale)
                    let readings = try reader.readings(text).map(\.time)
                    let isGood =
                        (1...DateReader.mostReadings).contains(readings.count)
                        && Set(readings).count == readings.count
                        && readings.allSatisfy { $0.instant >= now && isWhatItSays($0, zone) }
                    let isReadAgain = try readings.allSatisfy {
                        try ZonedTime(validating: $0.description, zones: catalogue) == $0
                    }
                    guard !isGood || !isReadAgain else { continue }
                    Issue.record("\(text) at \(day) \(time) in \(name): \(readings)")
                }
            }
        }
    }

    /// Whether the clocks of the zone show at its instant what a time says.
    private func isWhatItSays(_ time: ZonedTime, _ zone: Zone) -> Bool {
        let shown = zone.local(at: time.instant)
        guard let clock = time.local.time else {
            return shown.date == time.local.date && zone.local(at: time.instant + .seconds(1)).date > shown.date
        }
        return time.zone == zone.name && shown == LocalDateTime(time.local.date, clock)
    }

    @Test(arguments: zones) func aWrittenDateIsThatDateInEveryForm(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        let english = [
            "jan", "feb", "march", "april", "may", "june", "july", "august", "sept", "oct", "nov", "december",
        ]
        let dutch = ["jan", "feb", "maart", "april", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "december"]
        let start = try #require(LocalDate("2026-03-26"))
        let now = zone.instant(of: LocalDateTime(start, .noon))
        let reader = DateReader(zone: zone, zones: .utcOnly, now: now, locale: .dutch)
        for step in 0..<130 {
            let date = start.adding(days: 1 + step * 13)
            let time = try #require(LocalTime(hour: (13 + step * 5) % 24, minute: step * 7 % 60))
            let (year, month, day) = (date.year, date.month, date.day)
            let expected = ZonedTime(.minute(LocalDateTime(date, time)), in: zone)
            // A month's name is the same in both languages or stands in one; August has no short form in mine.
            let texts = [
                "\(date) \(time)", "\(date)T\(time)", "\(day)-\(month)-\(year) \(time)",
                "\(time) \(day)/\(month)/\(year)",
                "\(day) \(english[month - 1]) \(year) \(time)",
                "\(day) \(dutch[month - 1] == "aug" ? "augustus" : dutch[month - 1]) \(year) om \(time)",
            ]
            for text in texts where try reader.readings(text).first?.time != expected {
                Issue.record("\(text) in \(name): \(try reader.readings(text))")
            }
        }
    }

    @Test(arguments: zones) func hoursPassAndDaysAreOnTheWall(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        for day in Self.days {
            let local = LocalDateTime(try #require(LocalDate(day)), .noon)
            let now = zone.instant(of: local) - .seconds(12 * 3_600)
            let reader = DateReader(zone: zone, zones: .utcOnly, now: now, locale: .britishEnglish)
            for hours in [1, 5, 24, 48, 100] {
                let reading = try #require(try reader.readings("in \(hours) hours").first).time
                #expect(reading.instant - now == .seconds(hours * 3_600))
            }
            for days in [1, 7, 30, 365] {
                let today = zone.local(at: now).date
                #expect(try reader.readings("in \(days) days").first?.time.local == .day(today.adding(days: days)))
                let noon = try #require(try reader.readings("in \(days) days at noon").first).time
                #expect(noon.local == .minute(LocalDateTime(today.adding(days: days), .noon)))
            }
        }
    }

    @Test func noTextBreaksIt() async throws {
        let zone = try ZoneFiles.zone(ZoneFiles.amsterdam)
        let now = Instant(seconds: 1_774_512_000)
        let pieces = [
            "fri", "vrijdag", "5", "31", "2026", "18:00", "-", "/", ".", ":", "next", "volgende", "week", "uur", "h",
            "half",
            "kwart", "over", "voor", "in", "end of", "eind", "jan", "mei", "am", "pm", "'s", "avonds", "st", "e", "T",
            "tomorrow", "morgen", "ago", "a", "een", "🎉", "[", "]", "999999", "0", "00", "24", "and", "en", ",",
        ]
        await Fuzz("dates", usually: 2_500).run { _, random in
            let count = Int.random(in: 1...8, using: &random)
            let text = (0..<count).map { _ in
                (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
            }.joined()
            for direction in [DateReader.Direction.future, .past] {
                let reader = DateReader(
                    zone: zone, zones: .utcOnly, now: now, locale: .dutch, towards: direction)
                let offered = reader.suggestions(text)
                let isRight = offered.allSatisfy {
                    direction == .future ? $0.time.instant >= now : $0.time.instant <= now
                }
                try Fuzz.check(isRight && offered.count <= DateReader.mostReadings, "\(text): \(offered)")
            }
        }
    }
}
