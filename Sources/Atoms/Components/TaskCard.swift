/// A message that shows a task, wherever it hangs.
public struct TaskCard: Hashable, Sendable {
    /// The guild.
    public let guildID: GuildID
    /// The task.
    public let taskID: TaskID
    /// The channel or thread of the message.
    public let channelID: ChannelID
    /// The message.
    public let messageID: MessageID
    /// What its buttons point to.
    public let stateID: ComponentStateID
    /// The version of the task that it shows.
    public let shownVersion: Int

    /// A card.
    public init(
        guildID: GuildID, taskID: TaskID, channelID: ChannelID, messageID: MessageID, stateID: ComponentStateID,
        shownVersion: Int
    ) {
        self.guildID = guildID
        self.taskID = taskID
        self.channelID = channelID
        self.messageID = messageID
        self.stateID = stateID
        self.shownVersion = shownVersion
    }
}
