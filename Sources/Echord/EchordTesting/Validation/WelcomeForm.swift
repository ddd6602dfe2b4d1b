import JSON

/// The fields of welcome screens and onboarding. Sources: https://discord.com/developers/docs/resources/guild#modify-guild-welcome-screen,
/// https://discord.com/developers/docs/resources/guild#modify-guild-onboarding
extension Form {
    mutating func screen(over welcome: Welcome) -> Welcome {
        var welcome = welcome
        set("enabled", &welcome.isScreenOn) { $0.flag($1) }
        change("description", &welcome.description) { form, key in
            form.text(key, 0...140).flatMap { $0.isEmpty ? nil : $0 }
        }
        if has("welcome_channels") {
            welcome.places = objects("welcome_channels", 0...Welcome.placeLimit) { $0.place() } ?? []
        }
        return welcome
    }

    private mutating func place() -> Welcome.Place? {
        let channel = flake("channel_id", required: true)
        let description = text("description", 1...42, required: true)
        let emoji = flake("emoji_id").map { EmojiReference(name: text("emoji_name", 0...32) ?? "", id: $0) }
        let plain = text("emoji_name", 0...32).map { EmojiReference(name: $0, id: nil) }
        guard let channel, let description else { return nil }
        return Welcome.Place(channel: channel, description: description, emoji: emoji ?? plain)
    }

    /// - Parameter next: Makes the id of a new question or choice.
    mutating func onboarding(over welcome: Welcome, next: () -> Flake) -> Welcome {
        var welcome = welcome
        set("prompts", &welcome.prompts) { form, key in form.objects(key, 0...15) { $0.prompt(next) } }
        set("default_channel_ids", &welcome.defaultChannels) { $0.flakes($1, 0...500) }
        set("enabled", &welcome.isOnboardingOn) { $0.flag($1) }
        set("mode", &welcome.mode) { $0.choice($1, [0, 1]) }
        return welcome
    }

    private mutating func prompt(_ next: () -> Flake) -> Welcome.Prompt? {
        // An id that is not one of Discord's stands for a new question.
        _ = flake("id", required: true)
        let title = text("title", 1...100, required: true)
        let kind = choice("type", [0, 1]) ?? 0
        let choices = objects("options", 1...50, required: true) { $0.promptChoice(next) }
        let isSingle = flag("single_select") ?? false
        let isRequired = flag("required") ?? false
        let isInOnboarding = flag("in_onboarding") ?? false
        guard let title, let choices else { return nil }
        return Welcome.Prompt(
            id: next(), title: title, kind: kind, choices: choices, isSingle: isSingle, isRequired: isRequired,
            isInOnboarding: isInOnboarding)
    }

    private mutating func promptChoice(_ next: () -> Flake) -> Welcome.Prompt.Choice? {
        let title = text("title", 1...50, required: true)
        let description = text("description", 0...100) ?? ""
        let roles = flakes("role_ids", 0...250) ?? []
        let channels = flakes("channel_ids", 0...500) ?? []
        if roles.isEmpty, channels.isEmpty {
            complain("role_ids", "ONBOARDING_OPTION_EMPTY", "An option must have at least one role or channel.")
        }
        let id = flake("emoji_id")
        let name = text("emoji_name", 0...32)
        let animated = flag("emoji_animated") ?? false
        let emoji =
            id == nil && name == nil ? nil : EmojiReference(name: name ?? "", id: id, isAnimated: animated)
        guard let title else { return nil }
        return .init(
            id: next(), title: title, description: description, emoji: emoji, roles: roles, channels: channels)
    }
}
