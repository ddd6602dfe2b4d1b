import FuzzKit
import Testing

@testable import Transport

@Suite struct UTF8ValidatorTests {
    private func isValid(_ bytes: [UInt8], cut: Int) -> Bool {
        var validator = UTF8Validator()
        for start in stride(from: 0, to: bytes.count, by: max(1, cut)) {
            let piece = bytes[start..<min(start + max(1, cut), bytes.count)]
            guard piece.withUnsafeBytes({ validator.consume($0) }) else { return false }
        }
        return validator.isComplete
    }

    @Test func agreesWithTheStandardLibrary() async {
        let starts: [UInt8] = [0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0x80]
        await Fuzz("utf-8", usually: 20_000).run { _, generator in
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes += [UInt8](repeating: 0x61, count: Int.random(in: 0...9, using: &generator))
                bytes.append(starts.randomElement(using: &generator) ?? 0)
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    bytes.append(UInt8.random(in: 0x7F...0xC0, using: &generator))
                }
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            try Fuzz.check(isValid(bytes, cut: bytes.count) == expected, "\(bytes)")
            try Fuzz.check(isValid(bytes, cut: 1) == expected, "\(bytes)")
            try Fuzz.check(isValid(bytes, cut: 3) == expected, "\(bytes)")
        }
    }
}
