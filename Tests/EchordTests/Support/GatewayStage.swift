import EchordModel
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing
import Transport

@testable import Echord

/// One connection as the server of a test sees it.
final class GatewayPeer: Sendable {
    let socket: WebSocket
    /// The number of the connection, from 0.
    let number: Int
    let target: String
    private let compression: GatewayCompression
    private let packer: Packer

    private final class Packer: @unchecked Sendable {
        // One task of the test's server sends on a connection.
        var zlib = ZlibDeflater()
        var zstd = ZstdDeflater()
    }

    init(_ socket: WebSocket, number: Int, target: String) {
        self.socket = socket
        self.number = number
        self.target = target
        compression =
            target.contains("zlib-stream") ? .zlib : target.contains("zstd-stream") ? .zstd : GatewayCompression.none
        packer = Packer()
    }

    func send(_ text: String) async throws {
        switch compression {
        case .none: try await socket.send(text: text)
        case .zlib: try await socket.send(binary: try packer.zlib.deflate(Array(text.utf8)))
        case .zstd: try await socket.send(binary: try packer.zstd.deflate(Array(text.utf8)))
        }
    }

    func hello(interval: Int = 45_000) async throws {
        try await send(#"{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":\#(interval)}}"#)
    }

    func event(_ name: String, _ sequence: Int, _ data: String) async throws {
        try await send(#"{"t":"\#(name)","s":\#(sequence),"op":0,"d":\#(data)}"#)
    }

    func ready(session: String = "session", resumeURL: String, sequence: Int = 1) async throws {
        try await event(
            "READY", sequence,
            #"{"v":10,"user":{"id":"1","username":"bot","discriminator":"0"},"guilds":[],"session_id":"\#(session)","#
                + #""resume_gateway_url":"\#(resumeURL)","application":{"id":"77","flags":0}}"#)
    }

    /// The next payload with this opcode; others are passed over. Heartbeats are among them, and answered if so told.
    func expect(_ opcode: Int, answeringHeartbeats: Bool = false) async throws -> JSONValue {
        while let message = try await socket.receive() {
            let value = try JSON.decode(JSONValue.self, from: message.bytes)
            if value["op"]?.intValue == Int64(opcode) { return value }
            if answeringHeartbeats, value["op"]?.intValue == 1 { try await acknowledge() }
        }
        throw StageError.connectionEnded
    }

    /// Waits until the client closes, and says with which code.
    func closed() async -> UInt16? {
        while (try? await socket.receive()) != nil {}
        return socket.closeCode
    }

    /// Acknowledges heartbeats until the client closes.
    func serveHeartbeats() async {
        while let message = try? await socket.receive() {
            guard let value = try? JSON.decode(JSONValue.self, from: message.bytes), value["op"]?.intValue == 1
            else { continue }
            try? await acknowledge()
        }
    }

    private func acknowledge() async throws { try await send(#"{"t":null,"s":null,"op":11,"d":null}"#) }
}

enum StageError: Error {
    case connectionEnded
}

/// A gateway and an API for one test, on real sockets, that do what the test's script says.
struct GatewayStage {
    typealias Script = @Sendable (GatewayPeer, GatewayStage.Address) async throws -> Void

    struct Address: Sendable {
        let gateway: String
        let api: String
    }

    /// Runs `body` with a client that is connected to a server which runs `script` for each connection.
    static func run(
        compression: GatewayCompression = .none,
        backoff: Backoff = Backoff(base: .milliseconds(1), cap: .milliseconds(5)),
        keepsSessions: Bool = false, sessions: [ShardID: GatewaySession] = [:], shards: ShardPlan = .automatic,
        metrics: Metrics = .discarded, sink: (any LogSink)? = nil, starts: Int = 1_000,
        script: @escaping Script, body: (DiscordClient, ShutdownTrigger) async throws -> Void
    ) async throws {
        let group = try EventLoopGroup(threads: 2, name: "stage")
        let count = Locked(0)
        let box = AddressBox()
        let failure = Locked<(any Error)?>(nil)
        let trigger = ShutdownTrigger()
        let server = HTTPServer(group: group) { request in
            let address = box.address
            switch request.path {
            case "/api/v10/gateway/bot":
                return .json(
                    Array(
                        #"{"url":"\#(address.gateway)","shards":1,"session_start_limit":{"total":1000,"remaining":\#(starts),"reset_after":3600000,"max_concurrency":1}}"#
                            .utf8))
            case "/gateway", "/resume":
                let number = count.withLock { count in
                    defer { count += 1 }
                    return count
                }
                let target = "\(request.path)?\(request.queryText)"
                return .webSocket { socket in
                    do {
                        try await script(GatewayPeer(socket, number: number, target: target), address)
                    } catch is CancellationError {
                    } catch {
                        // What the test waits for will not come any more.
                        failure.withLock { $0 = error }
                        trigger.request()
                    }
                }
            default: return .text("{}", status: .notFound)
            }
        }
        let serverEnd = ShutdownTrigger()
        let started = Waker()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await GracefulShutdown.$trigger.withValue(serverEnd) {
                    try await server.run(ReadySignal { started.fire() })
                }
            }
            await started.wait()
            let port = server.boundPort()
            box.set(Address(gateway: "ws://127.0.0.1:\(port)/gateway", api: "http://127.0.0.1:\(port)/api"))
            var gateway = GatewayConfiguration(
                intents: [.guilds, .guildMessages, .messageContent], compression: compression, backoff: backoff)
            gateway.sessionStartReserve = 1
            gateway.identifyInterval = .zero
            gateway.invalidSessionWait = 0...0.001
            let client = DiscordClient(
                DiscordClientConfiguration(
                    token: Secret("stage.token"), gateway: gateway, rest: RESTConfiguration(apiURL: box.address.api),
                    shards: shards, sessions: sessions, keepsSessionsAtEnd: keepsSessions), group: group,
                logger: sink.map { Logger(label: "test", level: .trace, sink: $0) } ?? .silent, metrics: metrics)
            try await body(client, trigger)
            serverEnd.request()
            for try await _ in tasks {}
        }
        group.shutdown()
        await group.ended()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private final class AddressBox: Sendable {
        private let value = Locked(Address(gateway: "", api: ""))
        var address: Address { value.withLock { $0 } }
        func set(_ address: Address) { value.withLock { $0 = address } }
    }
}

extension RecordingSink {
    /// All that was written, as text.
    var text: String { records.map { "\($0)" }.joined(separator: "\n") }
}

extension DiscordClient {
    /// Runs until `trigger`, beside `body`, which is called when the client is ready.
    func run(until trigger: ShutdownTrigger, _ body: @escaping @Sendable () async throws -> Void) async throws {
        let ready = Waker()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await GracefulShutdown.$trigger.withValue(trigger) {
                    try await self.run(ReadySignal { ready.fire() })
                }
                return true
            }
            group.addTask {
                await ready.wait()
                try Task.checkCancellation()
                try await body()
                trigger.request()
                return false
            }
            do {
                // Nothing more happens once the client has ended.
                while let isClient = try await group.next() { if isClient { group.cancelAll() } }
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }
}
