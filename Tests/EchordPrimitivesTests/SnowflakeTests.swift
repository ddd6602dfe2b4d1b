import EchordPrimitives
import JSON
import Testing

@Suite("Snowflakes")
struct SnowflakeTests {
    /// The worked example of Discord's reference.
    private let documented: UserID = 175_928_847_299_117_063

    @Test("The parts are those of the documented example")
    func parts() {
        #expect(documented.unixMilliseconds == 1_462_015_105_796)
        #expect(documented.worker == 1)
        #expect(documented.process == 0)
        #expect(documented.increment == 7)
        #expect(documented.timestamp.description == "2016-04-30T11:18:25.796000+00:00")
    }

    @Test("A string and an integer are read, a string is written")
    func wire() throws {
        #expect(
            try JSON.decode([UserID].self, from: #"["175928847299117063",175928847299117063,"0"]"#) == [
                documented, documented, 0,
            ])
        #expect(JSON.encodeToString(documented) == #""175928847299117063""#)
        #expect(try JSON.decode(UserID.self, from: #""18446744073709551615""#).rawValue == .max)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            #""""#, #""01""#, #""-1""#, #""1 ""#, #""18446744073709551616""#, #""123456789012345678901""#, #""x""#,
            "-1",
            "1.5", "null", "true", "[]", "{}",
        ])
    func refused(_ text: String) {
        #expect(throws: JSONError.self) { try JSON.decode(UserID.self, from: text) }
    }

    @Test(
        "Text is read the same way", arguments: ["", "00", "a", "+1", "18446744073709551616", "999999999999999999999"])
    func refusedText(_ text: String) {
        #expect(UserID(text) == nil)
    }

    @Test("Digits of any length that fits are read")
    func text() {
        #expect(UserID("0") == 0)
        #expect(UserID("18446744073709551615")?.rawValue == .max)
        #expect(UserID("175928847299117063".dropFirst(3)) == 928_847_299_117_063)
        #expect(documented.description == "175928847299117063")
    }

    @Test("It stands as a key of objects")
    func key() throws {
        let map = try JSON.decode([UserID: Int].self, from: #"{"175928847299117063":1}"#)
        #expect(map[documented] == 1)
        #expect(JSON.encodeToString(map) == #"{"175928847299117063":1}"#)
        #expect(throws: JSONError.self) { try JSON.decode([UserID: Int].self, from: #"{"x":1}"#) }
    }

    @Test("Older ids come first, and bounds enclose a moment")
    func order() throws {
        #expect(documented < UserID(rawValue: documented.rawValue + 1))
        let moment = documented.timestamp
        #expect(UserID.lowest(at: moment) <= documented)
        #expect(UserID.greatest(at: moment) >= documented)
        #expect(UserID.lowest(at: moment.adding(.milliseconds(1))) > documented)
        #expect(UserID.greatest(at: moment.adding(.milliseconds(-1))) < documented)
    }

    @Test("Moments outside the range give the ends")
    func bounds() {
        #expect(UserID.lowest(at: DiscordTimestamp(unixSeconds: 0)) == 0)
        #expect(UserID.greatest(at: DiscordTimestamp(unixSeconds: 253_402_300_799)).rawValue == .max)
    }

    @Test("A guild's default role and its shard")
    func guild() {
        let guild: GuildID = 41_771_983_423_143_937
        #expect(guild.everyoneRole == 41_771_983_423_143_937)
        #expect(guild.shard(of: 10) == Int((guild.rawValue >> 22) % 10))
        #expect(guild.shard(of: 0) == 0)
    }
}
