import Testing

@testable import Atoms

@Suite struct ZonedTimeTests {
    private func amsterdam() throws -> Zone { try ZoneFiles.zone(ZoneFiles.amsterdam) }

    private func time(_ local: String, in zone: Zone) throws -> ZonedTime {
        ZonedTime(try #require(LocalMoment(local)), in: zone)
    }

    @Test func aDayIsOverAtItsLastSecond() throws {
        let day = try time("2026-03-29", in: amsterdam())
        #expect(day.isAllDay)
        #expect(day.instant.description == "2026-03-29T21:59:59.000Z")
        #expect(day.description == "2026-03-29[Europe/Amsterdam]")
    }

    @Test func aMinuteThatClocksLeaveOutIsTheOneThatTheyShow() throws {
        let time = try time("2026-03-29T02:30", in: amsterdam())
        #expect(time.description == "2026-03-29T03:30+02:00[Europe/Amsterdam]" && !time.isAllDay)
    }

    @Test func bothMinutesThatClocksShowTwiceCanBeWritten() throws {
        let zones = try ZoneFiles.catalogue(ZoneFiles.amsterdam)
        for text in ["2026-10-25T02:30+02:00[Europe/Amsterdam]", "2026-10-25T02:30+01:00[Europe/Amsterdam]"] {
            #expect(try ZonedTime(validating: text, zones: zones).description == text)
        }
    }

    @Test func isTypedInTheZoneOfWhoeverReadsIt() throws {
        let (zone, utc) = (try amsterdam(), Zone.utc)
        let minute = try time("2026-12-05T18:00", in: zone)
        #expect(minute.typed(in: zone) == "2026-12-05 18:00" && minute.typed(in: utc) == "2026-12-05 17:00")
        #expect(try time("2026-12-05", in: zone).typed(in: utc) == "2026-12-05")
    }

    @Test func dropsSeconds() throws {
        let zone = try ZoneFiles.zone("America/St_Johns")
        let time = ZonedTime(Instant(milliseconds: 1_774_512_037_500), in: zone)
        #expect(time.description == "2026-03-26T05:30-02:30[America/St_Johns]")
        #expect(time.instant == Instant(seconds: 1_774_512_000))
        #expect(ZonedTime(Instant(milliseconds: -1), in: .utc).description == "1969-12-31T23:59+00:00[UTC]")
    }

    @Test(arguments: [
        "", "2026-12-05", "2026-12-05T18:00[Europe/Amsterdam]", "2026-12-05T18:00+02:00[Europe/Amsterdam]",
        "2026-12-05T18:00+01:00", "2026-12-05[Mars/Base]", "2026-12-05T18:00+01:00[]", "2026-13-05[Europe/Amsterdam]",
        "2026-12-05T18:00 01:00[Europe/Amsterdam]", "2026-12-05T18:00+1:00[Europe/Amsterdam]",
        "2026-12-05T18:00+00:60[Europe/Amsterdam]", "2026-03-29T02:30+01:00[Europe/Amsterdam]",
        "[Europe/Amsterdam]", "2026-12-05[Europe/Amsterdam]" + String(repeating: "]", count: 80),
    ])
    func refusesOtherTexts(_ text: String) throws {
        let zones = try ZoneFiles.catalogue(ZoneFiles.amsterdam)
        #expect(throws: ValidationIssue(.malformed)) { try ZonedTime(validating: text, zones: zones) }
    }
}
