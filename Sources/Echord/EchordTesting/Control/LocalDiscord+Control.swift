public import EchordPrimitives
public import JSON

/// Looking at the world and acting in it.
extension LocalDiscord {
    /// A server by its name.
    ///
    /// - Throws: ``LocalDiscordError`` when there is none.
    public func guild(_ name: String) throws -> LocalGuild {
        let found = hub.read { realm in realm.world.guilds.values.filter { $0.name == name }.min { $0.id < $1.id }?.id }
        guard let found else { throw LocalDiscordError(.unknown, "There is no server \(name).") }
        return LocalGuild(hub: hub, flake: found)
    }

    /// Makes a server with a channel `general` and invites the bot.
    ///
    /// - Parameter botPermissions: What the bot may do in it; nil gives what a chores bot needs.
    @discardableResult
    public func makeGuild(_ name: String, owner: LocalMember, botPermissions: Permissions? = nil) -> LocalGuild {
        let id = hub.change { realm in
            let granted = botPermissions.map { Perm(rawValue: $0.rawValue) } ?? Realm.usualBotPermissions
            let guild = realm.addGuild(name, owner: owner.flake, botPermissions: granted)
            realm.addTextChannel("general", in: guild.id)
            return guild.id
        }
        return LocalGuild(hub: hub, flake: id)
    }

    /// A person by user name, whichever the server.
    ///
    /// - Throws: ``LocalDiscordError`` when there is none.
    public func member(_ username: String) throws -> LocalMember {
        let found = hub.read { realm in
            realm.world.users.values.filter { $0.username == username }.min { $0.id < $1.id }?.id
        }
        guard let found else { throw LocalDiscordError(.unknown, "There is no user \(username).") }
        return LocalMember(hub: hub, flake: found)
    }

    /// The application's id, which is the bot's user id as well.
    public var applicationID: ApplicationID {
        ApplicationID(hub.read { $0.world.application.id.value })
    }

    /// The commands the bot has registered, Discord's objects.
    public var commands: [JSONValue] {
        hub.read { $0.commandsJSON().list ?? [] }
    }

    /// Waits until the bot has registered a command.
    public func waitForCommand(_ name: String, atMost limit: Duration = .seconds(20)) async throws {
        _ = try await hub.wait(atMost: limit, "The registration of /\(name)") { realm -> Bool? in
            realm.world.commands.values.contains { $0.name.text == name } ? true : nil
        }
    }

    /// Waits until a shard of the bot is connected and identified.
    public func waitForBot(atMost limit: Duration = .seconds(20)) async throws {
        _ = try await hub.wait(atMost: limit, "The bot's connection") { realm -> Bool? in
            realm.gateway.isBotConnected ? true : nil
        }
    }

    // MARK: - Recorder

    /// A request the bot made.
    public struct RecordedCall: Sendable {
        /// The method.
        public let method: String
        /// The route with its parameters in braces: `/channels/{channel}/messages`.
        public let route: String
        /// The path, tokens masked.
        public let path: String
        /// The body it sent.
        public let request: JSONValue
        /// The status it got.
        public let status: Int
        /// The body it got.
        public let response: JSONValue
        /// When, by the virtual clock.
        public let time: VirtualClock.Instant
        /// The machine's time from the request's arrival to its answer.
        public let elapsed: Duration
    }

    /// The requests of the bot that the recorder still holds, oldest first.
    public func recordedCalls(route: String? = nil) -> [RecordedCall] {
        hub.read { realm in
            realm.recorder.entries().compactMap { entry in
                guard
                    case .rest(let method, let found, let path, let request, let status, let response, let elapsed) =
                        entry.body,
                    route == nil || found == route
                else { return nil }
                return RecordedCall(
                    method: method, route: found, path: path, request: request, status: status, response: response,
                    time: VirtualClock.Instant(sinceEpoch: .milliseconds(entry.time.milliseconds)), elapsed: elapsed)
            }
        }
    }

    /// The payloads of the gateway that the recorder still holds, oldest first; `fromBot` chooses the direction.
    public func recordedPayloads(fromBot: Bool) -> [JSONValue] {
        hub.read { realm in
            realm.recorder.entries().compactMap { entry in
                guard case .gateway(let isOutgoing, _, let payload) = entry.body, isOutgoing != fromBot else {
                    return nil
                }
                return payload
            }
        }
    }
}
