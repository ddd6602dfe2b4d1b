public import EchordModel
public import EchordPrimitives

extension InteractionContext {
    /// Who did it; absent only where Discord says nothing of it.
    public var user: User? { interaction.author }

    /// The guild; `nil` in direct messages.
    public var guildID: GuildID? { interaction.guildID }

    /// The channel.
    public var channelID: ChannelID? { interaction.channelID }

    /// The language to answer in.
    public var locale: DiscordLocale { interaction.preferredLocale }

    // MARK: - What was chosen or filled in

    /// What was chosen in a select: texts, or ids.
    public var values: [String] { interaction.component?.values ?? [] }

    /// The users that were chosen in a select, with what they are in the guild.
    public var chosenMembers: [ResolvedMember] {
        guard let component = interaction.component, let resolved = component.resolved else { return [] }
        return (component.values ?? []).compactMap(UserID.init).compactMap { ResolvedMember($0, in: resolved) }
    }

    /// What a modal's field holds, by its custom id; nil when there is no such field.
    public subscript(field customID: String) -> [String]? { interaction.modal?[customID]?.strings }

    /// What was typed or chosen in a modal's field; nil when there is no such field or nothing in it.
    public func text(of customID: String) -> String? {
        self[field: customID]?.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The files that were uploaded to a modal's field.
    public func files(of customID: String) -> [Attachment] {
        let resolved = interaction.modal?.resolved?.attachments ?? [:]
        return (self[field: customID] ?? []).compactMap(AttachmentID.init).compactMap { resolved[$0] }
    }

    // MARK: - Answers

    /// Answers with a text that pings nobody, as ``InteractionResponder/reply(_:files:wantsMessage:)``.
    ///
    /// - Parameter isPrivate: whether only the person sees it.
    public func reply(_ text: String, privately isPrivate: Bool = false) async throws {
        try await reply(MessageContent(text).ephemeral(isPrivate))
    }

    /// Answers with a message, as ``InteractionResponder/reply(_:files:wantsMessage:)``.
    public func reply(_ content: MessageContent, files: [FileUpload] = []) async throws {
        try await responder.reply(try content.interactionMessage(), files: files)
    }

    /// Changes the message whose component was used, as ``InteractionResponder/update(_:files:)``.
    public func update(_ content: MessageContent, files: [FileUpload] = []) async throws {
        try await responder.update(try content.updateMessage(), files: files)
    }
}
