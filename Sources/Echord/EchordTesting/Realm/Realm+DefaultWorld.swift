/// The world to begin with.
extension Realm {
    /// What an invited bot of a chores platform holds.
    static let usualBotPermissions: Perm = [
        .viewChannel, .sendMessages, .manageMessages, .embedLinks, .attachFiles, .readHistory, .addReactions,
        .externalEmojis,
        .useCommands, .manageThreads, .createPublicThreads, .createPrivateThreads, .sendInThreads, .changeNickname,
        .manageRoles, .moderateMembers, .pinMessages,
    ]

    /// One server, Home: general and chores, Ann who owns it, Ben who speaks Dutch, Cas, Kid, and the bot.
    mutating func makeDefaultWorld() {
        let ann = addUser("ann", globalName: "Ann", locale: "en-US")
        let ben = addUser("ben", globalName: "Ben", locale: "nl")
        let cas = addUser("cas", globalName: "Cas", locale: "en-US")
        let kid = addUser("kid", globalName: "Kid", locale: "en-US")
        world.application.owner = ann.id
        let home = addGuild("Home", owner: ann.id, botPermissions: Self.usualBotPermissions)
        _ = addRole("Adults", permissions: [], color: 0x57F287, in: home.id)
        for user in [ben, cas, kid] { putMember(user.id, in: home.id, roles: nil, nick: nil) }
        let adults = world.guilds[home.id]?.roles.values.first { $0.name == "Adults" }
        if let adults {
            for user in [ann, ben] { changeMember(user.id, in: home.id) { $0.roles = [adults.id] } }
        }
        for name in ["general", "chores"] { addTextChannel(name, in: home.id) }
    }

    /// A text channel without further ado.
    @discardableResult
    mutating func addTextChannel(_ name: String, in guild: Flake) -> Flake {
        var channel = Channel(id: flake(), kind: .text, guild: guild, name: name)
        channel.position = world.guilds[guild]?.channels.count ?? 0
        world.channels[channel.id] = channel
        world.guilds[guild]?.channels.insert(channel.id)
        sendChannel("CHANNEL_CREATE", channel)
        return channel.id
    }
}
