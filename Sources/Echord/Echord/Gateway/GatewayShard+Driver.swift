internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Lifecycle
internal import Locking
internal import Telemetry
internal import Transport

extension GatewayShard {
    /// Carries out what the machine decides until it has ended.
    func drive(_ ready: ReadySignal) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            record { machine, now in machine.start(at: now) }
            if GracefulShutdown.isRequested { shutDown() }
            defer { settleAll() }
            while true {
                while let action = state.withLock({ $0.actions.popFirst() }) {
                    guard try await perform(action, ready, in: &group) else { continue }
                    // What is still being opened is of no use to anyone.
                    group.cancelAll()
                    return
                }
                if Task.isCancelled {
                    state.withLock { $0.socket }?.webSocket.abort()
                    throw CancellationError()
                }
                if let deadline = state.withLock({ $0.machine.deadline }) {
                    await driver.wait(until: deadline, surroundings.time)
                } else {
                    await driver.wait()
                }
                record { machine, now in machine.advance(to: now) }
            }
        }
    }

    /// Does one thing; `true` when it was the last.
    private func perform(
        _ action: GatewayMachine.Action, _ ready: ReadySignal,
        in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws -> Bool {
        switch action {
        case .open(let url, let connection):
            state.withLock { state in
                state.urgent.removeAll()
                state.sends.connectionBegan()
            }
            group.addTask { await self.converse(url, connection) }
        case .close(let connection, let code, let reason):
            surroundings.metrics.cuts.increment(reason.label)
            logger.info(
                "the connection is given up", ["cause": .string(reason.label), "code": .int(Int64(code))])
            guard let webSocket = release(connection) else { break }
            if reason == .asked {
                await webSocket.close(code: code)
            } else {
                group.addTask { await webSocket.close(code: code) }
            }
        case .requestIdentify:
            let cancel = Waker()
            let connection = state.withLock { state in
                state.identifyCancel = cancel
                return state.machine.connection
            }
            group.addTask { await self.waitForTurn(connection, cancel) }
        case .cancelIdentify:
            state.withLock { $0.identifyCancel }?.fire()
        case .identify: post(identification())
        case .resume(let session): post(resumption(session))
        case .heartbeat(let sequence):
            // A server that asks again and again gets no more than the limit lets out.
            if state.withLock({ $0.urgent.count < 4 }) { post(GatewaySessionCommand.heartbeat(sequence).bytes) }
        case .connected(let isResumed): connected(isResumed, ready)
        case .latency(let duration): surroundings.metrics.latency.record(duration.inSeconds)
        case .retry(let wait, let isResuming):
            logger.info(
                "connecting again", ["after": .double(wait.inSeconds), "resuming": .bool(isResuming)])
        case .fail(let code): throw failure(code)
        case .finished: return true
        }
        return false
    }

    private func connected(_ isResumed: Bool, _ ready: ReadySignal) {
        surroundings.metrics.connections.increment(isResumed ? "resumed" : "new")
        logger.info(isResumed ? "the session goes on" : "a session has begun")
        ready()
        wakeSender()
    }

    private func failure(_ code: GatewayCloseCode) -> EchordError {
        let sentence = code.sentence(shard: id, privileged: surroundings.configuration.privilegedIntents)
        logger.critical("Discord refuses the connection", ["error": .string(sentence)])
        return EchordError(.gatewayRefused, sentence, details: .gateway(closeCode: UInt16(exactly: code.rawValue)))
    }

    /// Lets go of a connection's socket.
    private func release(_ connection: Int) -> WebSocket? {
        state.withLock { state in
            guard let socket = state.socket, socket.connection == connection else { return nil }
            state.socket = nil
            return socket.webSocket
        }
    }

    /// Nothing waits for ever on a shard that has ended.
    private func settleAll() {
        let (receipts, waiting) = state.withLock { state in
            let receipts = Array(state.receipts.values)
            state.receipts = [:]
            return (receipts, state.sends.drain().count)
        }
        surroundings.metrics.waiting.add(-Double(waiting))
        for receipt in receipts { receipt.settle(.stopped) }
    }

    // MARK: - Identifying

    private func waitForTurn(_ connection: Int, _ cancel: Waker) async {
        let turn = await withTaskGroup(of: IdentifyTurn?.self) { group in
            // A cancelled wait gives its place back and has no turn.
            group.addTask { try? await self.surroundings.coordinator.turn(of: self.id) }
            group.addTask {
                await cancel.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        switch turn {
        case .granted?:
            decide { machine, now in machine.identifyGranted(connection: connection, at: now) }
        case .deferred(let until, let remaining, let total)?:
            logger.error(
                "too few session starts are left: waiting for the next period",
                [
                    "remaining": .int(Int64(remaining)), "total": .int(Int64(total)),
                    "wait": .double((until - surroundings.time.now).inSeconds),
                ])
            decide { machine, now in machine.identifyDeferred(until: until, connection: connection, at: now) }
        case nil: break
        }
    }

    private func identification() -> [UInt8] {
        let configuration = surroundings.configuration
        let identify = Identify(
            token: surroundings.token.reveal(),
            properties: IdentifyProperties(os: "linux", browser: "Echord", device: "Echord"),
            largeThreshold: configuration.largeThreshold, shard: [id.index, id.count],
            presence: configuration.presence, intents: configuration.intents,
            capabilities: configuration.capabilities.isEmpty ? nil : configuration.capabilities)
        return GatewaySessionCommand.identify(identify).bytes
    }

    private func resumption(_ session: GatewaySession) -> [UInt8] {
        let resume = Resume(token: surroundings.token.reveal(), sessionID: session.id, seq: session.sequence)
        return GatewaySessionCommand.resume(resume).bytes
    }

    private func post(_ payload: [UInt8]) {
        state.withLock { $0.urgent.append(payload) }
        wakeSender()
    }

    func wakeSender() {
        state.withLock { $0.socket?.sender }?.fire()
    }
}
