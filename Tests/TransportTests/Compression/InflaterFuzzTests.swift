import FuzzKit
import Testing

@testable import Transport

/// Streams of a few messages, some of them damaged and some of them bombs.
@Suite struct InflaterFuzzTests {
    private static let limits = [0, 1, 100, 4_096, 5_000]
    private static let filler = (0..<6_000).map { UInt8(truncatingIfNeeded: $0 / 50) }

    private struct Message {
        var bytes: [UInt8]
        var isDamaged = false
    }

    private func message(_ random: inout SeededGenerator) -> Message {
        let count =
            random.once(in: 40)
            ? Int.random(in: 6_000...300_000, using: &random) : .random(in: 1...6_000, using: &random)
        let same = [UInt8](
            repeating: UInt8.random(in: .min ... .max, using: &random), count: count - min(count, 6_000) / 2)
        return Message(bytes: same + Self.filler[..<(count - same.count)], isDamaged: random.once(in: 3))
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
    }

    /// What became of the messages.
    private struct Counts {
        /// Came out as they were put in.
        var whole = 0
        /// Refused for their size.
        var tooBig = 0
        /// Refused for their content.
        var damaged = 0
        /// Came after one that was refused.
        var late = 0

        static func += (counts: inout Counts, more: Counts) {
            counts.whole += more.whole
            counts.tooBig += more.tooBig
            counts.damaged += more.damaged
            counts.late += more.late
        }

        func expect(in fuzz: Fuzz) {
            fuzz.expect(
                ["whole": whole, "too big": tooBig, "damaged": damaged, "after a refusal": late], atLeast: 0.1)
        }
    }

    /// What an inflater may make of a message, given what came before it on the same stream.
    private struct Expectation {
        let limit: Int
        /// Whether a message has been refused: from then on every one is.
        var isOver = false
        /// Whether something was damaged: from then on nothing is known of the content.
        var isDamaged = false
        var counts = Counts()

        /// - Parameter inflated: nil for a piece that ends no message.
        mutating func check(_ message: Message, _ result: Result<[UInt8]?, TransportError>) throws {
            isDamaged = isDamaged || message.isDamaged
            switch result {
            case .success(let inflated):
                try Fuzz.check(!isOver, "a stream goes on after it was refused")
                try Fuzz.check((inflated?.count ?? 0) <= limit, "\(inflated?.count ?? 0) bytes where \(limit) may be")
                guard !isDamaged else { return }
                try Fuzz.check(inflated == message.bytes, "another message came out")
                counts.whole += 1
            case .failure(let error):
                defer { isOver = true }
                if isOver {
                    counts.late += 1
                } else if error.code == .inflatedTooBig {
                    counts.tooBig += 1
                } else {
                    counts.damaged += 1
                }
                guard !isDamaged, !isOver else { return }
                try Fuzz.check(
                    error.code == .inflatedTooBig && message.bytes.count > limit,
                    "a message of \(message.bytes.count) bytes, where \(limit) may be, was refused with \(error.code)")
            }
        }
    }

    /// Three messages through one stream.
    private func play(
        _ random: inout SeededGenerator, limit: Int, deflate: ([UInt8]) throws -> [UInt8],
        inflate: ([UInt8]) throws -> [UInt8]?
    ) throws -> Counts {
        var expectation = Expectation(limit: limit)
        for _ in 0..<3 {
            let message = message(&random)
            var packed = try deflate(message.bytes)
            if message.isDamaged { damage(&packed, &random) }
            let result: Result<[UInt8]?, TransportError>
            do { result = .success(try inflate(packed)) } catch let error as TransportError { result = .failure(error) }
            try expectation.check(message, result)
        }
        return expectation.counts
    }

    @Test func noInputBreaksZlib() async {
        let fuzz = Fuzz("zlib", usually: 5_000)
        var counts = Counts()
        await fuzz.run { _, random in
            let limit = random.pick(Self.limits)
            var inflater = ZlibInflater(maxMessageBytes: limit)
            var deflater = ZlibDeflater(level: 1)
            counts += try play(
                &random, limit: limit, deflate: { try deflater.deflate($0) }, inflate: { try inflater.inflate($0) })
        }
        counts.expect(in: fuzz)
    }

    @Test func noInputBreaksZstd() async {
        let fuzz = Fuzz("zstd", usually: 5_000)
        var counts = Counts()
        await fuzz.run { _, random in
            let limit = random.pick(Self.limits)
            var inflater = ZstdInflater(maxMessageBytes: limit)
            var deflater = ZstdDeflater(level: 1)
            counts += try play(
                &random, limit: limit, deflate: { try deflater.deflate($0) }, inflate: { try inflater.inflate($0) })
        }
        counts.expect(in: fuzz)
    }
}
