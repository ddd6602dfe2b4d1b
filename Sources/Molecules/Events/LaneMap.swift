internal import Atoms
internal import EchordPrimitives

/// Which lane handles a guild: the same one always, so that its events stay in order.
enum LaneMap {
    /// One of a group's serial lanes.
    struct Lane: Hashable, Sendable {
        let group: String
        let index: Int
        let count: Int
    }

    /// Guilds are spread over so many slots, and the slots over the lanes. The number stands in stored rows.
    static let slots = 64

    /// The slot of a guild. A snowflake's low bits repeat, so they are mixed first.
    static func slot(of guild: GuildID) -> Int { Int((guild.rawValue &* 0x9E37_79B9_7F4A_7C15) >> 58) }

    /// The number of the lane, of `count`, that has a guild.
    static func lane(of guild: GuildID, count: Int) -> Int { slot(of: guild) % count }
}
