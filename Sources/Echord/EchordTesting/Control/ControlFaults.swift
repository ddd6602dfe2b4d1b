import JSON

/// The part of the control API that makes things go wrong.
struct ControlFaults: Sendable {
    let hub: Hub

    /// Answers a request; nil is 204.
    func perform(_ call: ControlCall) throws -> JSONValue? {
        switch (call.method, call.path.dropFirst().joined(separator: "/")) {
        case ("GET", ""): return hub.read { ["faults": $0.faultsJSON()] }
        case ("PATCH", ""): return try change(try call.body())
        case ("DELETE", ""):
            hub.change { realm in
                realm.faults = LocalFaults()
                for guild in realm.world.guilds.keys { realm.setOutage(false, of: guild) }
                realm.noteFaults()
            }
            return nil
        case ("POST", "gateway"):
            try strike(try call.body())
            return nil
        default:
            throw ActRefusal(.notFound, "There is no \(call.method) /control/\(call.path.joined(separator: "/")).")
        }
    }

    // MARK: - Requests and guilds

    private func change(_ body: JSONValue) throws -> JSONValue {
        try hub.change { realm throws(ActRefusal) in
            realm.faults = try Self.faults(body, from: realm.faults)
            if body.has("unavailable_guilds") {
                let out = try body.idList("unavailable_guilds")
                if let unknown = out.first(where: { realm.world.guilds[$0] == nil }) {
                    throw ActRefusal(.unknownGuild, "There is no server \(unknown.text).")
                }
                for guild in realm.world.guilds.keys { realm.setOutage(out.contains(guild), of: guild) }
            }
            realm.noteFaults()
            return ["faults": realm.faultsJSON()]
        }
    }

    /// The faults with the fields that a body has.
    private static func faults(_ body: JSONValue, from faults: LocalFaults) throws(ActRefusal) -> LocalFaults {
        var faults = faults
        if body.has("answer") { faults.answer = try choice(body, "answer") }
        if body.present("requests") != nil { faults.requests = try choice(body, "requests") ?? .all }
        if body.has("count") { faults.count = try number(body, "count", 1...1_000_000) }
        if let wait = try number(body, "retry_after_ms", 1...600_000) { faults.retryAfter = .milliseconds(wait) }
        let delays = 0...Int(LocalFaults.delays.upperBound.milliseconds)
        if let wait = try number(body, "latency_ms", delays) { faults.latency = .milliseconds(wait) }
        if let wait = try number(body, "jitter_ms", delays) { faults.jitter = .milliseconds(wait) }
        return faults
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ body: JSONValue, _ key: String
    ) throws(ActRefusal) -> Choice? {
        guard let value = body.present(key) else { return nil }
        guard let choice = value.text.flatMap(Choice.init(rawValue:)) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw ActRefusal(.badRequest, "\(key) must be one of \(names).")
        }
        return choice
    }

    private static func number(
        _ body: JSONValue, _ key: String, _ range: ClosedRange<Int>
    ) throws(ActRefusal) -> Int? {
        guard let value = body.present(key) else { return nil }
        guard let number = value.integer, range.contains(Int(clamping: number)) else {
            throw ActRefusal(.badRequest, "\(key) must be a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return Int(number)
    }

    // MARK: - The gateway

    private func strike(_ body: JSONValue) throws {
        let fault = try Self.gatewayFault(body)
        try hub.change { realm throws(ActRefusal) in
            guard realm.gateway.isBotConnected else { throw ActRefusal(.notPossible, "The bot is not connected.") }
            realm.strike(fault)
        }
    }

    private static func gatewayFault(_ body: JSONValue) throws(ActRefusal) -> Realm.GatewayFault {
        switch body.present("action")?.text {
        case "reconnect": return .reconnect
        case "close":
            let code = try number(body, "code", 1000...4999) ?? 4000
            // RFC 6455, section 7.4: these stand for no close frame, or none of ours.
            guard ![1004, 1005, 1006, 1015].contains(code), code < 1016 || code >= 3000 else {
                throw ActRefusal(.badRequest, "code must be one that a close frame can carry.")
            }
            return .close(code: UInt16(code), reason: "Closed on purpose.")
        case "drop": return .drop
        case "invalid_session": return .invalidSession(resumable: body.present("resumable")?.flag ?? false)
        case "freeze": return .freeze
        case "repeat": return .repeated(try number(body, "count", 1...50) ?? 1)
        default:
            throw ActRefusal(
                .badRequest, "action must be reconnect, close, drop, invalid_session, freeze or repeat.")
        }
    }
}
