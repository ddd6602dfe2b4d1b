import Testing

@testable import EchordTesting

@Suite("Patterns matched in linear time")
struct LinearPatternTests {
    @Test(
        "What fits",
        arguments: [
            ("abc", "xxABCx", "ABC"), ("a.c", "a\nc abc", "abc"), ("^ab", "cab", nil), ("ab$", "cab", "ab"),
            ("a|bc", "xbc", "bc"), ("(ab)+", "cababd", "abab"), ("a{2,3}", "aaaa", "aaa"), ("a{2}", "a", nil),
            ("a{2,}", "caaa", "aaa"), ("colou?r", "color", "color"), ("[a-c]+", "xxabcx", "abc"),
            ("[^a-c]+", "abxyc", "xy"), (#"\d+\s\w"#, "a 12 b", "12 b"), (#"\bcat\b"#, "concat cat", "cat"),
            (#"\Bcat"#, "concat", "cat"), (#"a\.b"#, "axb a.b", "a.b"), ("(?:ab|c)d", "cd", "cd"),
            ("(?P<x>a)b", "ab", "ab"), ("[]x]", "a]", "]"), (#"[\d-]+"#, "a1-2", "1-2"), ("b*", "aab", ""),
            ("a*?b", "aab", "aab"), ("", "x", ""), ("Ä", "xä", "ä"), ("(a|b)*c", "ababc", "ababc"),
        ] as [(String, String, String?)])
    func fits(_ pattern: String, _ text: String, _ expected: String?) throws {
        let pattern = try #require(LinearPattern(pattern))
        let characters = Array(text)
        #expect(pattern.firstMatch(in: characters).map { String(characters[$0]) } == expected)
    }

    @Test(
        "Malformed, or not of Rust's flavour",
        arguments: [
            "(", ")", "a(b", "[a", "*a", "a{2,1}", "a{x}", "a{", "(?=a)", "(?!a)", "(?<=a)b", "(?<!a)b", #"(a)\1"#,
            #"\p"#, "a\\", "a{1001}", "(((a{100}){100}){100})", "[z-a]", "[[a]]", String(repeating: "(", count: 60),
        ])
    func refused(_ pattern: String) {
        #expect(LinearPattern(pattern) == nil)
    }

    @Test("What others go through for ever is over at once", .timeLimit(.minutes(1)))
    func linear() throws {
        let text = Array(String(repeating: "a", count: 2000) + "!")
        for pattern in ["(a+)+$", "(a|a)*b", "(a*)*b", ".*.*.*=", "(x+x+)+y"] {
            #expect(try #require(LinearPattern(pattern)).firstMatch(in: text) == nil)
        }
    }
}
