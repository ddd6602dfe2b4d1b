internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Locking
internal import Telemetry
internal import Transport

extension GatewayShard {
    /// One connection from its opening to its end.
    func converse(_ url: String, _ connection: Int) async {
        let webSocket: WebSocket
        do {
            var configuration = WebSocketClient.Configuration()
            configuration.trust = surroundings.trust
            configuration.limits.maxMessageBytes = surroundings.configuration.maxPayloadBytes
            configuration.limits.maxFrameBytes = surroundings.configuration.maxPayloadBytes
            configuration.metrics = surroundings.transportMetrics
            configuration.logger = surroundings.webSocketLogger
            webSocket = try await WebSocketClient.connect(
                url: surroundings.configuration.address(url), headers: [("User-Agent", "DiscordBot Echord")],
                loop: surroundings.loop, configuration: configuration)
        } catch {
            let reason = (error as? TransportError)?.description ?? "cancelled"
            surroundings.metrics.cuts.increment(GatewayCut.connectFailed.label)
            logger.warning("the gateway cannot be reached", ["url": .string(url), "error": .string(reason)])
            decide { machine, now in machine.openFailed(connection: connection, at: now) }
            return
        }
        let sender = Waker()
        guard take(webSocket, connection, sender) else { return webSocket.abort() }
        await withTaskGroup { group in
            group.addTask { await self.serveSends(webSocket, connection, sender) }
            await receive(webSocket, connection)
            group.cancelAll()
        }
        let code = webSocket.closeCode.flatMap { $0 == WebSocketCloseCode.abnormal ? nil : $0 }
        end(connection, code)
    }

    /// Makes the socket the shard's, unless the connection was given up while it opened.
    private func take(_ webSocket: WebSocket, _ connection: Int, _ sender: Waker) -> Bool {
        let isWanted = state.withLock { state in
            guard state.machine.connection == connection, case .opening = state.machine.state else { return false }
            state.socket = (connection, webSocket, sender)
            return true
        }
        guard isWanted else { return false }
        decide { machine, now in
            machine.opened(connection: connection, at: now)
            return []
        }
        return true
    }

    private func end(_ connection: Int, _ code: UInt16?) {
        let isOurs = state.withLock { state in
            guard state.socket?.connection == connection else { return false }
            state.socket = nil
            return true
        }
        guard isOurs else { return }
        surroundings.metrics.cuts.increment(GatewayCut.closed(code).label)
        logger.info("the connection ended", ["code": .int(Int64(code ?? 0))])
        decide { machine, now in machine.closed(connection: connection, code: code, at: now) }
    }

    // MARK: - Receiving

    private func receive(_ webSocket: WebSocket, _ connection: Int) async {
        let inflater = FrameInflater(
            surroundings.configuration.compression, maxBytes: surroundings.configuration.maxPayloadBytes,
            metrics: surroundings.transportMetrics)
        let parser = JSONParser(limits: JSONParser.Limits(bytes: surroundings.configuration.maxPayloadBytes))
        while true {
            let message: WebSocketMessage?
            do { message = try await webSocket.receive() } catch { return }
            guard let message else { return }
            surroundings.metrics.bytes.increment(by: message.bytes.count)
            do {
                try inflater.unpack(message.bytes) { payload in take(payload, connection, parser) }
            } catch {
                logger.error("a payload cannot be unpacked", ["error": .string("\(error)")])
                decide { machine, now in machine.malformed(connection: connection, at: now) }
                return await ignoreRest(webSocket)
            }
        }
    }

    /// Reads on without looking, so that the closing handshake can end.
    private func ignoreRest(_ webSocket: WebSocket) async {
        do {
            while try await webSocket.receive() != nil {}
        } catch {
            // Broken or cancelled: over in any case.
        }
    }

    /// Takes one payload.
    private func take(_ payload: UnsafeRawBufferPointer, _ connection: Int, _ parser: JSONParser) {
        surroundings.metrics.payloadBytes.increment(by: payload.count)
        guard let envelope = GatewayEnvelope.scan(payload) else { return malformed(connection, "no opcode") }
        switch envelope.opcode {
        case .dispatch: takeEvent(envelope, payload, connection, parser)
        case .heartbeat:
            decide { machine, _ in machine.heartbeatRequested(connection: connection) }
        case .heartbeatAck:
            decide { machine, now in machine.heartbeatAcknowledged(connection: connection, at: now) }
        case .reconnect:
            decide { machine, now in machine.reconnectRequested(connection: connection, at: now) }
        case .invalidSession:
            let isResumable = read(payload, parser) { json throws(JSONError) in try json.decode(Bool.self, at: "d") }
            decide { machine, now in
                machine.sessionInvalidated(resumable: isResumable ?? false, connection: connection, at: now)
            }
        case .hello:
            let interval = read(payload, parser) { json throws(JSONError) in
                try json["d"]?.decode(Int.self, at: "heartbeat_interval")
            }
            guard let interval, let milliseconds = interval, (1...3_600_000).contains(milliseconds) else {
                return malformed(connection, "no heartbeat interval")
            }
            decide { machine, now in
                machine.hello(interval: .milliseconds(milliseconds), connection: connection, at: now)
            }
        default: logger.debug("an unknown opcode was received", ["op": .int(Int64(envelope.opcode.rawValue))])
        }
    }

    private func takeEvent(
        _ envelope: GatewayEnvelope, _ payload: UnsafeRawBufferPointer, _ connection: Int, _ parser: JSONParser
    ) {
        guard let sequence = envelope.sequence, let name = envelope.eventName else {
            return malformed(connection, "an event without name or number")
        }
        let delivery = state.withLock { $0.machine.dispatched(sequence: sequence, connection: connection) }
        switch delivery {
        case .outOfPlace: return
        case .duplicate: return surroundings.metrics.duplicates.increment()
        case .deliver(let missed):
            if missed > 0 {
                surroundings.metrics.missed.increment(by: missed)
                logger.warning("the gateway left numbers out", ["missed": .int(Int64(missed))])
            }
        }
        switch name {
        case .ready:
            guard takeReady(payload, connection, parser) else { return malformed(connection, "READY without session") }
        case .resumed: decide { machine, _ in machine.resumed(connection: connection) }
        default: break
        }
        surroundings.hub.dispatch(
            payload, name: name, shard: id, sequence: sequence, received: surroundings.time.now, parser: parser)
    }

    private func takeReady(_ payload: UnsafeRawBufferPointer, _ connection: Int, _ parser: JSONParser) -> Bool {
        let session = read(payload, parser) { json throws(JSONError) in
            guard let data = json["d"] else { throw json.error(.missingField, "READY has a payload") }
            let id = try data.decode(String.self, at: "session_id")
            let application = try data["application"]?.decodeIfPresent(ApplicationID.self, at: "id")
            return (id, try data.decodeIfPresent(String.self, at: "resume_gateway_url"), application)
        }
        guard let (sessionID, resumeURL, application) = session, !sessionID.isEmpty else { return false }
        if let application = application ?? nil { surroundings.board.learned(application) }
        decide { machine, _ in
            machine.ready(sessionID: sessionID, resumeURL: resumeURL, connection: connection)
        }
        return true
    }

    private func read<Value>(
        _ payload: UnsafeRawBufferPointer, _ parser: JSONParser, _ body: (JSONReader) throws(JSONError) -> Value
    ) -> Value? {
        do {
            return try parser.withDocument(payload, body)
        } catch {
            logger.error("a payload cannot be read", ["error": .string(error.description)])
            return nil
        }
    }

    private func malformed(_ connection: Int, _ what: String) {
        logger.error("something was received that is no gateway payload", ["what": .string(what)])
        decide { machine, now in machine.malformed(connection: connection, at: now) }
    }

    // MARK: - Sending

    fileprivate struct Outgoing {
        var payload: [UInt8]
        var receipt: CommandReceipt?
        var isCommand: Bool
    }

    /// Sends what waits, control payloads first, as the limit allows, until the connection ends.
    private func serveSends(_ webSocket: WebSocket, _ connection: Int, _ sender: Waker) async {
        while !Task.isCancelled {
            let now = surroundings.time.now
            let (next, deadline) = state.withLock { state -> (Outgoing?, Moment?) in
                guard state.socket?.connection == connection else { return (nil, nil) }
                return state.nextSend(at: now)
            }
            guard let next else {
                if let deadline {
                    await sender.wait(until: deadline, surroundings.time)
                } else {
                    await sender.wait()
                }
                continue
            }
            do {
                // The bytes are JSON of the own writer: valid UTF-8.
                try await webSocket.send(.text(next.payload))
            } catch {
                // The receiving side sees the end of the connection and reports it.
                return
            }
            surroundings.metrics.sent.increment(next.isCommand ? "command" : "control")
            if next.isCommand { surroundings.metrics.waiting.add(-1) }
            next.receipt?.settle(.sent)
        }
    }
}

extension GatewayShard.State {
    /// What may be sent now, or when something may be.
    fileprivate mutating func nextSend(at now: Moment) -> (GatewayShard.Outgoing?, Moment?) {
        if !urgent.isEmpty {
            if sends.takeUrgent(at: now), let payload = urgent.popFirst() {
                return (GatewayShard.Outgoing(payload: payload, receipt: nil, isCommand: false), nil)
            }
            return (nil, sends.deadline(urgent: true))
        }
        guard machine.state == .ready else { return (nil, nil) }
        if let item = sends.next(at: now) {
            return (
                GatewayShard.Outgoing(
                    payload: item.payload, receipt: receipts.removeValue(forKey: item.id), isCommand: true), nil
            )
        }
        return (nil, sends.deadline(urgent: false))
    }
}
