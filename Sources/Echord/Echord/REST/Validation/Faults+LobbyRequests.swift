public import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Telemetry

/// What the application's moderation keeps with a message.
struct ModerationMetadata: JSONEncodable, LocallyValidated {
    let entries: [String: String]

    func encode(to writer: inout JSONWriter) { entries.encode(to: &writer) }

    var issues: [FieldIssue] { FaultCollector.collect { $0.entries(entries, upTo: 2000) } }
}

extension CreateLobby: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.lobby(metadata, members, idleTimeoutSeconds, overrideEventWebhooksURL) }
    }
}

extension EditLobby: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect {
            $0.lobby(metadata.value, members.value, idleTimeoutSeconds.value, overrideEventWebhooksURL.value)
        }
    }
}

extension JoinLobby: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(secret, upTo: DiscordLimits.Lobby.secret, at: "secret")
            faults.number(idleTimeoutSeconds, DiscordLimits.Lobby.idleSeconds, at: "idle_timeout_seconds")
            faults.at("lobby_metadata") { $0.entries(lobbyMetadata, upTo: DiscordLimits.Lobby.metadata) }
            faults.at("member_metadata") { $0.entries(memberMetadata, upTo: DiscordLimits.Lobby.metadata) }
        }
    }
}

extension EditLobbyMember: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.at("metadata") { $0.entries(metadata, upTo: DiscordLimits.Lobby.metadata) }
            faults.length(additionalName, DiscordLimits.Lobby.additionalName, at: "additional_name")
        }
    }
}

extension BulkLobbyMember: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.at("metadata") { $0.entries(metadata, upTo: DiscordLimits.Lobby.metadata) }
            faults.length(additionalName, DiscordLimits.Lobby.additionalName, at: "additional_name")
        }
    }
}

extension ExternalIdentity: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(clientSecret?.reveal(), upTo: 1024, at: "client_secret")
            faults.length(externalAuthToken.reveal(), 1...DiscordLimits.REST.accessToken, at: "external_auth_token")
        }
    }
}

extension GameIdentity: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(externalUserID, 1...1024, at: "external_user_id")
            faults.length(preferredGlobalName, 1...32, at: "preferred_global_name")
        }
    }
}

extension GameAccount: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(externalUserID, 1...1024, at: "external_user_id") }
    }
}

extension FaultCollector {
    fileprivate mutating func lobby(
        _ metadata: [String: String]?, _ members: [AddLobbyMember]?, _ idle: Int?, _ url: String?
    ) {
        at("metadata") { $0.entries(metadata, upTo: DiscordLimits.Lobby.metadata) }
        count(members, upTo: DiscordLimits.Lobby.members, of: "members", at: "members")
        each("members", members) { faults, member in
            faults.at("metadata") { $0.entries(member.metadata, upTo: DiscordLimits.Lobby.metadata) }
        }
        number(idle, DiscordLimits.Lobby.idleSeconds, at: "idle_timeout_seconds")
        length(url, upTo: DiscordLimits.Lobby.url, at: "override_event_webhooks_url")
    }

    /// Texts by name; a fault stands at the text.
    fileprivate mutating func entries(_ entries: [String: String]?, upTo limit: Int) {
        for (name, text) in entries ?? [:] { length(text, upTo: limit, at: name) }
    }
}
