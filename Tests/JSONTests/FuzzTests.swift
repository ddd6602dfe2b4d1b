import Foundation
import Testing

@testable import JSON

/// Seeded mutations of valid documents. `FUZZ_ITERATIONS` sets how many (100,000 unless it says otherwise) and
/// `FUZZ_SEED` which ones.
@Suite struct FuzzTests {
    static let iterations = ProcessInfo.processInfo.environment["FUZZ_ITERATIONS"].flatMap(Int.init) ?? 100_000
    static let seed = ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 20_260_101

    @Test func survivesWhateverComesAndReadsBackWhatItWrites() {
        var mutator = Mutator(generator: SeededGenerator(seed: Self.seed))
        let parser = JSONParser(limits: .init(bytes: 4096, depth: 24))
        var accepted = 0
        for _ in 0..<Self.iterations {
            let input = mutator.next()
            guard let value = try? parser.withDocument(input, { json throws(JSONError) in try readAsModel(json) })
            else { continue }
            accepted += 1
            let written = JSON.encode(value)
            let again = try? JSON.decode(JSONValue.self, from: written)
            if again != value || again.map({ JSON.encode($0) }) != written {
                Issue.record("not stable: \(input)")
                return
            }
        }
        // A mutator that only makes rubbish, or none, would prove nothing.
        #expect(accepted > Self.iterations / 20)
        #expect(accepted < Self.iterations * 19 / 20)
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

    @Test func agreesWithFoundation() {
        var mutator = Mutator(generator: SeededGenerator(seed: Self.seed &+ 1))
        let parser = JSONParser()
        var judged = 0
        for _ in 0..<(Self.iterations / 10) {
            let input = mutator.next()
            guard let expected = foundationAccepts(input) else { continue }
            do throws(JSONError) {
                try parser.withDocument(input) { _ in }
                judged += 1
                if !expected {
                    Issue.record("only we accept \(String(decoding: input, as: UTF8.self).debugDescription)")
                }
            } catch {
                if expected, Self.isStricterOnPurpose(error.code, input) { continue }
                judged += 1
                if expected {
                    Issue.record("only we refuse \(String(decoding: input, as: UTF8.self).debugDescription): \(error)")
                }
            }
        }
        #expect(judged > Self.iterations / 20)
    }
}
