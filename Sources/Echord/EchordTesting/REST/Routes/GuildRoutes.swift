import JSON

/// Guilds. Source: https://discord.com/developers/docs/resources/guild
extension RouteTable {
    static var guildRoutes: [Route] {
        [
            Route("GET", "/guilds/{guild}", .init("guild-get", 10, per: .seconds(10))) { realm, call throws(Refusal) in
                let guild = try realm.guild(call)
                guard call.queryFlag("with_counts") else { return .ok(guild.json) }
                let count = JSONValue.number(guild.members.count)
                return .ok(
                    guild.json.adding("approximate_member_count", count).adding("approximate_presence_count", count))
            },
            Route("GET", "/guilds/{guild}/channels", .guildReading) { realm, call throws(Refusal) in
                let guild = try realm.guild(call)
                let seen = realm.world.channels(of: guild).filter {
                    !$0.kind.isThread
                        && realm.world.permissions(of: call.actor, in: $0, at: realm.now).contains(.viewChannel)
                }
                return .ok(.array(seen.map { realm.world.channelJSON($0) }))
            },
        ]
    }
}
