import EchordPrimitives
import JSON
import Testing

@Suite("Timestamps")
struct DiscordTimestampTests {
    @Test(
        "What is read is written back",
        arguments: [
            "2015-04-26T06:26:56.936000+00:00", "2020-04-02T21:10:38+00:00", "2021-03-31T18:45:31.297561+00:00",
            "2024-02-29T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00+00:00",
            "9999-12-31T23:59:59.9+00:00", "2026-08-06T11:31:01-07:00", "2026-08-06T11:31:01.5+05:30",
            "2000-02-29T12:00:00.000+23:59",
            "2024-10-18T14:42:53.064834", "2024-10-18T14:42:53",
        ])
    func roundTrip(_ text: String) throws {
        let timestamp = try #require(DiscordTimestamp(text))
        #expect(timestamp.description == text)
        let document = "\"\(text)\""
        #expect(JSON.encodeToString(try JSON.decode(DiscordTimestamp.self, from: document)) == document)
    }

    @Test(
        "The moment is right",
        arguments: [
            ("1970-01-01T00:00:00Z", Int64(0), Int32(0)),
            ("1969-12-31T23:59:59Z", -1, 0),
            ("2000-03-01T00:00:00+00:00", 951_868_800, 0),
            ("2026-08-06T11:31:01-07:00", 1_786_041_061, 0),
            ("2015-04-26T06:26:56.936000+00:00", 1_430_029_616, 936_000_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
        ])
    func moment(_ text: String, _ seconds: Int64, _ nanoseconds: Int32) throws {
        let timestamp = try #require(DiscordTimestamp(text))
        #expect(timestamp.unixSeconds == seconds)
        #expect(timestamp.nanoseconds == nanoseconds)
    }

    @Test(
        "Broken forms and parts out of range are refused",
        arguments: [
            "", "2024-01-01", "2024-01-01T00:00:0", "2024-01-01 00:00:00Z", "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z", "2023-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2024-04-31T00:00:00Z",
            "2024-01-00T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z",
            "0000-01-01T00:00:00Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00.", "2024-01-01T00:00:00.1234567890Z",
            "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00+00:60", "2024-01-01T00:00:00+0000",
            "2024-01-01T00:00:00ZZ", "2024-01-01T00:00:00Z ", " 2024-01-01T00:00:00Z", "2024/01/01T00:00:00Z",
            "2024-01-01T00-00-00Z", "20240101T000000Z00000", "2024-1-01T00:00:00Z0", "9999-12-31T23:59:59-00:01",
            "0001-01-01T00:00:00+00:01", "２024-01-01T00:00:00Z", "2024-01-01T00:00:00.+00:00",
        ])
    func refused(_ text: String) {
        #expect(DiscordTimestamp(text) == nil)
        #expect(throws: JSONError.self) { try JSON.decode(DiscordTimestamp.self, from: JSON.encode(text)) }
    }

    @Test("Only strings are read", arguments: ["0", "null", "[]"])
    func refusedKinds(_ text: String) {
        #expect(throws: JSONError.self) { try JSON.decode(DiscordTimestamp.self, from: text) }
    }

    @Test("Every day of four centuries survives the way there and back")
    func calendar() throws {
        for day in stride(from: Int64(-719_162), through: 2_932_896, by: 97) {
            let timestamp = DiscordTimestamp(unixSeconds: day * 86_400 + 86_399)
            let read = try #require(DiscordTimestamp(timestamp.description))
            #expect(read.unixSeconds == timestamp.unixSeconds)
        }
    }

    @Test("Equality and order look at the moment, not at its writing")
    func equality() throws {
        let zulu = try #require(DiscordTimestamp("2024-01-01T12:00:00Z"))
        let offset = try #require(DiscordTimestamp("2024-01-01T13:00:00.000+01:00"))
        #expect(zulu == offset)
        #expect(zulu.hashValue == offset.hashValue)
        #expect(zulu < offset.adding(.nanoseconds(1)))
        #expect(offset.adding(.seconds(90)).description == "2024-01-01T13:01:30.000+01:00")
        #expect(offset.adding(.seconds(90)).since(zulu) == .seconds(90))
        #expect(zulu.adding(.milliseconds(-1)).since(zulu) == .milliseconds(-1))
    }

    @Test("Values out of range are moved to the ends")
    func clamped() {
        #expect(DiscordTimestamp(unixSeconds: .max).description == "9999-12-31T23:59:59.000000+00:00")
        #expect(DiscordTimestamp(unixSeconds: .min, nanoseconds: -5).description == "0001-01-01T00:00:00.000000+00:00")
        let odd = DiscordTimestamp(unixSeconds: 0, nanoseconds: .max, fractionDigits: 12, offset: .minutes(2000))
        #expect(odd.nanoseconds == 999_999_999)
        #expect(odd.fractionDigits == 9)
        #expect(odd.offset == .minutes(1439))
        #expect(DiscordTimestamp(unixSeconds: 0).adding(.seconds(Int64.max)).unixSeconds == 253_402_300_799)
        #expect(DiscordTimestamp(unixSeconds: -1).adding(.seconds(Int64.min)).unixSeconds == -62_135_596_800)
    }

    @Test("Milliseconds before 1970 round down")
    func milliseconds() {
        let timestamp = DiscordTimestamp(unixMilliseconds: -1)
        #expect(timestamp.unixSeconds == -1)
        #expect(timestamp.nanoseconds == 999_000_000)
        #expect(timestamp.unixMilliseconds == -1)
    }

    @Test("Markup", arguments: TimestampStyle.allCases)
    func markup(_ style: TimestampStyle) {
        #expect(DiscordTimestamp(unixSeconds: 1_618_953_630).markup(style) == "<t:1618953630:\(style.rawValue)>")
    }

    @Test("Markup of moments before 1970 and the default style")
    func markupDefault() {
        #expect(DiscordTimestamp.markup(unixSeconds: -5) == "<t:-5:f>")
        #expect(Set(TimestampStyle.allCases.map(\.rawValue)) == ["t", "T", "d", "D", "f", "F", "s", "S", "R"])
    }
}
