public import EchordModel
public import EchordPrimitives

/// Places where players of a game meet. What is said to need a player's right can be asked for by the bot too, where
/// Discord allows it; otherwise hand in the player's access token with ``authorized(by:)``.
extension APIRequest {
    /// Makes a lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#create-lobby>
    public static func createLobby(_ lobby: CreateLobby = CreateLobby()) -> APIRequest<Lobby> {
        .init(.post, "/lobbies", body: .json(lobby))
    }

    /// Joins the lobby with a secret, or makes it. With a player's access token (scope `sdk.social_layer`).
    ///
    /// <https://docs.discord.com/developers/resources/lobby#create-or-join-lobby>
    public static func joinLobby(_ lobby: JoinLobby) -> APIRequest<Lobby> {
        .init(.put, "/lobbies", body: .json(lobby))
    }

    /// One lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#get-lobby>
    public static func getLobby(_ lobby: LobbyID) -> APIRequest<Lobby> { .init(.get, "/lobbies/\(lobby)") }

    /// Changes a lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#modify-lobby>
    public static func editLobby(_ lobby: LobbyID, _ changes: EditLobby) -> APIRequest<Lobby> {
        .init(.patch, "/lobbies/\(lobby)", body: .json(changes))
    }

    /// Deletes a lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#delete-lobby>
    public static func deleteLobby(_ lobby: LobbyID) -> APIRequest<Void> { .init(.delete, "/lobbies/\(lobby)") }

    /// Lets a guild's channel show what is said in a lobby, or ends it. With the access token of a player whose flags
    /// have `canLinkLobby`.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#link-channel-to-lobby>
    public static func linkLobby(_ lobby: LobbyID, _ link: LinkLobbyChannel) -> APIRequest<Lobby> {
        .init(.patch, "/lobbies/\(lobby)/channel-linking", body: .json(link))
    }

    // MARK: - Members

    /// Adds somebody to a lobby, or changes them in it.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#add-a-member-to-a-lobby>
    public static func editLobbyMember(
        _ user: UserID, of lobby: LobbyID, _ member: EditLobbyMember = EditLobbyMember()
    ) -> APIRequest<LobbyMember> {
        .init(.put, "/lobbies/\(lobby)/members/\(user)", body: .json(member))
    }

    /// Adds, changes and removes 1 to 25 members of a lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#bulk-update-lobby-members>
    public static func editLobbyMembers(
        _ members: [BulkLobbyMember], of lobby: LobbyID
    ) -> APIRequest<[LobbyMember]> {
        .init(
            .post, "/lobbies/\(lobby)/members/bulk", body: .json(ValidatedList(members, count: 1...25)),
            isRepeatable: true, reading: .list())
    }

    /// Removes somebody from a lobby.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#remove-a-member-from-a-lobby>
    public static func removeLobbyMember(_ user: UserID, from lobby: LobbyID) -> APIRequest<Void> {
        .init(.delete, "/lobbies/\(lobby)/members/\(user)")
    }

    /// Leaves a lobby. With a player's access token (scope `sdk.social_layer`).
    ///
    /// <https://docs.discord.com/developers/resources/lobby#leave-lobby>
    public static func leaveLobby(_ lobby: LobbyID) -> APIRequest<Void> {
        .init(.delete, "/lobbies/\(lobby)/members/@me")
    }

    /// Makes an invite into the lobby's guild. With a player's access token (scope `sdk.social_layer`).
    ///
    /// <https://docs.discord.com/developers/resources/lobby#create-lobby-channel-invite-for-self>
    public static func createOwnLobbyInvite(of lobby: LobbyID) -> APIRequest<LobbyInvite> {
        .init(.post, "/lobbies/\(lobby)/members/@me/invites")
    }

    /// Makes an invite into the lobby's guild for somebody.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#create-lobby-channel-invite-for-user>
    public static func createLobbyInvite(for user: UserID, of lobby: LobbyID) -> APIRequest<LobbyInvite> {
        .init(.post, "/lobbies/\(lobby)/members/\(user)/invites")
    }

    // MARK: - Messages

    /// Messages of a lobby, the last first.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#get-lobby-messages>
    ///
    /// - Parameter limit: 1 to 200; 50 when left out.
    public static func listLobbyMessages(of lobby: LobbyID, limit: Int? = nil) -> APIRequest<[LobbyMessage]> {
        .init(.get, "/lobbies/\(lobby)/messages", query: [.number("limit", limit, in: 1...200)], reading: .list())
    }

    /// Sends a message into a lobby. With a player's access token (scope `sdk.social_layer`).
    ///
    /// <https://docs.discord.com/developers/resources/lobby#send-lobby-message>
    public static func createLobbyMessage(
        in lobby: LobbyID, _ message: CreateMessage, files: [FileUpload] = []
    ) -> APIRequest<LobbyMessage> {
        .init(.post, "/lobbies/\(lobby)/messages", body: .message(message, files))
    }

    /// Keeps what the application's moderation has to say about a message with it.
    ///
    /// <https://docs.discord.com/developers/resources/lobby#update-lobby-message-moderation-metadata>
    ///
    /// - Parameter metadata: Up to 5 entries of up to 2000 characters.
    public static func setModerationMetadata(
        _ metadata: [String: String], of message: MessageID, in lobby: LobbyID
    ) -> APIRequest<Void> {
        .init(
            .put, "/lobbies/\(lobby)/messages/\(message)/moderation-metadata",
            body: .json(ModerationMetadata(entries: metadata)))
    }

    // MARK: - Direct messages of players

    /// Keeps what the application's moderation has to say about a direct message of two players with it. Discord
    /// describes it without a page.
    ///
    /// - Parameter metadata: Up to 5 entries of up to 2000 characters.
    public static func setModerationMetadata(
        _ metadata: [String: String], of message: MessageID, between first: UserID, and second: UserID
    ) -> APIRequest<Void> {
        .init(
            .put,
            "/partner-sdk/dms/\(first, "user_id_1")/\(second, "user_id_2")/messages/\(message)/moderation-metadata",
            body: .json(ModerationMetadata(entries: metadata)))
    }
}
