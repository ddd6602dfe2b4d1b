import Testing

@testable import JSON

@Suite struct ParserTests {
    @Test(arguments: [
        ("", JSONError.Code.syntax), (" \n\t", .syntax), ("{", .syntax), ("[", .syntax), ("}", .syntax), ("]", .syntax),
        ("[1,]", .syntax), ("[,1]", .syntax), ("[1 2]", .syntax), ("{\"a\"}", .syntax), ("{\"a\":}", .syntax),
        ("{\"a\":1,}", .syntax), ("{a:1}", .syntax), ("{'a':1}", .syntax), ("{1:1}", .syntax), ("[1]]", .syntax),
        ("{\"a\":1 \"b\":2}", .syntax), ("[1}", .syntax), ("{\"a\":1]", .syntax), ("1 2", .syntax), ("nul", .syntax),
        ("tru", .syntax), ("fals", .syntax), ("nullx", .syntax), ("True", .syntax), ("NaN", .syntax),
        ("Infinity", .syntax), ("[NaN]", .syntax), ("[Infinity]", .syntax), ("// c\n1", .syntax), ("[1]//", .syntax),
        ("\u{FEFF}[]", .syntax), ("undefined", .syntax), ("[\u{00A0}1]", .syntax),
        ("-", .invalidNumber), ("[-]", .invalidNumber), ("01", .invalidNumber), ("-01", .invalidNumber),
        ("1.", .invalidNumber), ("[.5]", .syntax), ("1e", .invalidNumber), ("1e+", .invalidNumber),
        ("[+1]", .syntax), ("0x10", .invalidNumber), ("1_000", .invalidNumber), ("-Infinity", .invalidNumber),
        ("1e400", .invalidNumber), ("-1e400", .invalidNumber), ("18446744073709551616", .invalidNumber),
        ("-9223372036854775809", .invalidNumber), ("123456789012345678901234567890", .invalidNumber),
        ("\"", .invalidString), ("\"abc", .invalidString), ("\"\\\"", .invalidString), ("\"\\x\"", .invalidString),
        ("\"\\u12\"", .invalidString), ("\"\\u12G4\"", .invalidString), ("\"a\nb\"", .invalidString),
        ("\"a\tb\"", .invalidString), ("\"\u{0}\"", .invalidString), ("\"\u{1F}\"", .invalidString),
        ("\"\\ud800\"", .invalidString), ("\"\\udc00\"", .invalidString), ("\"\\uDFFFx\"", .invalidString),
        ("\"\\ud800\\u0041\"", .invalidString), ("\"\\ud800\\ud800\"", .invalidString),
        ("\"\\udc00\\ud800\"", .invalidString), ("\"\\\\\\udc00\"", .invalidString),
        ("{\"\\udead\":1}", .invalidString),
    ])
    func refusesAnInvalidDocument(text: String, code: JSONError.Code) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(JSONValue.self, from: text) }
        #expect(error?.code == code, "\(text)")
        #expect(error?.path == "")
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xC3, 0x22], [0x22, 0x80, 0x22],
            [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22],
            [0x5B, 0xC3, 0xA9, 0xFF, 0x5D],
        ] as [[UInt8]])
    func refusesWhatIsNoUTF8(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(JSONValue.self, from: bytes) }
        #expect(error?.code == .invalidUTF8)
    }

    @Test func takesEscapesThatOnlyLookLikeLoneSurrogates() throws {
        #expect(try JSON.decode(String.self, from: #""\\ud800""#) == #"\ud800"#)
        #expect(try JSON.decode(String.self, from: #""\\\ud83d\ude00""#) == "\\\u{1F600}")
        #expect(try JSON.decode(String.self, from: #""\uD83D\uDE00\uD83D\uDE01""#) == "\u{1F600}\u{1F601}")
        #expect(try JSON.decode(String.self, from: #""\ud7ff\ue000""#) == "\u{D7FF}\u{E000}")
    }

    @Test func readsAScalarDocument() throws {
        #expect(try JSON.decode(Int.self, from: " 7 ") == 7)
        #expect(try JSON.decode(String.self, from: #""a\u0000b""#) == "a\u{0}b")
        #expect(try JSON.decode(Bool.self, from: "true"))
        #expect(try JSON.decode(Int?.self, from: "null") == nil)
    }

    @Test func refusesAnEmptyDocumentBeforeItHasBuffers() {
        let error = #expect(throws: JSONError.self) { try JSONParser().withDocument([UInt8]()) { _ in } }
        #expect(error == JSONError(.syntax, "the document is empty"))
    }

    // MARK: - Limits

    @Test(arguments: [1, 2, 16, 128, 1024])
    func takesAsManyLevelsAsTheLimitAndNoMore(depth: Int) throws {
        let parser = JSONParser(limits: .init(depth: depth))
        let deepest = String(repeating: "[", count: depth) + "0" + String(repeating: "]", count: depth)
        let depths = try parser.withDocument(deepest) { json throws(JSONError) in
            var count = 0
            var value = json
            while value.isArray {
                var elements = try value.elements()
                guard let inner = elements.next() else { break }
                value = inner
                count += 1
            }
            return count
        }
        #expect(depths == depth)
        for tooDeep in ["[" + deepest + "]", #"{"a":"# + deepest + "}"] {
            let error = #expect(throws: JSONError.self) { try parser.withDocument(tooDeep) { _ in } }
            #expect(error == JSONError(.tooDeep, "the document is deeper than \(depth) levels"))
        }
    }

    @Test func clampsLimitsToWhatIsSafe() {
        #expect(
            JSONParser.Limits(bytes: -1, depth: 0, retainedBytes: -1) == .init(bytes: 0, depth: 1, retainedBytes: 0))
        #expect(JSONParser.Limits(bytes: .max, depth: .max) == .init(bytes: 1 << 30, depth: 1024))
    }

    @Test func refusesADocumentBeyondTheSizeLimitWithoutReadingIt() {
        let parser = JSONParser(limits: .init(bytes: 8))
        #expect(throws: Never.self) { try parser.withDocument("\"123456\"") { _ in } }
        let error = #expect(throws: JSONError.self) { try parser.withDocument("not JSON at all") { _ in } }
        #expect(error == JSONError(.tooLarge, "the document has 15 bytes, the limit is 8"))
    }

    @Test func hasALimitOf16MiBByDefault() {
        let bytes = [UInt8](repeating: 0x20, count: 16 << 20) + [0x31]
        let error = #expect(throws: JSONError.self) { try JSON.decode(Int.self, from: bytes) }
        #expect(error?.code == .tooLarge)
    }

    // MARK: - Reuse

    @Test func readsOneDocumentAfterAnother() throws {
        let parser = JSONParser(limits: .init(retainedBytes: 64))
        for count in [0, 1, 10_000, 3, 50_000, 50_001, 2, 200_000, 1] {
            let values = Array(0..<count)
            let read = try parser.withDocument(JSON.encode(values)) { json throws(JSONError) in
                try json.decode([Int].self)
            }
            #expect(read == values)
            #expect(throws: JSONError.self) { try parser.withDocument(String(repeating: "[", count: count)) { _ in } }
        }
    }

    @Test func refusesASecondDocumentWhileItHoldsTheFirst() throws {
        let parser = JSONParser()
        try parser.withDocument("[1,2]") { json throws(JSONError) in
            let error = #expect(throws: JSONError.self) { try parser.withDocument("3") { _ in } }
            #expect(error?.code == .parserInUse)
            #expect(try json.decode([Int].self) == [1, 2])
        }
        #expect(try parser.withDocument("3") { json throws(JSONError) in try json.integer() } == 3)
    }

    @Test func isFreeAgainAfterAnErrorInside() throws {
        let parser = JSONParser()
        #expect(throws: JSONError.self) {
            try parser.withDocument("[1]") { json throws(JSONError) in _ = try json.string() }
        }
        #expect(try parser.withDocument("3") { json throws(JSONError) in try json.integer() } == 3)
    }

    @Test func decodesADocumentInsideADocument() throws {
        struct Nested: JSONDecodable, Equatable {
            let inner: [Int]
            let outer: String
            init(json: JSONReader) throws(JSONError) {
                var elements = try json.elements()
                inner = try JSON.decode(from: try elements.next()?.string() ?? "")
                outer = try elements.next()?.string() ?? ""
            }
        }
        let nested = try JSON.decode(Nested.self, from: #"["[1,2,3]","still here"]"#)
        #expect(nested.inner == [1, 2, 3])
        #expect(nested.outer == "still here")
    }

    @Test func readsBytesThatLieAnywhere() throws {
        let bytes = Array(#"xx{"a":[1,2]}yy"#.utf8)
        let value = try bytes.withUnsafeBytes { buffer in
            try JSON.decode(JSONValue.self, from: UnsafeRawBufferPointer(rebasing: buffer[2..<13]))
        }
        #expect(value == ["a": [1, 2]])
        #expect(throws: JSONError.self) {
            try JSON.decode(JSONValue.self, from: UnsafeRawBufferPointer(start: nil, count: 0))
        }
    }

    @Test func parsesOnManyThreadsAtOnce() async throws {
        let text = JSON.encodeToString(Array(0..<1_000))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<32 { group.addTask { try JSON.decode([Int].self, from: text).reduce(0, +) } }
            for try await sum in group { #expect(sum == 499_500) }
        }
    }
}
