import CLinux
import Synchronization
import Telemetry
import Testing

@testable import Transport

@Suite struct WebSocketTests {
    /// A server's bounds with time enough for any machine: only tests about time give less.
    private func limits(_ change: (inout WebSocketLimits) -> Void = { _ in }) -> WebSocketLimits {
        var limits = WebSocketLimits(maxMessageBytes: WebSocketLimits.server.maxMessageBytes)
        limits.handshakeTimeout = .seconds(600)
        limits.closeTimeout = .seconds(600)
        limits.writeTimeout = .seconds(600)
        change(&limits)
        return limits
    }

    private func configuration() -> WebSocketClient.Configuration {
        var configuration = WebSocketClient.Configuration()
        configuration.limits = limits { $0.maxMessageBytes = 16 << 20 }
        configuration.limits.maxFrameBytes = 16 << 20
        return configuration
    }

    /// A WebSocket server on one end of a socket pair and the bare stream on the other.
    private func withRawPeer(
        limits: WebSocketLimits? = nil, leftover: [UInt8] = [], metrics: TransportMetrics = .discarded,
        _ body: (WebSocket, ByteStream, EventLoop) async throws -> Void
    ) async throws {
        try await withLoop { loop in
            let (left, right) = socketPair()
            let server = WebSocket.server(
                fd: left.take(), leftover: leftover, loop: loop, limits: limits ?? self.limits(), metrics: metrics)
            let peer = try await ByteStream.adopt(right, loop: loop)
            try await body(server, peer, loop)
            server.abort()
            peer.close()
        }
    }

    /// A client and a server that have shaken hands over loopback.
    private func withConnection(
        server limits: WebSocketLimits? = nil,
        serverMetrics: TransportMetrics = .discarded,
        _ body: (WebSocket, WebSocket, EventLoop) async throws -> Void
    ) async throws {
        try await withLoop { loop in
            let listener = try TestListener(loop: loop)
            async let accepted = acceptWebSocket(
                ByteStream.adopt(listener.accept(), loop: loop), limits: limits ?? self.limits(),
                metrics: serverMetrics)
            let client = try await WebSocketClient.connect(
                url: "ws://127.0.0.1:\(listener.port)/gateway?v=10", headers: [("User-Agent", "test")], loop: loop,
                configuration: configuration())
            let server = try await accepted
            try await body(client, server, loop)
            client.abort()
            server.abort()
        }
    }

    private func readFrames(_ stream: ByteStream, until isEnough: ([WireFrame]) -> Bool) async throws -> [WireFrame] {
        var bytes: [UInt8] = []
        while let more = try await stream.read() {
            bytes += more
            let frames = WireFrame.parse(bytes)
            if isEnough(frames) { return frames }
        }
        return WireFrame.parse(bytes)
    }

    // MARK: - Messages

    @Test func messagesGoBothWaysFromAnyExecutor() async throws {
        try await withConnection { client, server, loop in
            try await client.send(text: "hello")
            #expect(try await server.receive() == .text(Array("hello".utf8)))
            try await server.send(binary: [0, 1, 2])
            #expect(try await client.receive() == .binary([0, 1, 2]))
            try await Task(executorPreference: loop) {
                for number in 0..<100 {
                    try await client.send(text: "\(number)")
                    #expect(try await server.receive() == .text(Array("\(number)".utf8)))
                }
            }.value
        }
    }

    @Test func bigMessagesAndManyAtOnce() async throws {
        try await withConnection(server: limits { $0.sendBufferBytes = 10_000 }) { client, server, loop in
            let big = [UInt8](repeating: 1, count: 3_000_000)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask(executorPreference: loop) { for _ in 0..<5 { try await server.send(binary: big) } }
                for _ in 0..<20 { group.addTask { try await server.send(text: "small") } }
                var bigs = 0
                var smalls = 0
                while bigs + smalls < 25, let message = try await client.receive() {
                    if message == .binary(big) {
                        bigs += 1
                    } else if message == .text(Array("small".utf8)) {
                        smalls += 1
                    }
                }
                #expect(bigs == 5)
                #expect(smalls == 20)
                try await group.waitForAll()
            }
        }
    }

    @Test func bytesThatCameWithTheHandshakeAreFrames() async throws {
        try await withRawPeer(leftover: WireFrame.text("early").bytes) { server, _, _ in
            let message = try await server.receive()
            #expect(message == .text(Array("early".utf8)))
        }
    }

    @Test func pingsAreAnswered() async throws {
        try await withRawPeer { server, peer, _ in
            try await peer.write(WireFrame(opcode: 9, mask: 5, payload: [1, 2, 3]).bytes)
            let frames4 = try await readFrames(peer) { !$0.isEmpty }
            #expect(frames4 == [WireFrame(opcode: 10, payload: [1, 2, 3])])
            #expect(server.closeCode == nil)
        }
    }

    // MARK: - Closing

    @Test func aCloseFromHereIsAnsweredThere() async throws {
        try await withConnection { client, server, _ in
            async let end = server.receive()
            await client.close(code: 4_004, reason: "Authentication failed.")
            let last = try await end
            #expect(last == nil)
            #expect(server.closeCode == 4_004)
            #expect(server.closeReason == "Authentication failed.")
            #expect(client.closeCode == 4_004)
            #expect(try await client.receive() == nil)
            let code = await code { try await client.send(text: "late") }
            #expect(code == .closed)
            await client.close()
            await server.close()
        }
    }

    @Test func messagesBeforeTheCloseAreStillReceived() async throws {
        try await withConnection { client, server, _ in
            for number in 0..<3 { try await server.send(text: "\(number)") }
            async let closing: Void = server.close(code: 1001)
            for number in 0..<3 { #expect(try await client.receive() == .text(Array("\(number)".utf8))) }
            #expect(try await client.receive() == nil)
            #expect(try await client.receive() == nil)
            #expect(client.closeCode == 1001)
            await closing
        }
    }

    @Test func aDroppedConnectionIs1006() async throws {
        let registry = Metrics()
        try await withConnection(serverMetrics: TransportMetrics(registry)) { client, server, _ in
            try await client.send(text: "last words")
            client.abort()
            #expect(try await server.receive() == .text(Array("last words".utf8)))
            #expect(try await server.receive() == nil)
            #expect(server.closeCode == 1006)
            #expect(server.closeReason == "")
            #expect(try await client.receive() == nil)
            #expect(client.closeCode == 1006)
        }
        let text = registry.prometheusText()
        #expect(text.contains(#"websocket_dropped_total{role="server",reason="closed"} 1"#))
        #expect(text.contains(#"websocket_open{role="server"} 0"#))
    }

    @Test func lettingGoAbortsTheConnection() async throws {
        try await withLoop { loop in
            let (left, right) = socketPair()
            var server: WebSocket? = WebSocket.server(fd: left.take(), loop: loop)
            let peer = try await ByteStream.adopt(right, loop: loop)
            #expect(server?.closeCode == nil)
            server = nil
            #expect(try await peer.read() == nil)
        }
    }

    @Test func aPeerThatDoesNotCloseIsGivenUp() async throws {
        try await withRawPeer(limits: limits { $0.closeTimeout = .milliseconds(5) }) { server, peer, _ in
            await server.close(code: 1000)
            #expect(server.closeCode == 1006)
            let frames = try await readFrames(peer) { _ in false }
            #expect(frames == [.close(1000, mask: nil)])
        }
    }

    @Test func ourDirectionEndsOnceThePeerHasAnsweredTheClose() async throws {
        try await withRawPeer { server, peer, _ in
            async let closing: Void = server.close(code: 1000, reason: "bye")
            let frames = try await readFrames(peer) { !$0.isEmpty }
            #expect(frames == [.close(1000, "bye", mask: nil)])
            try await peer.write(WireFrame.close(1000).bytes)
            await closing
            #expect(server.closeCode == 1000)
            let end = try await peer.read()
            #expect(end == nil)
        }
    }

    @Test func aCancelledCloseStillCloses() async throws {
        try await withRawPeer { server, peer, _ in
            let closing = Task { await server.close(code: 4_000) }
            closing.cancel()
            await closing.value
            let frames = try await readFrames(peer) { !$0.isEmpty }
            #expect(frames == [.close(4_000, mask: nil)])
        }
    }

    @Test func theSocketIsGivenBackOnce() async throws {
        let released = Atomic(0)
        try await withLoop { loop in
            let (left, right) = socketPair()
            await withCheckedContinuation { done in
                let server = WebSocket.server(fd: left.fd, loop: loop) { fd in
                    #expect(fd == left.fd)
                    released.wrappingAdd(1, ordering: .relaxed)
                    done.resume()
                }
                server.abort()
                server.abort()
            }
            withExtendedLifetime((left, right)) {}
        }
        #expect(released.load(ordering: .relaxed) == 1)
    }

    @Test func theEndOfTheLoopIsADrop() async throws {
        let loop = try EventLoop(name: "test")
        let (left, right) = socketPair()
        let server = WebSocket.server(fd: left.take(), loop: loop)
        await Task(executorPreference: loop) {}.value
        loop.shutdown()
        await loop.ended()
        #expect(try await server.receive() == nil)
        #expect(server.closeCode == 1006)
        withExtendedLifetime(right) {}
    }

    // MARK: - Refusals

    @Test(
        arguments: [
            (WireFrame.text("x", mask: nil), 1002, "mask"),
            (WireFrame(opcode: 1, mask: 1, payload: [0xFF]), 1007, "utf8"),
            (WireFrame(opcode: 2, mask: 1, payload: [0], announced: 1 << 40), 1009, "frame_too_big"),
        ] as [(WireFrame, UInt16, String)])
    func aBrokenRuleEndsTheConnectionAndIsCounted(frame: WireFrame, code: UInt16, rule: String) async throws {
        let registry = Metrics()
        try await withRawPeer(metrics: TransportMetrics(registry)) { server, peer, _ in
            try await peer.write(WireFrame.text("good").bytes + frame.bytes)
            #expect(try await server.receive() == .text(Array("good".utf8)))
            let error = await #expect(throws: TransportError.self) { _ = try await server.receive() }
            #expect(error?.code == .webSocketProtocol)
            #expect(error?.number == Int(code))
            #expect(try await server.receive() == nil)
            #expect(server.closeCode == 1006)
            // The peer gets the reason and the end.
            let frames6 = try await readFrames(peer) { _ in false }
            #expect(frames6 == [.close(code, mask: nil)])
        }
        #expect(
            registry.prometheusText().contains(#"websocket_frames_refused_total{role="server",rule="\#(rule)"} 1"#))
    }

    // MARK: - Bounds

    @Test func anUnreadPeerHasToWait() async throws {
        let small = limits {
            $0.receiveBufferMessages = 4
            $0.receiveBufferBytes = 64 * 1_024
        }
        try await withRawPeer(limits: small) { server, peer, _ in
            let frame = WireFrame(opcode: 2, mask: 1, payload: [UInt8](repeating: 3, count: 32 * 1_024)).bytes
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for _ in 0..<300 { try await peer.write(frame) } }
                for _ in 0..<300 { #expect(try await server.receive()?.bytes.count == 32 * 1_024) }
                try await group.waitForAll()
            }
        }
    }

    @Test func sendersWaitAreRefusedAndCanBeCancelled() async throws {
        let registry = Metrics()
        let small = limits {
            $0.sendBufferBytes = 1
            $0.maxWaitingSends = 2
        }
        try await withRawPeer(limits: small, metrics: TransportMetrics(registry)) { server, peer, loop in
            let big = [UInt8](repeating: 0, count: 8 << 20)
            try await server.send(binary: big)
            let waiting = (0..<2).map { _ in Task(executorPreference: loop) { try await server.send(text: "w") } }
            // Queued behind both, so that both wait by now.
            await Task(executorPreference: loop) {}.value
            let code1 = await code { try await server.send(text: "one too many") }
            #expect(code1 == .full)
            waiting[0].cancel()
            await #expect(throws: CancellationError.self) { try await waiting[0].value }
            var bytes = 0
            while bytes < big.count, let piece = try await peer.read() { bytes += piece.count }
            try await waiting[1].value
        }
        #expect(registry.prometheusText().contains(#"websocket_sends_refused_total{role="server"} 1"#))
    }

    @Test func aPeerThatReadsNothingIsDropped() async throws {
        let impatient = limits {
            $0.writeTimeout = .milliseconds(5)
            $0.sendBufferBytes = 1
        }
        try await withRawPeer(limits: impatient) { server, _, _ in
            try await server.send(binary: [UInt8](repeating: 0, count: 8 << 20))
            let code2 = await code { try await server.send(text: "never") }
            #expect(code2 == .closed)
            #expect(try await server.receive() == nil)
            #expect(server.closeCode == 1006)
        }
    }

    @Test func aSilentPeerIsPingedAndDropped() async throws {
        try await withRawPeer(limits: limits { $0.keepAlive = .milliseconds(2) }) { server, peer, _ in
            #expect(try await server.receive() == nil)
            #expect(server.closeCode == 1006)
            let frames = try await readFrames(peer) { _ in false }
            let pings = frames.filter { $0.opcode == 9 }
            #expect(!pings.isEmpty)
        }
    }

    @Test func receivingCanBeCancelledAndLosesNothing() async throws {
        try await withConnection { client, server, loop in
            for preference in [nil, loop] as [EventLoop?] {
                let receiver = Task(executorPreference: preference) { try await server.receive() }
                receiver.cancel()
                await #expect(throws: CancellationError.self) { _ = try await receiver.value }
            }
            try await client.send(text: "kept")
            #expect(try await server.receive() == .text(Array("kept".utf8)))
        }
    }

    @Test func oneTaskReceivesAtATime() async throws {
        try await withConnection { client, server, loop in
            try await withThrowingTaskGroup(of: TransportError.Code?.self) { group in
                for _ in 0..<2 {
                    group.addTask(executorPreference: loop) { await code { _ = try await server.receive() } }
                }
                #expect(try await group.next() == .invalidArgument)
                try await client.send(text: "x")
                #expect(try await group.next() == .some(nil))
            }
        }
    }

    // MARK: - Handshake

    /// Connects to a server that answers the request with `answer`, and gives the client's error.
    private func handshakeError(
        answer: @escaping @Sendable (String) -> String?,
        change: (inout WebSocketClient.Configuration) -> Void = { _ in }
    ) async throws -> (TransportError?, String) {
        let registry = Metrics()
        var configuration = configuration()
        configuration.metrics = TransportMetrics(registry)
        change(&configuration)
        let error = try await withLoop { [configuration] loop in
            let listener = try TestListener(loop: loop)
            return try await withThrowingTaskGroup(of: TransportError?.self) { group in
                group.addTask {
                    let stream = try await ByteStream.adopt(listener.accept(), loop: loop)
                    guard let request = try await stream.read() else { return nil }
                    guard let answer = answer(String(decoding: request, as: UTF8.self)) else {
                        // Silence, until the client leaves.
                        while try await stream.read() != nil {}
                        return nil
                    }
                    try await stream.write(Array(answer.utf8))
                    stream.endWriting()
                    while try await stream.read() != nil {}
                    return nil
                }
                let error = await #expect(throws: TransportError.self) {
                    _ = try await WebSocketClient.connect(
                        url: "ws://127.0.0.1:\(listener.port)", loop: loop, configuration: configuration)
                }
                try await group.waitForAll()
                return error
            }
        }
        return (error, registry.prometheusText())
    }

    @Test func anotherStatusIsAnErrorWithTheStatus() async throws {
        let (error, metrics) = try await handshakeError { _ in
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\n\r\n"
        }
        #expect(error?.code == .handshakeRefused)
        #expect(error?.number == 429)
        #expect(
            metrics.contains(#"websocket_handshake_failures_total{role="client",reason="handshake_refused"} 1"#))
    }

    @Test func aWrongAcceptKeyIsRefused() async throws {
        let (error, _) = try await handshakeError { _ in
            "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n"
        }
        #expect(error?.code == .handshakeInvalid)
    }

    @Test func anEndlessHeadIsRefused() async throws {
        let (error, _) = try await handshakeError { _ in
            "HTTP/1.1 101 x\r\nX: " + String(repeating: "a", count: 20_000)
        }
        #expect(error?.code == .handshakeTooBig)
    }

    @Test func anEarlyEndIsAnError() async throws {
        let (error, _) = try await handshakeError { _ in "HTTP/1.1 101 x\r\n" }
        #expect(error?.code == .closed)
    }

    @Test func aSilentServerEndsInATimeout() async throws {
        let (error, metrics) = try await handshakeError { _ in
            nil
        } change: {
            $0.limits.handshakeTimeout = .milliseconds(20)
        }
        #expect(error?.code == .timeout)
        #expect(metrics.contains(#"websocket_handshake_failures_total{role="client",reason="timeout"} 1"#))
    }

    @Test func badURLsAndHeadersNeedNoNetwork() async throws {
        try await withLoop { loop in
            let code3 = await code { _ = try await WebSocketClient.connect(url: "http://x", loop: loop) }
            #expect(code3 == .invalidURL)
            let header = await code {
                _ = try await WebSocketClient.connect(url: "ws://x", headers: [("a b", "c")], loop: loop)
            }
            #expect(header == .invalidArgument)
        }
    }

    @Test func aStreamThatIsClosedCannotGoOn() async throws {
        try await withLoop { loop in
            let (left, right) = socketPair()
            let stream = try await ByteStream.adopt(left, loop: loop)
            stream.close()
            let code = await code { _ = try await WebSocket.over(stream, role: .server, limits: .server) }
            #expect(code == .closed)
            withExtendedLifetime(right) {}
        }
    }
}
