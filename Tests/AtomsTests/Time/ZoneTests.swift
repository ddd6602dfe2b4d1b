import Foundation
import Testing

@testable import Atoms

@Suite struct ZoneTests {
    private func instant(_ zone: String, _ local: String) throws -> String {
        try ZoneFiles.zone(zone).instant(of: #require(LocalDateTime(local))).description
    }

    @Test(arguments: [
        // Put forward at 02:00: what is left out moves by the length of the gap.
        (ZoneFiles.amsterdam, "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"),
        (ZoneFiles.amsterdam, "2026-03-29T02:00", "2026-03-29T01:00:00.000Z"),
        (ZoneFiles.amsterdam, "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"),
        (ZoneFiles.amsterdam, "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"),
        // Put back at 03:00: what is shown twice is the first time.
        (ZoneFiles.amsterdam, "2026-10-25T01:59", "2026-10-24T23:59:00.000Z"),
        (ZoneFiles.amsterdam, "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"),
        (ZoneFiles.amsterdam, "2026-10-25T03:00", "2026-10-25T02:00:00.000Z"),
        // Half an hour.
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00.000Z"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00.000Z"),
        // At midnight.
        ("America/Santiago", "2026-09-06T00:30", "2026-09-06T04:30:00.000Z"),
        ("Asia/Beirut", "2026-03-29T00:00", "2026-03-28T22:00:00.000Z"),
        // A whole day that was left out.
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00.000Z"),
        // Beyond the table of the file, by its rule.
        (ZoneFiles.amsterdam, "2050-07-01T12:00", "2050-07-01T10:00:00.000Z"),
        (ZoneFiles.amsterdam, "2050-03-27T02:30", "2050-03-27T01:30:00.000Z"),
        (ZoneFiles.newYork, "2050-11-06T01:30", "2050-11-06T05:30:00.000Z"),
        // Before it, and never any change.
        (ZoneFiles.amsterdam, "1800-01-01T00:00", "1799-12-31T23:40:28.000Z"),
        ("Asia/Kolkata", "2026-03-29T02:30", "2026-03-28T21:00:00.000Z"),
        // Summer time in winter: Dublin's standard is summer.
        ("Europe/Dublin", "2045-01-01T12:00", "2045-01-01T12:00:00.000Z"),
        ("Europe/Dublin", "2045-07-01T12:00", "2045-07-01T11:00:00.000Z"),
    ])
    func wallClocksHaveAnInstant(_ zone: String, _ local: String, _ expected: String) throws {
        #expect(try instant(zone, local) == expected)
    }

    @Test func aDayBeginsWhereItsFirstMinuteIs() throws {
        let beirut = try ZoneFiles.zone("Asia/Beirut")
        let date = try #require(LocalDate("2026-03-29"))
        #expect(beirut.local(at: beirut.start(of: date)).description == "2026-03-29T01:00")
        #expect(beirut.local(at: beirut.start(of: date) - .seconds(1)).description == "2026-03-28T23:59")
    }

    @Test(arguments: DatePropertyTests.zones) func agreesWithFoundation(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        let other = try #require(TimeZone(identifier: name))
        // Every 28 hours and some minutes, so that days of changes are met at many times.
        for step in 0..<8_000 as Range<Int64> {
            let second = 1_262_304_000 + step * 100_740
            let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            let offset = zone.offset(at: Instant(seconds: second))
            guard offset != .seconds(expected) else { continue }
            Issue.record("\(name) at \(second): \(offset), not \(expected)")
            return
        }
    }

    @Test(arguments: DatePropertyTests.zones) func whatAClockShowsIsFoundAgain(_ name: String) throws {
        let zone = try ZoneFiles.zone(name)
        for step in 0..<4_000 as Range<Int64> {
            let instant = Instant(seconds: 1_735_689_600 + step * 25_200 + step % 60 * 60)
            let local = zone.local(at: instant)
            let found = zone.instant(of: local)
            // The same, or the first of two.
            let isFound = found <= instant && instant - found <= .seconds(7_200) && zone.local(at: found) == local
            guard !isFound else { continue }
            Issue.record("\(local) in \(name) is \(found), not \(instant)")
            return
        }
    }

    @Test func theLocalDayEndsAtItsMidnightAndItsWeekOnMonday() throws {
        let amsterdam = try ZoneFiles.zone(ZoneFiles.amsterdam)
        // Thursday 26 March 2026, 22:30 UTC; clocks are put forward on Sunday.
        let now = Instant(seconds: 1_774_564_200)
        #expect(LocalDay(at: now, in: .utc).end.description == "2026-03-27T00:00:00.000Z")
        #expect(LocalDay(at: now, in: .utc).endOfWeek.description == "2026-03-30T00:00:00.000Z")
        #expect(LocalDay(at: now, in: amsterdam).end.description == "2026-03-26T23:00:00.000Z")
        #expect(LocalDay(at: now, in: amsterdam).endOfWeek.description == "2026-03-29T22:00:00.000Z")
        let kiritimati = try ZoneFiles.zone("Pacific/Kiritimati")
        #expect(LocalDay(at: now, in: kiritimati).end.description == "2026-03-27T10:00:00.000Z")
        #expect(LocalDay(at: now, in: kiritimati).now == now)
    }

    @Test func zonesAreEqualByName() throws {
        #expect(try ZoneFiles.zone(ZoneFiles.amsterdam) == ZoneFiles.zone(ZoneFiles.amsterdam))
        #expect(try Set([ZoneFiles.zone(ZoneFiles.amsterdam), ZoneFiles.zone(ZoneFiles.newYork), .utc]).count == 3)
    }
}

@Suite struct ZoneNameTests {
    @Test(arguments: [
        "UTC", "Europe/Amsterdam", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince",
    ])
    func takesNamesOfTheDatabase(_ text: String) { #expect(ZoneName(rawValue: text)?.description == text) }

    @Test(arguments: [
        "", "/etc/passwd", "../etc/passwd", "Europe/../..", "Europe//Amsterdam", "Europe/", "a b", "Zürich", "a\u{0}b",
        String(repeating: "x", count: 65),
    ])
    func refusesWhatLeavesItsFolder(_ text: String) { #expect(ZoneName(rawValue: text) == nil) }
}

@Suite struct ZoneCatalogueTests {
    private func catalogue() throws -> ZoneCatalogue {
        try ZoneFiles.catalogue("Europe/Amsterdam", "America/New_York", "America/Nuuk", "Asia/Kolkata", "UTC")
    }

    @Test(arguments: [
        ("Europe/Amsterdam", "Europe/Amsterdam"), ("europe/amsterdam", "Europe/Amsterdam"),
        (" amsterdam ", "Europe/Amsterdam"), ("new york", "America/New_York"), ("America/New York", "America/New_York"),
        ("utc", "UTC"), ("UTC", "UTC"),
    ])
    func findsWhatSomebodyMeans(_ text: String, _ name: String) throws {
        #expect(try catalogue().zone(named: text)?.name.rawValue == name)
    }

    @Test(arguments: ["", "Mars/Base", "Europe", "york", "../UTC"])
    func findsNothingElse(_ text: String) throws { #expect(try catalogue().zone(named: text) == nil) }

    @Test func aCityOfTwoZonesIsNeither() throws {
        let names = ["Europe/London", "America/London"].compactMap(ZoneName.init(rawValue:))
        let catalogue = ZoneCatalogue(names: names) { names.contains($0) ? .utc : nil }
        #expect(catalogue.zone(named: "london") == nil)
    }

    @Test func suggestsCitiesFirst() throws {
        let catalogue = try catalogue()
        #expect(catalogue.suggestions("n").map(\.rawValue).prefix(2) == ["America/New_York", "America/Nuuk"])
        #expect(
            catalogue.suggestions("am").map(\.rawValue) == ["Europe/Amsterdam", "America/New_York", "America/Nuuk"])
        #expect(catalogue.suggestions("", limit: 2).count == 2)
        #expect(catalogue.suggestions("xyz").isEmpty && catalogue.suggestions("a", limit: -1).isEmpty)
        #expect(ZoneCatalogue.utcOnly[.utc] == .utc)
    }
}
