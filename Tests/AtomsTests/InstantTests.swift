import EchordPrimitives
import SQL
import Testing

@testable import Atoms

@Suite struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_774_751_400_000, "2026-03-29T02:30:00.000Z"),
            (951_782_400_123, "2000-02-29T00:00:00.123Z"), (-1, "1969-12-31T23:59:59.999Z"),
        ] as [(Int64, String)])
    func isWrittenInUTC(_ milliseconds: Int64, _ text: String) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(instant.description == text)
        #expect(Instant(text) == instant)
    }

    @Test(arguments: ["", "2026-02-30T00:00:00Z", "2026-01-01", "x", "2026-01-01T24:00:00Z"])
    func refusesOtherTexts(_ text: String) { #expect(Instant(text) == nil) }

    @Test func readsAnOffset() {
        #expect(Instant("2026-03-29T04:30:00+02:00") == Instant(milliseconds: 1_774_751_400_000))
    }

    @Test func countsAndStopsAtTheEnds() {
        let instant = Instant(seconds: 100)
        #expect(instant + .milliseconds(1_500) == Instant(milliseconds: 101_500))
        #expect(instant - .seconds(1) == Instant(seconds: 99))
        #expect(instant + .seconds(2) - instant == .seconds(2))
        #expect(Instant(milliseconds: .max) + .seconds(1) == Instant(milliseconds: .max))
        #expect(Instant(milliseconds: .min) - .seconds(1) == Instant(milliseconds: .min))
        #expect(Duration.seconds(Int64.max).wholeMilliseconds == .max)
        #expect(Duration.seconds(Int64.min).wholeMilliseconds == .min)
        #expect(Instant(milliseconds: -1).seconds == -1)
        #expect(Instant(seconds: .max) == Instant(milliseconds: .max))
        #expect(Instant(seconds: .min) == Instant(milliseconds: .min))
    }

    @Test(
        arguments: [
            (.min, "0001-01-01T00:00:00.192Z"), (.max, "9999-12-31T23:59:59.807Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"), (-86_400_000, "1969-12-31T00:00:00.000Z"),
        ] as [(Int64, String)])
    func isWrittenAtTheEndsOfTheCalendar(_ milliseconds: Int64, _ text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [Int64.min, -62_135_596_800_001, -86_400_000, -1, 0, 253_402_300_800_000, .max])
    func isReadOnTheWallsOfEveryZone(_ milliseconds: Int64) throws {
        let instant = Instant(milliseconds: milliseconds)
        for name in DatePropertyTests.zones {
            let zone = try ZoneFiles.zone(name)
            let time = ZonedTime(instant, in: zone)
            #expect(!time.description.isEmpty && !time.typed(in: .utc).isEmpty)
            #expect(!ZonedTime(.day(time.local.date), in: zone).description.isEmpty)
            let day = LocalDay(at: instant, in: zone)
            #expect(day.end <= day.endOfWeek)
            for direction in [DateReader.Direction.future, .past] {
                let reader = DateReader(
                    zone: zone, zones: .utcOnly, now: instant, locale: .dutch, towards: direction)
                #expect(reader.suggestions("").count <= DateReader.mostReadings)
            }
        }
    }

    @Test func standsInAColumn() throws {
        #expect(try Instant(sqlValue: Instant(milliseconds: 5).sqlValue) == Instant(milliseconds: 5))
        #expect(Instant.columnType == .integer)
        #expect(throws: SQLError.self) { try Instant(sqlValue: .text("x")) }
    }
}
