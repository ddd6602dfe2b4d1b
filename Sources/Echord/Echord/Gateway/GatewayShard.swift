public import EchordModel
internal import EchordPrimitives
public import Lifecycle
internal import Locking
internal import Telemetry
internal import Transport

/// One shard's connection to the gateway, kept alive as long as the service runs.
///
/// Everything it does runs on one event loop: a driver carries out what the machine decides, and each connection has a
/// task that receives and one that sends. Events go to the hub; nothing here waits for a listener.
public final class GatewayShard: Service {
    struct State {
        var machine: GatewayMachine
        /// What the machine decided and the driver has not done yet, in order.
        var actions = RingQueue<GatewayMachine.Action>()
        var sends: GatewaySendQueue
        var receipts: [Int: CommandReceipt] = [:]
        /// IDENTIFY, RESUME and heartbeats for the connection, ahead of all commands.
        var urgent = RingQueue<[UInt8]>()
        var socket: (connection: Int, webSocket: WebSocket, sender: Waker)?
        var identifyCancel: Waker?
    }

    /// What a shard needs of its surroundings.
    struct Dependencies: Sendable {
        var token: Secret<String>
        var configuration: GatewayConfiguration
        var url: String
        var hub: EventHub
        var coordinator: any IdentifyCoordinator
        var board: ShardBoard
        var loop: EventLoop
        var trust: TLSTrust = .system
        var time: TimeSource = .continuous
        var logger: Logger = .silent
        var metrics: GatewayMetrics
        var transportMetrics: TransportMetrics = .discarded
        var webSocketLogger: Logger = .silent
        var random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    }

    /// `discord.shard.0/1`.
    public let name: String
    /// Which shard it is.
    public let id: ShardID
    let surroundings: Dependencies
    let state: Locked<State>
    let driver = Waker()
    let logger: Logger
    /// Whether its session can go on after `run` has returned.
    private let keepsSession = Locked(true)

    init(id: ShardID, session: GatewaySession? = nil, _ surroundings: Dependencies) {
        self.id = id
        self.surroundings = surroundings
        name = "discord.shard.\(id)"
        logger = surroundings.logger.labelled("gateway").with(["shard": .string(id.description)])
        var times = GatewayMachine.Configuration(url: surroundings.url)
        times.backoff = surroundings.configuration.backoff
        times.invalidSessionWait = surroundings.configuration.invalidSessionWait
        state = Locked(
            State(
                machine: GatewayMachine(configuration: times, session: session, random: surroundings.random),
                sends: GatewaySendQueue()))
    }

    /// What it is doing.
    public var status: ShardStatus { state.withLock { $0.machine.status } }

    /// What another process would need to go on from here; `nil` without a session.
    public var session: GatewaySession? { state.withLock { $0.machine.session } }

    /// Connects and stays connected until asked to finish.
    ///
    /// - Throws: `EchordError.Code.gatewayRefused` when Discord refuses for good.
    public func run(_ ready: ReadySignal) async throws {
        let loop = surroundings.loop
        try await GracefulShutdown.onRequest({ [self] in shutDown() }) {
            try await withTaskExecutorPreference(loop) {
                try await drive(ready)
            }
        }
    }

    /// Whether the session is to be resumable after the end; it is by default.
    public func keepSessionAtEnd(_ isKept: Bool) {
        keepsSession.withLock { $0 = isKept }
    }

    /// Ends the connection as it was asked for; `run` then returns.
    func shutDown() {
        let isKept = keepsSession.withLock { $0 }
        decide { machine, _ in machine.shutDown(keepingSession: isKept) }
    }

    /// Sends a command as soon as the limit allows and the shard is ready.
    ///
    /// - Parameter limit: How long it may wait.
    /// - Throws: `EchordError` with `validation` when it is too long, `queueFull`, `timedOut` or `gatewayClosed`;
    ///   `CancellationError`.
    public func send(_ command: GatewayCommand, within limit: Duration = .seconds(120)) async throws {
        let deadline = surroundings.time.now + limit
        let (number, receipt) = try enqueue(command.bytes)
        wakeSender()
        while receipt.result == nil, surroundings.time.now < deadline, !Task.isCancelled {
            await receipt.waker.wait(until: deadline, surroundings.time)
        }
        let wasWaiting = state.withLock { state in
            state.receipts[number] = nil
            return state.sends.remove(number)
        }
        if wasWaiting { surroundings.metrics.waiting.add(-1) }
        switch receipt.result {
        case .sent?: return
        case .stopped?:
            throw EchordError(.gatewayClosed, "Shard \(id) was stopped before the command was sent.")
        case nil:
            try Task.checkCancellation()
            surroundings.metrics.refused.increment("timeout")
            throw EchordError(.timedOut, "Shard \(id) could not send the command in time (it is \(status.rawValue)).")
        }
    }

    private func enqueue(_ payload: [UInt8]) throws -> (Int, CommandReceipt) {
        let receipt = CommandReceipt()
        do {
            let number = try state.withLock { state throws(GatewaySendQueue.Refusal) in
                let number = try state.sends.enqueue(payload)
                state.receipts[number] = receipt
                if state.machine.status == .stopped { receipt.settle(.stopped) }
                return number
            }
            surroundings.metrics.waiting.add(1)
            return (number, receipt)
        } catch .tooLarge(let bytes, let limit) {
            surroundings.metrics.refused.increment("too_large")
            throw EchordError(
                .validation, "The command has \(bytes) bytes; the gateway takes \(limit).",
                details: .validation([
                    FieldIssue(path: "", code: "PAYLOAD_TOO_LARGE", message: "at most \(limit) bytes")
                ]))
        } catch .full(let capacity) {
            surroundings.metrics.refused.increment("full")
            throw EchordError(.queueFull, "\(capacity) commands wait on shard \(id) already.")
        }
    }

    // MARK: - Deciding

    /// Lets the machine decide something, and wakes the driver to carry it out.
    func decide(_ change: (inout GatewayMachine, Moment) -> [GatewayMachine.Action]) {
        record(change)
        driver.fire()
    }

    /// Lets the machine decide something and queues what it says, in the order of the decisions.
    func record(_ change: (inout GatewayMachine, Moment) -> [GatewayMachine.Action]) {
        let now = surroundings.time.now
        let (before, after) = state.withLock { state in
            let before = state.machine.status
            for action in change(&state.machine, now) { state.actions.append(action) }
            return (before, state.machine.status)
        }
        if before != after { surroundings.board.changed(id, from: before, to: after) }
    }
}
