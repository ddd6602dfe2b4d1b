import Foundation
import FuzzKit
import Testing

@testable import JSON

/// Mutations of valid documents.
@Suite struct FuzzTests {
    @Test func survivesWhateverComesAndReadsBackWhatItWrites() async {
        let fuzz = Fuzz("json", usually: 100_000)
        let parser = JSONParser(limits: .init(bytes: 4096, depth: 24))
        var accepted = 0
        await fuzz.run { _, random in
            let input = Mutator.document(using: &random)
            guard let value = try? parser.withDocument(input, { json throws(JSONError) in try readAsModel(json) })
            else { return }
            accepted += 1
            let written = JSON.encode(value)
            let again = try JSON.decode(JSONValue.self, from: written)
            try Fuzz.check(again == value && JSON.encode(again) == written, "not stable: \(input)")
        }
        fuzz.expect(["accepted": accepted, "refused": fuzz.inputs - accepted], atLeast: 0.05)
    }

    /// Reads the document as models, which mostly fails and must fail with an error only, and then as a value.
    private func readAsModel(_ json: JSONReader) throws(JSONError) -> JSONValue {
        tryReading(Post.self, json)
        tryReading(Author.self, json["d"] ?? json)
        tryReading([Double].self, json)
        return try JSONValue(json: json)
    }

    private func tryReading<Value: JSONDecodable>(_ type: Value.Type, _ json: JSONReader) {
        do throws(JSONError) {
            _ = try Value(json: json)
        } catch {
            // Finding the path walks the tape, which has to hold for every document.
            _ = error.description
        }
    }

    // MARK: - A second opinion

    /// Foundation's verdict, or nil where it judges by other rules: it guesses UTF-16 and UTF-32 from zero bytes and byte
    /// order marks.
    private func foundationAccepts(_ bytes: [UInt8]) -> Bool? {
        if bytes.contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return nil }
        return (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    }

    /// Foundation rounds a number beyond 64 bits or the range of a double, lets half a surrogate pair through, and takes
    /// a comma before a closing bracket.
    private static func isStricterOnPurpose(_ code: JSONError.Code, _ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return switch code {
        case .invalidNumber: text.contains(/[eE]|\d{19}/)
        case .invalidString: text.contains(/\\u[dD][89a-fA-F]/)
        case .syntax: text.contains(/,\s*[\]}]/)
        default: false
        }
    }

    @Test func agreesWithFoundation() async {
        let fuzz = Fuzz("json beside foundation", usually: 10_000)
        let parser = JSONParser()
        var accepted = 0
        var refused = 0
        await fuzz.run { _, random in
            let input = Mutator.document(using: &random)
            guard let expected = foundationAccepts(input) else { return }
            var refusal: JSONError?
            do throws(JSONError) { try parser.withDocument(input) { _ in } } catch { refusal = error }
            if let refusal, expected, Self.isStricterOnPurpose(refusal.code, input) { return }
            if expected { accepted += 1 } else { refused += 1 }
            try Fuzz.check(
                expected == (refusal == nil),
                "we say \(refusal.map { "\($0)" } ?? "yes") to \(String(decoding: input, as: UTF8.self).debugDescription)"
            )
        }
        fuzz.expect(["accepted by both": accepted, "refused by both": refused], atLeast: 0.05)
    }
}
