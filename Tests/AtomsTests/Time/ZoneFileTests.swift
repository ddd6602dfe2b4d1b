import Foundation
import Testing

@testable import Atoms

@Suite struct ZoneFileTests {
    private func file(_ name: String = ZoneFiles.amsterdam) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: ZoneFiles.folder + name)))
    }

    @Test func readsEveryZoneOfTheMachine() throws {
        let table = try String(contentsOfFile: ZoneFiles.folder + "zone.tab", encoding: .utf8)
        let names = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t")[2] }
        #expect(names.count > 300)
        for name in names { _ = try ZoneFiles.zone(String(name)) }
    }

    @Test func refusesAFileThatIsCutOffAnywhere() throws {
        let bytes = try file()
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: ZoneFileError.self) { try Zone(.utc, file: bytes.prefix(length)) }
        }
        #expect(throws: ZoneFileError.self) { try Zone(.utc, file: bytes.dropLast()) }
    }

    @Test func survivesAnyByteThatIsWrong() throws {
        let bytes = try file()
        for place in stride(from: 0, to: bytes.count, by: 5) {
            var broken = bytes
            broken[place] ^= 0xA5
            // Read or refused, but nothing worse.
            let zone = try? Zone(.utc, file: broken)
            _ = zone?.local(at: Instant(seconds: 1_774_512_000))
        }
    }

    @Test func refusesLeapSecondsAndBadCounts() throws {
        #expect(throws: ZoneFileError(description: "the file counts leap seconds")) {
            try Zone(.utc, file: file("right/Europe/Amsterdam"))
        }
        #expect(throws: ZoneFileError.self) { try Zone(.utc, file: Array("hello".utf8)) }
        var bytes = try file()
        bytes.replaceSubrange(32..<36, with: [0x7F, 0xFF, 0xFF, 0xFF])
        #expect(throws: ZoneFileError(description: "the counts of the file are not good")) {
            try Zone(.utc, file: bytes)
        }
    }

    @Test func readsVersionOneWithoutItsEnd() throws {
        var bytes = try file()
        bytes[4] = 0
        let zone = try Zone(.utc, file: bytes)
        #expect(zone.offset(at: Instant(seconds: 1_780_000_000)) == .seconds(7_200))
        // It ends in 2037 and knows no rule for what comes then.
        #expect(zone.offset(at: Instant(seconds: 2_540_000_000)) == .seconds(3_600))
    }
}

@Suite struct RecurringClockTests {
    private func offsets(_ text: String, _ instants: String...) throws -> [Int] {
        let clock = try #require(RecurringClock(text))
        return try instants.map { clock.offset(at: try #require(Instant($0)).seconds) / 60 }
    }

    @Test func followsItsRules() throws {
        #expect(try offsets("UTC0", "2050-01-01T00:00:00Z") == [0])
        #expect(try offsets("<+0545>-5:45", "2050-01-01T00:00:00Z") == [345])
        #expect(
            try offsets(
                "CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T00:59:59Z", "2050-03-27T01:00:00Z", "2050-10-30T00:59:59Z",
                "2050-10-30T01:00:00Z") == [60, 120, 120, 60])
        // The southern half: summer over the new year.
        #expect(
            try offsets("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2050-01-01T00:00:00Z", "2050-06-01T00:00:00Z")
                == [-180, -240])
        // 29 February is not counted behind J, and counted without; an explicit offset.
        #expect(
            try offsets("AAA0BBB-2,J60/0,J300/0", "2052-02-29T23:59:59Z", "2052-03-01T00:00:00Z") == [0, 120])
        #expect(try offsets("AAA0BBB,59/0,300/0", "2052-02-28T23:59:59Z", "2052-02-29T00:00:00Z") == [0, 60])
        #expect(try offsets("AAA-2BBB,M3.4.4/50,M10.4.4/50", "2050-07-01T00:00:00Z") == [180])
        // Summer that never ends (RFC 9636 §3.3.1).
        #expect(
            try offsets("XXX3EDT4,0/0,J365/23", "2050-01-01T00:00:00Z", "2050-07-01T00:00:00Z", "2051-01-01T03:59:59Z")
                == [-240, -240, -240])
    }

    @Test func tellsTheNextChange() throws {
        let clock = try #require(RecurringClock("CET-1CEST,M3.5.0,M10.5.0/3"))
        let newYear = try #require(Instant("2050-01-01T00:00:00Z"))
        let spring = try #require(clock.next(after: newYear.seconds))
        #expect(Instant(seconds: spring.at).description == "2050-03-27T01:00:00.000Z" && spring.offset == 7_200)
        let autumn = try #require(clock.next(after: spring.at))
        #expect(Instant(seconds: autumn.at).description == "2050-10-30T01:00:00.000Z" && autumn.offset == 3_600)
        #expect(RecurringClock("UTC0")?.next(after: 0) == nil)
    }

    @Test(arguments: [
        "", "UT0", "UTC", "UTC168", "UTC0:60", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365",
        "CET-1CEST,366,0", "CET-1CEST,M3.5.0,M10.5.0/3x", "<+01-1", "CET-1CEST,M3.5.0/,M10.5.0", "CET-1CEST2x,J1,J2",
        "CET-1CES,J1,J2 ", "CET-99999", "CET-1:xx",
    ])
    func refusesOtherTexts(_ text: String) { #expect(RecurringClock(text) == nil) }
}
