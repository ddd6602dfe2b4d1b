import EchordPrimitives
import JSON
import Testing

@Suite("Locales, colours, boxes")
struct OtherPrimitivesTests {
    @Test("The 32 documented locales and the two of the specification")
    func locales() {
        #expect(DiscordLocale.discordNames.count == 34)
        #expect(Set(DiscordLocale.documented).count == 34)
        #expect(DiscordLocale.dutch.rawValue == "nl")
        #expect(DiscordLocale(rawValue: "xx").discordName == nil)
        #expect(DiscordLocale(rawValue: "xx").description == "xx")
    }

    @Test("Fallbacks and languages")
    func fallbacks() {
        #expect(DiscordLocale.americanEnglish.fallback == .britishEnglish)
        #expect(DiscordLocale.britishEnglish.fallback == .americanEnglish)
        #expect(DiscordLocale.latinAmericanSpanish.fallback == .spanish)
        #expect(DiscordLocale.dutch.fallback == nil)
        #expect(DiscordLocale.britishEnglish.language == "en")
        #expect(DiscordLocale.dutch.language == "nl")
    }

    @Test("Texts by locale are objects on the wire")
    func localizations() throws {
        let texts = try JSON.decode(Localizations.self, from: #"{"nl":"taak","xx":"?"}"#)
        #expect(texts == [.dutch: "taak", DiscordLocale(rawValue: "xx"): "?"])
        #expect(JSON.encodeToString(texts) == #"{"nl":"taak","xx":"?"}"#)
    }

    @Test("Colours")
    func colours() throws {
        #expect(Colour(red: 0x58, green: 0x65, blue: 0xF2) == .blurple)
        #expect(Colour(hex: "#5865f2") == .blurple)
        #expect(Colour(hex: "5865F2")?.hex == "#5865F2")
        #expect(Colour.black.hex == "#000001")
        #expect([Colour.blurple.red, Colour.blurple.green, Colour.blurple.blue] == [0x58, 0x65, 0xF2])
        #expect(Colour(rawValue: 0xFF00_0001) == .black)
        #expect(try JSON.decode(Colour.self, from: "5793266") == .blurple)
        #expect(JSON.encodeToString(Colour.blurple) == "5793266")
    }

    @Test("Other texts are no colours", arguments: ["", "#", "#12345", "1234567", "#12345g", "+12345", "##12345"])
    func refusedColours(_ text: String) {
        #expect(Colour(hex: text) == nil)
    }

    @Test("Colours below 0 are refused", arguments: ["-1", "4294967296", #""1""#])
    func refusedColourNumbers(_ text: String) {
        #expect(throws: JSONError.self) { try JSON.decode(Colour.self, from: text) }
    }

    @Test("A box reads and writes like its value")
    func box() throws {
        var box = try JSON.decode(Box<[Int]>.self, from: "[1,2]")
        #expect(box.count == 2)
        box.value.append(3)
        #expect(JSON.encodeToString(box) == "[1,2,3]")
        #expect(box == Box([1, 2, 3]))
        #expect(box.hashValue == Box([1, 2, 3]).hashValue)
    }
}
