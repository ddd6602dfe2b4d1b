public import EchordModel
internal import EchordPrimitives

extension BulkDeleteMessages: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect {
            $0.count(messages.count, DiscordLimits.Message.bulkDelete, of: "messages", at: "messages")
        }
    }
}
