import FoundationEssentials
import Testing

@testable import Transport

/// Random and damaged input, the same for the same seed. FUZZ_ITERATIONS sets how much of it.
@Suite struct WebSocketFuzzTests {
    static let iterations = ProcessInfo.processInfo.environment["FUZZ_ITERATIONS"].flatMap { Int($0) } ?? 100_000

    private static let opcodes: [UInt8] = [0, 0, 1, 1, 2, 2, 8, 9, 10]
    private static let sizes = [0, 1, 1, 2, 5, 5, 9, 30, 125, 126, 130, 390]
    private static let filler = (0..<6_000).map { UInt8(truncatingIfNeeded: $0 / 50) }

    private static let limits: WebSocketLimits = {
        var limits = WebSocketLimits.server
        limits.maxMessageBytes = 600
        limits.maxFrameBytes = 400
        limits.maxFragments = 6
        limits.receiveBufferMessages = 8
        return limits
    }()

    private func frame(_ generator: inout Seeded) -> WireFrame {
        let isOdd = Int.random(in: 0..<12, using: &generator) == 0
        var frame = WireFrame(
            isFinal: Int.random(in: 0..<3, using: &generator) > 0,
            opcode: Self.opcodes[Int.random(in: Self.opcodes.indices, using: &generator)],
            mask: UInt32.random(in: .min ... .max, using: &generator))
        let size = Self.sizes[Int.random(in: Self.sizes.indices, using: &generator)]
        frame.payload = [UInt8](repeating: UInt8.random(in: 0x20...0x7E, using: &generator), count: size)
        if frame.opcode >= 8 {
            frame.isFinal = true
            frame.payload = Array(frame.payload.prefix(125))
            if frame.opcode == 8, size >= 2 { frame.payload.replaceSubrange(0..<2, with: [3, 232]) }
        }
        guard isOdd else { return frame }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: frame.opcode = UInt8.random(in: 0...15, using: &generator)
        case 1: frame.mask = nil
        case 2: frame.reservedBits = UInt8.random(in: 0...7, using: &generator)
        case 3:
            frame.announced =
                UInt64.random(in: .min ... .max, using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
        case 4: frame.lengthBits = 64
        default:
            if !frame.payload.isEmpty {
                frame.payload[Int.random(in: frame.payload.indices, using: &generator)] |= 0x80
            }
        }
        if frame.lengthBits == nil, let announced = frame.announced, announced < 126 { frame.lengthBits = 7 }
        return frame
    }

    private func input(_ generator: inout Seeded) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...6, using: &generator) { bytes += frame(&generator).bytes }
        if Int.random(in: 0..<8, using: &generator) == 0 {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: .min ... .max, using: &generator)
            }
        }
        if Int.random(in: 0..<16, using: &generator) == 0 { bytes.removeLast(bytes.count / 2) }
        return bytes
    }

    /// What can be seen of a machine after the input.
    private struct Outcome: Equatable {
        var messages: [WebSocketMessage] = []
        var output: [UInt8] = []
        var violation: WebSocketViolation?
        var closure: WebSocketMachine.Closure?
    }

    private func play(_ bytes: [UInt8], cut: (Int) -> Int) -> Outcome {
        let machine = TestMachine(.server, Self.limits)
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + max(1, cut(bytes.count - start)))
            machine.feed(bytes[start..<end])
            start = end
        }
        return Outcome(
            messages: machine.messages(), output: machine.drain(), violation: machine.violation,
            closure: machine.peerClosure)
    }

    @Test func noInputBreaksTheMachine() async {
        var generator = Seeded(state: 0x5EED)
        var refused = 0
        var closed = 0
        for iteration in 0..<Self.iterations {
            // Other tests share the few threads there are.
            if iteration % 64 == 0 { await Task.yield() }
            let bytes = input(&generator)
            let whole = play(bytes) { $0 }
            // The cut of the input into pieces must not be seen.
            let step = iteration % 7 + 1
            let pieces = play(bytes) { _ in step }
            guard whole == pieces else {
                Issue.record("iteration \(iteration): the pieces of \(step) bytes matter")
                return
            }
            for message in whole.messages where message.bytes.count > Self.limits.maxMessageBytes {
                Issue.record("iteration \(iteration): a message of \(message.bytes.count) bytes")
            }
            for case .text(let text) in whole.messages where String(validating: text, as: UTF8.self) == nil {
                Issue.record("iteration \(iteration): text that is not UTF-8")
            }
            let closes = WireFrame.parse(whole.output).filter { $0.opcode == 8 }.count
            let shouldClose = whole.violation != nil || whole.closure != nil
            if closes != (shouldClose ? 1 : 0) { Issue.record("iteration \(iteration): \(closes) close frames") }
            if whole.violation != nil { refused += 1 }
            if whole.closure != nil { closed += 1 }
        }
        // The input is worth something only when it reaches both ends.
        #expect(refused > Self.iterations / 50)
        #expect(closed > Self.iterations / 50)
    }

    @Test func noAnswerBreaksTheHandshake() throws {
        var generator = Seeded(state: 0xF00D)
        let good = Array(
            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n").utf8)
        let url = try WebSocketURL("ws://a/")
        let fresh = try WebSocketClientHandshake(url: url, key: Array("the sample nonce".utf8), maxBytes: 400)
        for _ in 0..<max(1, Self.iterations / 20) {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: .min ... .max, using: &generator)
            }
            var handshake = fresh
            do { _ = try handshake.receive(bytes) } catch {
                #expect([.handshakeInvalid, .handshakeRefused, .handshakeTooBig].contains(error.code))
            }
        }
    }

    @Test func noInputBreaksTheInflaters() async throws {
        var generator = Seeded(state: 0xCAFE)
        var zlibRefused = 0
        var zstdRefused = 0
        for _ in 0..<max(1, Self.iterations / 20) {
            await Task.yield()
            var zlib = ZlibInflater(maxMessageBytes: 4_096)
            var zstd = ZstdInflater(maxMessageBytes: 4_096, maxWindowLog: 17)
            var zlibDeflater = ZlibDeflater(level: 1)
            var zstdDeflater = ZstdDeflater(level: 1)
            for _ in 0..<3 {
                let count = Int.random(in: 1...6_000, using: &generator)
                let byte = UInt8.random(in: .min ... .max, using: &generator)
                let message = [UInt8](repeating: byte, count: count / 2) + Self.filler[..<(count - count / 2)]
                var packed = try zlibDeflater.deflate(message)
                var other = try zstdDeflater.deflate(message)
                let isDamaged = Bool.random(using: &generator)
                if isDamaged {
                    packed[Int.random(in: packed.indices, using: &generator)] ^=
                        1 << UInt8.random(in: 0...7, using: &generator)
                    other[Int.random(in: other.indices, using: &generator)] ^=
                        1 << UInt8.random(in: 0...7, using: &generator)
                }
                do {
                    let inflated = try zlib.inflate(packed)
                    #expect((inflated?.count ?? 0) <= 4_096)
                } catch { zlibRefused += 1 }
                do { #expect(try zstd.inflate(other).count <= 4_096) } catch { zstdRefused += 1 }
            }
        }
        #expect(zlibRefused > 0)
        #expect(zstdRefused > 0)
    }
}
