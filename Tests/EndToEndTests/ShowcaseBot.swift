import EchordTesting
import Foundation
import JSON
import Telemetry
import Transport

/// A bot that shows everything Discord's client can draw: it answers by the table in `Fixtures/showcase.json`.
struct ShowcaseBot: Sendable {
    private let discord: LocalDiscord
    private let group: EventLoopGroup
    private let http: HTTPClient
    private let table: JSONValue

    init(_ discord: LocalDiscord) throws {
        self.discord = discord
        group = try EventLoopGroup(threads: 1, name: "showcase")
        http = HTTPClient(group: group)
        guard let file = Bundle.module.url(forResource: "showcase", withExtension: "json", subdirectory: "Fixtures")
        else { throw BrowserFailure("Fixtures/showcase.json is missing") }
        table = try JSON.decode(JSONValue.self, from: Array(try Data(contentsOf: file)))
    }

    func close() {
        http.shutdown()
        group.shutdown()
    }

    /// Tells its commands, signs in and answers until cancelled.
    func run() async throws {
        try await rest(.put, "/applications/\(discord.applicationID)/commands", table["commands"] ?? [])
        let socket = try await WebSocketClient.connect(
            url: discord.gatewayURL + "/?v=10&encoding=json", loop: group.next())
        let identify: JSONValue = [
            "op": 2,
            "d": ["token": .string(discord.botToken.reveal()), "intents": 53_608_447, "properties": ["os": "test"]],
        ]
        try await socket.send(.text(JSON.encode(identify)))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            while let message = try await socket.receive() {
                let payload = try JSON.decode(JSONValue.self, from: message.bytes)
                guard payload["t"] == "INTERACTION_CREATE", let event = payload["d"] else { continue }
                tasks.addTask { try await answer(event) }
            }
            tasks.cancelAll()
        }
    }

    // MARK: - Answering

    private func answer(_ event: JSONValue) async throws {
        let callback = "/interactions/\(text(event["id"]))/\(text(event["token"]))/callback"
        if event["type"] == 4 { return try await suggest(event, callback) }
        guard let entry = table["answers"]?[Self.key(of: event)], entry["silent"] != true else { return }
        try await pause(entry["before_ms"])
        if entry["echo"] == true {
            return try await rest(.post, callback, ["type": 4, "data": ["content": .string(Self.echo(event))]])
        }
        try await rest(.post, callback, entry["callback"] ?? .null, files: entry["files"]?.arrayValue ?? [])
        guard let edit = entry["edit"] else { return }
        try await pause(entry["after_ms"])
        try await rest(
            .patch, "/webhooks/\(discord.applicationID)/\(text(event["token"]))/messages/@original", edit)
    }

    /// Suggests what contains the typed text; for one text it takes its time, so that its answer comes late.
    private func suggest(_ event: JSONValue, _ callback: String) async throws {
        guard let focused = Self.focused(in: event["data"]?["options"]),
            let entry = table["answers"]?[text(focused["name"])]
        else { return }
        let typed = text(focused["value"]).lowercased()
        if typed == text(entry["slow"]) { try await pause(entry["before_ms"]) }
        let found = (entry["suggest"]?.arrayValue ?? []).map(text).filter {
            typed.isEmpty || $0.lowercased().contains(typed)
        }
        let choices = found.map { name -> JSONValue in ["name": .string(name), "value": .string(name.lowercased())] }
        try await rest(.post, callback, ["type": 8, "data": ["choices": .array(choices)]])
    }

    private func pause(_ milliseconds: JSONValue?) async throws {
        guard let milliseconds = milliseconds?.intValue else { return }
        try await Task.sleep(for: .milliseconds(milliseconds))
    }

    /// "/list by room" for a command, the custom id for a component, "modal " and the custom id for a form.
    private static func key(of event: JSONValue) -> String {
        let data = event["data"]
        let name = data?["name"]?.stringValue ?? ""
        switch event["type"]?.intValue {
        case 3: return data?["custom_id"]?.stringValue ?? ""
        case 5: return "modal " + (data?["custom_id"]?.stringValue ?? "")
        default:
            guard data?["type"] == 1 else { return name }
            var words = ["/" + name]
            var options = data?["options"]
            while let first = options?[0], first["type"] == 1 || first["type"] == 2 {
                words.append(first["name"]?.stringValue ?? "")
                options = first["options"]
            }
            return words.joined(separator: " ")
        }
    }

    /// What came in, as a block of JSON.
    private static func echo(_ event: JSONValue) -> String {
        let data = event["data"]
        var shown = data?["options"] ?? data?["values"] ?? data?["target_id"] ?? .null
        if event["type"] == 5 {
            var fields: JSONObject = [:]
            for part in data?["components"]?.arrayValue ?? [] {
                guard let input = part["component"], let id = input["custom_id"]?.stringValue else { continue }
                fields[id] = input["values"] ?? input["value"] ?? .null
            }
            shown = .object(fields)
        }
        return "```json\n" + JSON.encodeToString(shown).prefix(1_800) + "\n```"
    }

    private static func focused(in options: JSONValue?) -> JSONValue? {
        for option in options?.arrayValue ?? [] {
            if option["focused"] == true { return option }
            if let found = focused(in: option["options"]) { return found }
        }
        return nil
    }

    private func text(_ value: JSONValue?) -> String { value?.stringValue ?? "" }

    // MARK: - REST

    private func rest(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue, files: [JSONValue] = []
    ) async throws {
        var headers: HTTPHeaders = ["Authorization": "Bot \(discord.botToken.reveal())"]
        var bytes = JSON.encode(body)
        if files.isEmpty {
            headers.set("Content-Type", "application/json")
        } else {
            let boundary = "showcase-\(UUID().uuidString)"
            headers.set("Content-Type", "multipart/form-data; boundary=" + boundary)
            bytes = multipart(bytes, files.map(text), boundary)
        }
        let answer = try await http.send(
            HTTPClientRequest(method: method, url: discord.apiURL + "/v10" + path, headers: headers, body: bytes))
        guard answer.status.isSuccess else {
            throw BrowserFailure("\(method) \(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
    }

    private func multipart(_ json: [UInt8], _ names: [String], _ boundary: String) -> [UInt8] {
        var bytes: [UInt8] = []
        func part(_ disposition: String, _ type: String, _ content: [UInt8]) {
            bytes +=
                "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: \(type)\r\n\r\n".utf8
            bytes += content + Array("\r\n".utf8)
        }
        part("name=\"payload_json\"", "application/json", json)
        for (index, name) in names.enumerated() {
            let file = table["files"]?[name]
            let content = Data(base64Encoded: text(file?["base64"])).map(Array.init) ?? []
            part("name=\"files[\(index)]\"; filename=\"\(name)\"", text(file?["type"]), content)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }
}
