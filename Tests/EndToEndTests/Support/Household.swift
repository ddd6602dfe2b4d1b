import JSON
import Testing
import Transport

/// The members of the local Discord's server, acting through its control API as a browser would.
struct Household: Sendable {
    enum Member: String, CaseIterable { case ann, ben, cas, kid }

    let web: Web
    private let url: String
    private let people: [String: String]
    let guild: String
    let channel: String

    /// Waits until the bot has joined and its commands are there.
    init(at url: String, _ web: Web) async throws {
        let state = try await eventually("the bot is connected and its commands are registered") {
            let (_, state) = try await web.json(.get, url + "/control/state")
            let isConnected = state["application"]?["connected"] == .bool(true)
            return isConnected && state["commands"]?.arrayValue?.isEmpty == false ? state : nil
        }
        let home = try #require(state["guilds"]?[0])
        guild = try #require(home["id"]?.stringValue)
        channel = try #require(home["channels"]?[0]?["id"]?.stringValue)
        var people: [String: String] = [:]
        for member in home["members"]?.arrayValue ?? [] {
            if let name = member["user"]?["username"]?.stringValue { people[name] = member["user"]?["id"]?.stringValue }
        }
        self.people = people
        self.url = url
        self.web = web
    }

    func id(_ member: Member) throws -> String { try #require(people[member.rawValue]) }

    func mention(_ member: Member) throws -> String { "<@\(try id(member))>" }

    // MARK: - Acting

    /// Does something and waits for the bot's first answer, unless `body` says otherwise.
    func act(_ kind: String, _ member: Member, _ body: JSONObject) async throws -> Interaction {
        var body = body
        body["as"] = .string(try id(member))
        body["channel_id"] = .string(channel)
        let (status, answer) = try await web.json(.post, "\(url)/control/act/\(kind)", .object(body))
        guard status == 200, let interaction = answer["interaction"] else {
            throw NeverHappened(description: "\(kind) by \(member) was refused with \(status): \(answer)")
        }
        return Interaction(json: interaction)
    }

    func slash(_ member: Member, _ command: String, _ options: JSONObject = [:]) async throws -> Interaction {
        try await act("slash", member, ["command": .string(command), "options": .object(options)])
    }

    /// Presses the button of an action on a card.
    func click(_ member: Member, _ action: String, on card: Interaction) async throws -> Interaction {
        try await act("click", member, try press(action, on: card))
    }

    /// Presses the button and does not wait for an answer.
    func clickOnly(_ member: Member, _ action: String, on card: Interaction) async throws -> Interaction {
        var body = try press(action, on: card)
        body["wait"] = "none"
        return try await act("click", member, body)
    }

    private func press(_ action: String, on card: Interaction) throws -> JSONObject {
        let button = try #require(card.buttons.first { $0.hasSuffix(".\(action)") }, "no \(action) in \(card.buttons)")
        return ["message_id": .string(try #require(card.messageID)), "custom_id": .string(button)]
    }

    func submit(_ member: Member, _ modal: Interaction, _ values: JSONObject) async throws -> Interaction {
        let id = modal.json["modal"]?["interaction_id"] ?? .null
        return try await act("modal", member, ["interaction_id": id, "values": .object(values)])
    }

    // MARK: - Looking

    /// An interaction whose first answer has come, or that failed.
    func settled(_ interaction: Interaction) async throws -> Interaction {
        let id = try #require(interaction.json["id"]?.stringValue)
        return try await eventually("interaction \(id) is answered") {
            let (_, answer) = try await web.json(.get, "\(url)/control/interactions/\(id)")
            let now = Interaction(json: answer["interaction"] ?? .null)
            return ["answered", "failed"].contains(now.state) ? now : nil
        }
    }

    /// Every message that a member sees.
    func messages(seenBy member: Member) async throws -> [JSONValue] {
        let path = "/control/channels/\(channel)/messages?as=\(try id(member))&limit=100"
        return try await web.json(.get, url + path).1["messages"]?.arrayValue ?? []
    }

    /// Every REST call that the bot has made.
    func calls() async throws -> [JSONValue] {
        var (calls, after): ([JSONValue], Int64) = ([], 0)
        while true {
            let path = "/control/recorder?after=\(after)&limit=100&kind=rest"
            let (_, page) = try await web.json(.get, url + path)
            let entries = page["entries"]?.arrayValue ?? []
            if entries.isEmpty { return calls }
            calls += entries
            after = try #require(page["next"]?.intValue)
        }
    }

    /// Moves the local Discord's clock on.
    func advance(milliseconds: Int64) async throws {
        _ = try await web.json(.post, url + "/control/clock", ["advance_ms": .int(milliseconds)])
    }
}

/// What became of something that a member did.
struct Interaction: Sendable {
    let json: JSONValue

    var state: String { json["state"]?.stringValue ?? "" }
    var answer: String { json["answer"]?.stringValue ?? "" }
    var messageID: String? { json["message"]?["id"]?.stringValue }
    var isPrivate: Bool { json["message"]?["local"]?["visible_to"]?.stringValue != nil }
    /// All that is written in the message.
    var text: String { (json["message"] ?? .null).strings(of: "content").joined(separator: "\n") }
    /// The custom ids of its buttons.
    var buttons: [String] { (json["message"] ?? .null).strings(of: "custom_id") }
    /// What is written on its buttons.
    var labels: [String] { (json["message"] ?? .null).strings(of: "label") }
}

extension JSONValue {
    /// Every string under a key, wherever it is.
    func strings(of key: String) -> [String] { all(key).compactMap(\.stringValue) }

    /// Every value under a key, wherever it is.
    func all(_ key: String) -> [JSONValue] {
        switch self {
        case .object(let members):
            members.flatMap { name, value in (name == key ? [value] : []) + value.all(key) }
        case .array(let elements): elements.flatMap { $0.all(key) }
        default: []
        }
    }
}
