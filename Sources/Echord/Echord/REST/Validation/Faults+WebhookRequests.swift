public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateWebhook: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(name, DiscordLimits.Webhook.name, at: "name") }
    }
}

extension EditWebhook: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(name, DiscordLimits.Webhook.name, at: "name") }
    }
}

extension CreateInvite: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.number(maxAge, DiscordLimits.Invite.age, at: "max_age")
            faults.number(maxUses, DiscordLimits.Invite.uses, at: "max_uses")
            faults.count(roleIDs, upTo: DiscordLimits.Guild.roles, of: "roles", at: "role_ids")
        }
    }
}

extension CreateGroupInvite: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.number(maxAge, DiscordLimits.Invite.groupAge, at: "max_age") }
    }
}
