import EchordPrimitives
import Testing

@testable import Echord

@Suite struct TextCursorTests {
    private func words(_ text: String) throws -> [String] {
        var cursor = TextCursor(text)
        var words: [String] = []
        while let word = try cursor.next() { words.append(word.text) }
        return words
    }

    @Test(
        arguments: [
            ("", []), ("   ", []), ("a b", ["a", "b"]), ("  a \n\t b ", ["a", "b"]), (#""a b" c"#, ["a b", "c"]),
            (#"a\ b \"c"#, ["a b", "\"c"]), (#""a \"b\" c""#, [#"a "b" c"#]),
            ("“a b” „c d“ «e f»", ["a b", "c d", "e f"]),
            (#""" x"#, ["", "x"]), (#"it's 5" wide"#, ["it's", "5\"", "wide"]), ("🏠 é", ["🏠", "é"]), (#"a\"#, [#"a\"#]),
        ] as [(String, [String])])
    func wordsAndQuotations(_ text: String, _ expected: [String]) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [#""a"#, #"x "a b"#, "«a", #""a\""#]) func aQuotationMustEnd(_ text: String) {
        #expect(throws: TextUsageFault.unclosedQuote) { try words(text) }
    }

    @Test(arguments: [
        ("a  b\nc ", "a  b\nc"), (#""a  b""#, "a  b"), (#""a" b"#, #""a" b"#), ("\"open", "\"open"), ("", ""),
    ]) func theRestIsAsItWasWritten(_ text: String, _ expected: String) {
        var cursor = TextCursor(text)
        let rest = cursor.rest()
        #expect(rest == expected)
        #expect(cursor.isAtEnd)
    }

    @Test(
        arguments: [
            ("90s", 90), ("1h30m", 5_400), ("2d", 172_800), ("1w2d3h4m5s", 788_645), ("1H", 3_600), ("0s", 0),
            ("", nil), ("5", nil), ("h", nil), ("30m1h", nil), ("1h1h", nil), ("-1h", nil), ("1.5h", nil),
            ("999999999w", nil),
            ("9999999999999999999s", nil), ("١h", nil),
        ] as [(String, Int?)])
    func timesAreRead(_ text: String, _ seconds: Int?) {
        #expect(Duration(textWord: text) == seconds.map { .seconds($0) })
    }

    @Test func otherValuesAreRead() {
        #expect(Int(textWord: "-5") == -5 && Int(textWord: "5.0") == nil)
        #expect(Double(textWord: "2,5") == 2.5 && Double(textWord: "inf") == nil && Double(textWord: "nan") == nil)
        #expect(Bool(textWord: "ON") == true && Bool(textWord: "no") == false && Bool(textWord: "maybe") == nil)
        #expect(Colour(textWord: "#57F287")?.hex == "#57F287" && Colour(textWord: "Red") == .red)
        #expect(Colour(textWord: "reddish") == nil)
        #expect(UserID(textWord: "<@!7>") == 7 && UserID(textWord: "<@7>") == 7 && UserID(textWord: "7") == 7)
        #expect(UserID(textWord: "<@&7>") == nil && UserID(textWord: "<@7") == nil)
        #expect(RoleID(textWord: "<@&7>") == 7 && ChannelID(textWord: "<#7>") == 7 && ChannelID(textWord: "#7") == nil)
    }
}
