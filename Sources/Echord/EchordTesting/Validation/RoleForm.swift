import JSON

/// The fields of roles. Source: https://discord.com/developers/docs/resources/guild#create-guild-role
extension Form {
    /// Reads a role's fields over what they are.
    mutating func role(over role: Role) -> Role {
        var role = role
        set("name", &role.name) { $0.text($1, 0...Role.nameLimit) }
        if role.name.trimmed.isEmpty { role.name = "new role" }
        set("permissions", &role.permissions) { $0.permissions($1) }
        set("color", &role.colors.primary) { $0.int($1, 0...0xFF_FFFF) }
        set("colors", &role.colors) { form, key in form.object(key) { $0.roleColors() } }
        set("hoist", &role.isHoisted) { $0.flag($1) }
        set("mentionable", &role.isMentionable) { $0.flag($1) }
        change("icon", &role.icon) { $0.image($1)?.hash }
        change("unicode_emoji", &role.emoji) { form, key in
            guard let text = form.text(key, 1...100) else { return nil }
            if !EmojiReference.isUnicodeEmoji(text) { form.complain(key, "INVALID_EMOJI", "Invalid emoji") }
            return text
        }
        return role
    }

    private mutating func roleColors() -> Role.Colors? {
        let colors = Role.Colors(
            primary: int("primary_color", 0...0xFF_FFFF, required: true) ?? 0,
            secondary: int("secondary_color", 0...0xFF_FFFF), tertiary: int("tertiary_color", 0...0xFF_FFFF))
        let holographic = Role.Colors(primary: 11_127_295, secondary: 16_759_788, tertiary: 16_761_760)
        if colors.tertiary != nil, colors != holographic {
            complain("tertiary_color", "INVALID_ROLE_COLORS", "Only the holographic style has three colors.")
        }
        return colors
    }

    /// One entry of the list that moves roles.
    mutating func rolePosition() -> (id: Flake, position: Int?)? {
        let position = int("position", 0...1000)
        return flake("id", required: true).map { ($0, position) }
    }
}
