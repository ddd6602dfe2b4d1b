public import EchordModel
internal import EchordPrimitives

extension CommandPermissionList: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect {
            $0.count(permissions.count, 0...DiscordLimits.Command.permissions, of: "entries", at: "permissions")
        }
    }
}
