import JSON
import Transport

/// Serves the control API (`docs/local-discord-control.md`).
struct ControlEndpoint: Sendable {
    let discord: LocalDiscord
    let rest: RESTEndpoint

    private var hub: Hub { discord.hub }

    func respond(to request: HTTPServerRequest) async -> HTTPServerResponse {
        do {
            try discord.gate.admit(request)
            let path = request.path.split(separator: "/").dropFirst().map { PercentCoding.decode($0) ?? String($0) }
            if path == ["events"] { return events(request) }
            if path.first == "as" { return try act(path, request) }
            let call = ControlCall(
                method: request.method.rawValue, path: path, query: Self.query(request),
                contentType: request.headers["Content-Type"], bytes: request.body)
            let answer = try await ControlRoutes(discord: discord).perform(call)
            guard let answer else { return HTTPServerResponse(status: .noContent) }
            return .json(JSON.encode(answer), headers: ["Cache-Control": "no-store"])
        } catch let refusal as ActRefusal {
            return .json(JSON.encode(refusal.json), status: HTTPStatus(rawValue: refusal.status))
        } catch let error as LocalDiscordError where error.code == .timeout {
            return .json(JSON.encode(ActRefusal(.noAnswer, error.message).json), status: .gatewayTimeout)
        } catch {
            return .json(
                JSON.encode(ActRefusal(.notPossible, "The request was given up.").json), status: .serviceUnavailable)
        }
    }

    private static func query(_ request: HTTPServerRequest) -> [String: String] {
        var query: [String: String] = [:]
        for item in request.queryItems?.items ?? [] where query[item.name] == nil { query[item.name] = item.value }
        return query
    }

    // MARK: - As a member

    /// Does what a member's client would ask of Discord's REST API: `/control/as/{user}/…`.
    private func act(_ path: [String], _ request: HTTPServerRequest) throws(ActRefusal) -> HTTPServerResponse {
        guard path.count > 2, let user = Flake(path[1]), hub.read({ $0.world.users[user] != nil }) else {
            throw ActRefusal(.unknownMember, "There is no such user.")
        }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: true).dropFirst(3)
        return rest.respond(to: request, at: "/api/" + parts.joined(separator: "/"), as: user)
    }

    // MARK: - Live events

    private func events(_ request: HTTPServerRequest) -> HTTPServerResponse {
        let query = Self.query(request)
        let viewer = query["as"].flatMap { Flake($0) }
        let records = query["records"] == "1"
        return .webSocket { [hub] socket in
            await ControlStream(hub: hub, viewer: viewer, records: records).serve(socket)
        }
    }
}

/// One subscriber of the live events.
struct ControlStream: Sendable {
    let hub: Hub
    let viewer: Flake?
    let records: Bool

    func serve(_ socket: WebSocket) async {
        guard let id = hub.change({ $0.feed.subscribe(viewer: viewer, records: records) }) else {
            return await socket.close(code: 1013, reason: "Too many watchers.")
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await write(id, to: socket) }
            await read(id, from: socket)
            group.cancelAll()
        }
        hub.change { $0.feed.subscribers[id] = nil }
        hub.forget(.feed(id))
    }

    private func read(_ id: SubscriberID, from socket: WebSocket) async {
        while let message = try? await socket.receive() {
            guard let value = try? JSON.decode(JSONValue.self, from: message.bytes) else { continue }
            hub.change { realm in
                switch value["type"]?.text {
                case "as": realm.feed.subscribers[id]?.viewer = value.present("user_id").flatMap { Flake(json: $0) }
                case "records": realm.feed.subscribers[id]?.wantsRecords = value["on"]?.flag ?? false
                default: break
                }
            }
        }
    }

    private func write(_ id: SubscriberID, to socket: WebSocket) async {
        let signal = hub.signal(for: .feed(id))
        while !Task.isCancelled {
            guard let (events, isLost) = hub.change({ $0.feed.take(id) }) else { return }
            for event in events {
                do { try await socket.send(.text(JSON.encode(event))) } catch { return socket.abort() }
            }
            if isLost { return await socket.close(code: 1013, reason: "Too slow; load the state again.") }
            await signal.wait()
        }
    }
}
