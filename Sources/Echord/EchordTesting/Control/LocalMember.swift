public import EchordPrimitives
public import JSON

/// A person of the local Discord, who can be made to act.
///
/// Acts that the bot answers wait for the last word: the first answer, or after a deferral the edit that fills it; or the failure Discord's
/// client shows after three virtual seconds. With a stopped clock a silent bot makes them wait for ``patience`` of real time.
public struct LocalMember: Sendable {
    let hub: Hub
    let flake: Flake
    /// How long an act waits for the bot by the machine's time. Default 10 s.
    public var patience = Duration.seconds(10)

    init(hub: Hub, flake: Flake) {
        self.hub = hub
        self.flake = flake
    }

    /// The user's id.
    public var id: UserID { UserID(flake.value) }

    // MARK: - Writing

    /// Writes a message.
    ///
    /// - Throws: ``LocalDiscordError`` with what Discord would refuse.
    @discardableResult
    public func say(_ content: String, in channel: LocalChannel, replyingTo message: LocalMessage? = nil) throws
        -> LocalMessage
    {
        try act { realm throws(ActRefusal) in
            let post = try realm.actMessage(
                flake, in: channel.flake, content: content, reference: message?.flake, files: [])
            return LocalMessage(realm.localJSON(post, for: flake))
        }
    }

    /// Puts an emoji under a message.
    public func react(_ emoji: String, to message: LocalMessage) throws {
        try act { realm throws(ActRefusal) in
            try realm.actReact(flake, in: message.channel, message: message.flake, emoji: emoji, remove: false)
        }
    }

    /// Deletes a message, or dismisses one that only this member sees.
    public func delete(_ message: LocalMessage) throws {
        try act { realm throws(ActRefusal) in
            try realm.actDelete(flake, in: message.channel, message: message.flake)
        }
    }

    /// Changes the language of the person's client.
    public func setLocale(_ locale: String) {
        hub.change { realm in
            realm.world.users[flake]?.locale = locale
            for guild in realm.world.guilds.values where guild.members[flake] != nil { realm.noteGuild(guild.id) }
        }
    }

    /// The direct-message channel with the bot.
    public func directMessages() -> LocalChannel {
        LocalChannel(hub: hub, flake: hub.change { $0.directChannel(with: flake).id })
    }

    // MARK: - Commands

    /// Runs a slash command and waits for its answer.
    ///
    /// - Parameters:
    ///   - command: The name, with those of group and sub-command: `/task create`.
    ///   - options: Values by the options' names; ids as strings.
    /// - Throws: ``LocalDiscordError`` with what Discord's client would not let the member send, or when no answer comes in real time.
    @discardableResult
    public func slash(
        _ command: String, _ options: [String: JSONValue] = [:], in channel: LocalChannel
    ) async throws -> LocalAnswer {
        try await interact { realm throws(ActRefusal) in
            try realm.actSlash(flake, in: channel.flake, path: ControlActs.words(command), options: options)
        }
    }

    /// Asks for suggestions for one option.
    ///
    /// - Throws: ``LocalDiscordError`` as ``slash(_:_:in:)``, and when the bot has failed.
    public func autocomplete(
        _ command: String, _ options: [String: JSONValue] = [:], focused: String, in channel: LocalChannel
    ) async throws -> [LocalAnswer.Choice] {
        let answer = try await ask(command, options, focused: focused, in: channel)
        if let failure = answer.failure { throw LocalDiscordError(.failed, failure) }
        return answer.choices
    }

    /// Asks for suggestions for one option, and tells all about the answer.
    ///
    /// - Throws: ``LocalDiscordError`` as ``slash(_:_:in:)``.
    public func ask(
        _ command: String, _ options: [String: JSONValue] = [:], focused: String, in channel: LocalChannel
    ) async throws -> LocalAnswer {
        try await interact { realm throws(ActRefusal) in
            try realm.actAutocomplete(
                flake, in: channel.flake, path: ControlActs.words(command), options: options, focused: focused)
        }
    }

    /// Uses a context menu on a message.
    public func menu(_ command: String, on message: LocalMessage) async throws -> LocalAnswer {
        try await interact { realm throws(ActRefusal) in
            try realm.actContextMenu(flake, in: message.channel, command: command, target: message.flake)
        }
    }

    /// Uses a context menu on a person.
    public func menu(_ command: String, on member: LocalMember, in channel: LocalChannel) async throws -> LocalAnswer {
        try await interact { realm throws(ActRefusal) in
            try realm.actContextMenu(flake, in: channel.flake, command: command, target: member.flake)
        }
    }

    // MARK: - Components and modals

    /// Presses a button.
    ///
    /// - Parameter finally: Whether to wait for what follows a deferral.
    @discardableResult
    public func click(_ button: LocalComponent, on message: LocalMessage, finally: Bool = true) async throws
        -> LocalAnswer
    {
        try await interact(finally: finally) { realm throws(ActRefusal) in
            try realm.actClick(flake, in: message.channel, message: message.flake, customID: button.customID)
        }
    }

    /// Presses the button with this label.
    @discardableResult
    public func click(_ label: String, on message: LocalMessage) async throws -> LocalAnswer {
        try await click(try message.button(label), on: message)
    }

    /// Chooses in a select.
    @discardableResult
    public func choose(_ values: [String], in select: LocalComponent, on message: LocalMessage) async throws
        -> LocalAnswer
    {
        try await interact { realm throws(ActRefusal) in
            try realm.actSelect(
                flake, in: message.channel, message: message.flake, customID: select.customID, values: values)
        }
    }

    /// Submits the form that an interaction was answered with.
    ///
    /// - Parameter values: By custom id: a text, a list of texts, a boolean.
    @discardableResult
    public func submit(_ values: [String: JSONValue], to answer: LocalAnswer) async throws -> LocalAnswer {
        try await interact { realm throws(ActRefusal) in
            try realm.actModal(flake, interaction: answer.flake, values: values)
        }
    }

    // MARK: - Parts

    private func act<Result: Sendable>(_ body: (inout Realm) throws(ActRefusal) -> Result) throws -> Result {
        do throws(ActRefusal) {
            return try hub.change(body)
        } catch {
            throw LocalDiscordError(error)
        }
    }

    private func interact(
        finally: Bool = true, _ begin: (inout Realm) throws(ActRefusal) -> Flake
    ) async throws -> LocalAnswer {
        let id = try act(begin)
        return try await hub.wait(atMost: patience, "The bot's answer") { realm in
            guard realm.isSettled(id, finally: finally), let interaction = realm.interactions[id] else { return nil }
            return LocalAnswer(realm.interactionJSON(interaction, for: flake))
        }
    }
}
