import Atoms
import EchordModel
import EchordPrimitives
import Testing

@testable import Bot

@Suite struct DateViewTests {
    private func reading(_ local: String, _ change: ClockChange? = nil) throws -> DateReading {
        DateReading(ZonedTime(try #require(LocalMoment(local)), in: .utc), clockChange: change)
    }

    private func label(_ reading: DateReading, _ locale: DiscordLocale) -> String {
        DateView(Catalogue.language(for: locale), locale).label(reading)
    }

    @Test(
        arguments: [
            ("2026-03-27T18:05", .americanEnglish, "Fri, Mar 27, 2026, 6:05 PM · UTC"),
            ("2026-03-27T00:05", .americanEnglish, "Fri, Mar 27, 2026, 12:05 AM · UTC"),
            ("2026-12-06T12:00", .americanEnglish, "Sun, Dec 6, 2026, 12:00 PM · UTC"),
            ("2026-03-27T18:05", .britishEnglish, "Fri 27 Mar 2026, 18:05 · UTC"),
            ("2026-03-27", .britishEnglish, "Fri 27 Mar 2026, all day · UTC"),
            ("2026-03-02T07:00", .dutch, "ma 2 mrt 2026, 07:00 · UTC"),
            ("2026-03-01", .dutch, "zo 1 mrt 2026, hele dag · UTC"),
            ("0001-01-01T00:00", .dutch, "ma 1 jan 1, 00:00 · UTC"),
            ("9999-12-31T23:59", .americanEnglish, "Fri, Dec 31, 9999, 11:59 PM · UTC"),
        ] as [(String, DiscordLocale, String)])
    func aTimeIsWrittenInFull(_ local: String, _ locale: DiscordLocale, _ text: String) throws {
        #expect(label(try reading(local), locale) == text)
    }

    @Test func whatClocksDoIsWritten() throws {
        let half = try #require(LocalTime("02:30"))
        for change in [ClockChange.skipped(half), .first, .second] {
            let reading = try reading("2026-03-29T03:30", change)
            let sentences = [DiscordLocale.dutch, .americanEnglish].map { locale in
                let view = DateView(Catalogue.language(for: locale), locale)
                #expect(view.label(reading).contains("("))
                return view.sentence(about: reading)
            }
            #expect(sentences.allSatisfy { $0?.hasSuffix(".") == true } && sentences[0] != sentences[1])
        }
        #expect(label(try reading("2026-03-29T03:30", .skipped(half)), .dutch).contains("slaat 02:30 over"))
        #expect(DateView(.english, .dutch).sentence(about: try reading("2026-03-29T03:30")) == nil)
    }

    @Test func aSuggestionComesBackAsExactlyThatTime() throws {
        let reading = try reading("2026-03-27T18:05")
        let choice = try #require(DateView(.english, .americanEnglish).choices([reading]).first)
        #expect(choice.value == .string("2026-03-27T18:05+00:00[UTC]"))
        #expect(choice.name.count <= 100)
    }

    @Test func aTextIsCutToWhatDiscordTakes() {
        #expect("abc".fitting(3) == "abc" && "abcd".fitting(3) == "ab…")
        #expect(String(repeating: "👨‍👩‍👧", count: 40).fitting(100).utf16.count <= 100)
        #expect("👨‍👩‍👧".fitting(3) == "…")
    }
}
