public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Opens a stage. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS there.
    ///
    /// <https://docs.discord.com/developers/resources/stage-instance#create-stage-instance>
    public static func createStageInstance(
        _ stage: CreateStageInstance, reason: String? = nil
    ) -> APIRequest<StageInstance> {
        .init(.post, "/stage-instances", body: .json(stage), reason: reason)
    }

    /// The open stage of a channel, if there is one.
    ///
    /// <https://docs.discord.com/developers/resources/stage-instance#get-stage-instance>
    public static func getStageInstance(in channel: ChannelID) -> APIRequest<StageInstance> {
        .init(.get, "/stage-instances/\(channel)")
    }

    /// Changes an open stage. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS there.
    ///
    /// <https://docs.discord.com/developers/resources/stage-instance#modify-stage-instance>
    public static func editStageInstance(
        in channel: ChannelID, _ changes: EditStageInstance, reason: String? = nil
    ) -> APIRequest<StageInstance> {
        .init(.patch, "/stage-instances/\(channel)", body: .json(changes), reason: reason)
    }

    /// Closes a stage. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS there.
    ///
    /// <https://docs.discord.com/developers/resources/stage-instance#delete-stage-instance>
    public static func deleteStageInstance(in channel: ChannelID, reason: String? = nil) -> APIRequest<Void> {
        .init(.delete, "/stage-instances/\(channel)", reason: reason)
    }
}
