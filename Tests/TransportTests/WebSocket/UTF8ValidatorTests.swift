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

    @Test func agreesWithTheStandardLibrary() {
        var generator = Seeded(state: 7)
        let starts: [UInt8] = [0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0x80]
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes += [UInt8](repeating: 0x61, count: Int.random(in: 0...9, using: &generator))
                bytes.append(starts.randomElement(using: &generator) ?? 0)
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    bytes.append(UInt8.random(in: 0x7F...0xC0, using: &generator))
                }
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(isValid(bytes, cut: bytes.count) == expected, "\(bytes)")
            #expect(isValid(bytes, cut: 1) == expected, "\(bytes)")
            #expect(isValid(bytes, cut: 3) == expected, "\(bytes)")
        }
    }
}

/// SplitMix64: the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
