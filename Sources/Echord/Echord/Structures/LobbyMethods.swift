public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Lobby {
    /// Changes a lobby.
    @discardableResult
    public func edit(_ changes: EditLobby) async throws -> Live<Lobby> { try await live(.editLobby(id, changes)) }

    /// Deletes a lobby.
    public func delete() async throws { try await discord.send(.deleteLobby(id)) }

    /// Lets a guild's channel show what is said in a lobby, or ends it. With the access token of a player whose flags
    /// have `canLinkLobby`.
    @discardableResult
    public func link(_ link: LinkLobbyChannel) async throws -> Live<Lobby> { try await live(.linkLobby(id, link)) }

    /// Adds somebody to a lobby, or changes them in it.
    @discardableResult
    public func editMember(_ user: UserID, _ member: EditLobbyMember = EditLobbyMember()) async throws -> LobbyMember {
        try await discord.send(.editLobbyMember(user, of: id, member))
    }

    /// Adds, changes and removes 1 to 25 members of a lobby.
    @discardableResult
    public func editMembers(_ members: [BulkLobbyMember]) async throws -> [LobbyMember] {
        try await discord.send(.editLobbyMembers(members, of: id))
    }

    /// Removes somebody from a lobby.
    public func removeMember(_ user: UserID) async throws { try await discord.send(.removeLobbyMember(user, from: id)) }

    /// Leaves a lobby. With a player's access token (scope `sdk.social_layer`).
    public func leave() async throws { try await discord.send(.leaveLobby(id)) }

    /// Makes an invite into the lobby's guild. With a player's access token (scope `sdk.social_layer`).
    @discardableResult
    public func createOwnInvite() async throws -> LobbyInvite { try await discord.send(.createOwnLobbyInvite(of: id)) }

    /// Makes an invite into the lobby's guild for somebody.
    @discardableResult
    public func createInvite(for user: UserID) async throws -> LobbyInvite {
        try await discord.send(.createLobbyInvite(for: user, of: id))
    }

    /// Messages of a lobby, the last first.
    ///
    /// - Parameter limit: 1 to 200; 50 when left out.
    public func messages(limit: Int? = nil) async throws -> [LobbyMessage] {
        try await discord.send(.listLobbyMessages(of: id, limit: limit))
    }

    /// Sends a message into a lobby. With a player's access token (scope `sdk.social_layer`).
    @discardableResult
    public func send(_ message: CreateMessage, files: [FileUpload] = []) async throws -> LobbyMessage {
        try await discord.send(.createLobbyMessage(in: id, message, files: files))
    }

    /// Keeps what the application's moderation has to say about a message with it.
    ///
    /// - Parameter metadata: Up to 5 entries of up to 2000 characters.
    public func setModerationMetadata(_ metadata: [String: String], of message: MessageID) async throws {
        try await discord.send(.setModerationMetadata(metadata, of: message, in: id))
    }
}
