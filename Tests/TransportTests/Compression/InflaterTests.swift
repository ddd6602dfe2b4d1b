import Telemetry
import Testing

@testable import Transport

@Suite struct InflaterTests {
    private let messages = [
        Array(#"{"op":10,"d":{"heartbeat_interval":41250}}"#.utf8), [7], Array(repeating: 65, count: 300_000),
        Array(#"{"op":10,"d":{"heartbeat_interval":41250}}"#.utf8),
    ]

    private func refusals(_ metrics: Metrics, _ codec: String) -> Bool {
        metrics.prometheusText().contains("transport_inflate_refusals_total{codec=\"\(codec)\"")
    }

    // MARK: - zlib

    @Test func zlibMessagesShareOneContext() throws {
        var deflater = ZlibDeflater()
        var inflater = ZlibInflater()
        var sizes: [Int] = []
        for message in messages {
            let packed = try deflater.deflate(message)
            #expect(packed.suffix(4) == [0, 0, 0xFF, 0xFF])
            sizes.append(packed.count)
            #expect(try inflater.inflate(packed) == message)
        }
        // The second time the text is known to the context.
        #expect(sizes[3] < sizes[0])
    }

    @Test(arguments: [1, 2, 3, 7]) func zlibWaitsForTheSuffix(size: Int) throws {
        var deflater = ZlibDeflater(level: 1)
        var inflater = ZlibInflater()
        for message in messages {
            let packed = try deflater.deflate(message)
            var results: [[UInt8]] = []
            for start in stride(from: 0, to: packed.count, by: size) {
                if let result = try inflater.inflate(Array(packed[start..<min(start + size, packed.count)])) {
                    results.append(result)
                }
            }
            #expect(results == [message])
        }
    }

    @Test func zlibAcceptsExactlyTheLimitAndNotOneByteMore() throws {
        let limit = 50_000
        for (size, isAccepted) in [(limit - 1, true), (limit, true), (limit + 1, false), (limit * 200, false)] {
            let metrics = Metrics()
            var deflater = ZlibDeflater(level: 9)
            var inflater = ZlibInflater(maxMessageBytes: limit, metrics: TransportMetrics(metrics))
            let packed = try deflater.deflate([UInt8](repeating: 0, count: size))
            if isAccepted {
                #expect(try inflater.inflate(packed)?.count == size)
                #expect(!refusals(metrics, "zlib"))
            } else {
                let error = #expect(throws: TransportError.self) { _ = try inflater.inflate(packed) }
                #expect(error?.code == .inflatedTooBig)
                #expect(error?.number == limit)
                // The context is lost: it must not go on as if nothing had happened.
                let again = #expect(throws: TransportError.self) { _ = try inflater.inflate(packed) }
                #expect(again?.code == .inflatedTooBig)
                #expect(metrics.prometheusText().contains(#"codec="zlib",reason="inflated_too_big"} 1"#))
            }
        }
    }

    @Test func zlibRefusesGarbageAndAnEndedStream() throws {
        var inflater = ZlibInflater()
        let garbage = #expect(throws: TransportError.self) { _ = try inflater.inflate([1, 2, 3, 4, 5]) }
        #expect(garbage?.code == .corruptData)

        // "hello" as a complete zlib stream.
        let ended: [UInt8] = [0x78, 0x9C, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x06, 0x2C, 0x02, 0x15]
        var other = ZlibInflater()
        let end = #expect(throws: TransportError.self) { _ = try other.inflate(ended) }
        #expect(end?.code == .corruptData)
    }

    @Test func zlibBufferShrinksAfterABigMessage() throws {
        var deflater = ZlibDeflater()
        var inflater = ZlibInflater()
        let big = [UInt8](repeating: 1, count: 3_000_000)
        #expect(try inflater.inflate(deflater.deflate(big)) == big)
        #expect(try inflater.inflate(deflater.deflate([1, 2, 3])) == [1, 2, 3])
    }

    // MARK: - zstd

    @Test func zstdMessagesShareOneContext() throws {
        var deflater = ZstdDeflater()
        var inflater = ZstdInflater()
        var sizes: [Int] = []
        for message in messages {
            let packed = try deflater.deflate(message)
            sizes.append(packed.count)
            #expect(try inflater.inflate(packed) == message)
        }
        #expect(sizes[2] < sizes[0])
        #expect(try inflater.inflate([UInt8]()) == [])
    }

    @Test func zstdAcceptsExactlyTheLimitAndNotOneByteMore() throws {
        let limit = 50_000
        for (size, isAccepted) in [(limit - 1, true), (limit, true), (limit + 1, false), (limit * 200, false)] {
            let metrics = Metrics()
            var deflater = ZstdDeflater(level: 9)
            var inflater = ZstdInflater(maxMessageBytes: limit, metrics: TransportMetrics(metrics))
            let packed = try deflater.deflate([UInt8](repeating: 0, count: size))
            if isAccepted {
                #expect(try inflater.inflate(packed).count == size)
            } else {
                let error = #expect(throws: TransportError.self) { _ = try inflater.inflate(packed) }
                #expect(error?.code == .inflatedTooBig)
                #expect(throws: TransportError.self) { _ = try inflater.inflate(packed) }
                #expect(metrics.prometheusText().contains(#"codec="zstd",reason="inflated_too_big"} 1"#))
            }
        }
    }

    @Test func zstdRefusesGarbageAndAWideWindow() throws {
        var inflater = ZstdInflater()
        let garbage = #expect(throws: TransportError.self) { _ = try inflater.inflate([1, 2, 3, 4, 5, 6, 7, 8]) }
        #expect(garbage?.code == .corruptData)
        // A frame header that asks for a window of 2^30 bytes.
        var other = ZstdInflater()
        let wide = #expect(throws: TransportError.self) {
            _ = try other.inflate([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA0, 0x00, 0x00])
        }
        #expect(wide?.code == .corruptData)
    }

    @Test func anImpossibleSettingIsReportedOnUse() throws {
        var inflater = ZstdInflater(maxWindowLog: 99)
        #expect(throws: TransportError.self) { _ = try inflater.inflate([1]) }
    }
}
