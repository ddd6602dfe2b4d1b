import Locking
import Testing

@testable import Crypto

@Suite struct UUIDv7Tests {
    static let example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

    /// RFC 9562 appendix A.6.
    @Test func publishedVector() throws {
        let value = UUIDv7(milliseconds: 0x017F_22E2_79B0, randomA: 0xCC3, randomB: 0x18C4_DC0C_0C07_398F)
        #expect(value.description == Self.example)
        #expect(UUIDv7(Self.example) == value)
        #expect(UUIDv7(Self.example.uppercased()) == value)
        #expect(value.milliseconds == 1_645_557_742_000)
        #expect(UUIDv7(bytes: value.bytes) == value)
        #expect(value.compact.count == 22)
        #expect(UUIDv7(compact: value.compact) == value)
    }

    @Test(arguments: [
        "", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-58c4-dc0c0c07398f", "017f22e2x79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e279b07cc398c4dc0c0c07398f0000",
    ])
    func badText(_ text: String) { #expect(UUIDv7(text) == nil) }

    @Test func badBytesAndCompacts() {
        #expect(UUIDv7(bytes: []) == nil)
        #expect(UUIDv7(bytes: Array(repeating: 0, count: 16)) == nil)
        #expect(UUIDv7(compact: "short") == nil)
        #expect(UUIDv7(compact: "!!!!!!!!!!!!!!!!!!!!!!") == nil)
    }

    @Test func growsWithinAMillisecondAndWhenTheClockStepsBack() {
        final class Time: Sendable { let value = Locked(1_000 as UInt64) }
        let time = Time()
        let generate = UUIDv7Generator(now: { time.value.withLock { $0 } })
        var last = generate()
        for step in 0..<10_000 {
            if step == 5_000 { time.value.withLock { $0 = 10 } }
            let next = generate()
            #expect(last < next)
            #expect(last.description < next.description)
            last = next
        }
        time.value.withLock { $0 = 5_000 }
        #expect(generate().milliseconds == 5_000)
    }

    @Test func isForeseeableOnlyInTests() {
        struct Counting: RandomNumberGenerator, Sendable {
            var value: UInt64 = 0
            mutating func next() -> UInt64 {
                value += 1
                return value
            }
        }
        let generate = UUIDv7Generator(now: { 1 }, random: Counting())
        #expect(generate() == UUIDv7(milliseconds: 1, randomA: 1, randomB: 2))
        #expect(generate() == UUIDv7(milliseconds: 1, randomA: 2, randomB: 3))
        #expect(UUIDv7Generator()() != UUIDv7Generator()())
    }
}
