import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Telemetry

@testable import Echord

/// A cache behind an event hub, fed with what Discord writes.
struct CacheStage {
    let hub = EventHub()
    let metrics = Metrics()
    let cache: DiscordCache

    init(_ configuration: CacheConfiguration = CacheConfiguration(), time: TimeSource = .continuous) {
        cache = DiscordCache(configuration, time: time, metrics: metrics)
        cache.attach(to: hub)
    }

    func send(_ name: String, _ data: String, on shard: ShardID = .single) {
        let payload = Array((#"{"t":""# + name + #"","s":1,"op":0,"d":"# + data + "}").utf8)
        payload.withUnsafeBytes { bytes in
            hub.dispatch(
                bytes, name: DispatchEventName(rawValue: name), shard: shard, sequence: 1, received: .origin,
                parser: JSONParser())
        }
    }

    static let guild: GuildID = 10
    static let home = """
        {"id":"10","name":"Home","owner_id":"1","member_count":3,
         "roles":[{"id":"10","name":"@everyone","permissions":"1024","position":0,"color":0},
                  {"id":"11","name":"Cook","permissions":"8192","position":1,"color":0}],
         "emojis":[{"id":"70","name":"pan"}],"stickers":[{"id":"71","name":"s","type":2,"format_type":1}],
         "channels":[{"id":"20","type":0,"name":"general","permission_overwrites":
                        [{"id":"11","type":0,"allow":"2048","deny":"0"}]},
                     {"id":"21","type":2,"name":"voice"}],
         "threads":[{"id":"22","type":11,"name":"t","parent_id":"20",
                     "thread_metadata":{"archived":false,"auto_archive_duration":60,
                                        "archive_timestamp":"2026-01-01T00:00:00+00:00","locked":false}}],
         "members":[{"user":{"id":"1","username":"ann"},"roles":[],"deaf":false,"mute":true},
                    {"user":{"id":"2","username":"ben"},"nick":"Benny","roles":["11"],"deaf":false,"mute":false}],
         "presences":[{"user":{"id":"1"},"status":"online","activities":[]}],
         "voice_states":[{"user_id":"2","channel_id":"21","session_id":"s"}],
         "stage_instances":[],"guild_scheduled_events":[],"soundboard_sounds":[]}
        """

    static func ready(_ guilds: String) -> String {
        """
        {"v":10,"user":{"id":"9","username":"bot","bot":true},"guilds":[\(guilds)],"session_id":"s",
         "resume_gateway_url":"ws://x","application":{"id":"9","flags":0}}
        """
    }

    /// A stage that has entered `home`.
    static func atHome(
        _ configuration: CacheConfiguration = CacheConfiguration(), time: TimeSource = .continuous
    ) -> CacheStage {
        let stage = CacheStage(configuration, time: time)
        stage.send("READY", ready(#"{"id":"10","unavailable":true}"#))
        stage.send("GUILD_CREATE", home)
        return stage
    }
}
