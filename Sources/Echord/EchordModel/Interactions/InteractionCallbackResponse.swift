public import EchordPrimitives
public import JSON

/// What Discord says to an answer with `with_response=true`.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object>
@JSONModel
public struct InteractionCallbackResponse: Hashable, Sendable {
    /// About the interaction.
    public var interaction: InteractionCallbackInfo
    /// What the answer made.
    public var resource: InteractionCallbackResource?
}

/// About an interaction that was answered.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-object>
@JSONModel
public struct InteractionCallbackInfo: Hashable, Sendable {
    /// The interaction's id.
    public var id: InteractionID
    /// Its kind.
    public var type: InteractionType
    /// The activity that was launched.
    public var activityInstanceID: String?
    /// The message that was made.
    public var responseMessageID: MessageID?
    /// Whether the answer was put off.
    @JSONKey("response_message_loading") public var isResponseMessageLoading: Bool?
    /// Whether only the person sees it.
    @JSONKey("response_message_ephemeral") public var isResponseMessageEphemeral: Bool?
    /// The channel; not documented.
    public var channelID: ChannelID?
    /// The guild; not documented.
    public var guildID: GuildID?
}

/// What an answer made.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-resource-object>
@JSONModel
public struct InteractionCallbackResource: Hashable, Sendable {
    /// The answer's kind.
    public var type: InteractionCallbackType
    /// The activity that was launched.
    public var activityInstance: ActivityInstance?
    /// The message that was made.
    public var message: Message?
}

/// An activity that was launched.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-activity-instance-resource>
@JSONModel
public struct ActivityInstance: Hashable, Sendable {
    /// Its id.
    public var id: String
}
