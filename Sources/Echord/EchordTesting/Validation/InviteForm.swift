import JSON

/// The fields of invites. Source: https://discord.com/developers/docs/resources/channel#create-channel-invite
extension Form {
    mutating func invite(over invite: Invite) -> Invite {
        var invite = invite
        set("max_age", &invite.maxAge) { $0.int($1, 0...Invite.ageLimit) }
        set("max_uses", &invite.maxUses) { $0.int($1, 0...Invite.usesLimit) }
        set("temporary", &invite.isTemporary) { $0.flag($1) }
        set("role_ids", &invite.roles) { $0.flakes($1, 0...250) }
        invite.targetType = choice("target_type", [1, 2])
        invite.targetUser = flake("target_user_id", required: invite.targetType == 1)
        invite.targetApplication = flake("target_application_id", required: invite.targetType == 2)
        return invite
    }
}
