import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Telemetry

@testable import Echord

/// Runs a command tree without a network and keeps what it answers.
struct TreeFixture {
    let api = RecordingInteractionAPI()
    let clock: ManualClock
    let time: TimeSource

    init() {
        clock = ManualClock()
        time = TimeSource(clock)
    }

    /// Runs the tree until it has handled these.
    @discardableResult
    func serve(_ tree: CommandTree, _ interactions: Interaction...) async throws -> [String] {
        let service = tree.service(api: api, time: time)
        for interaction in interactions { service.receive(interaction) }
        let group = try ServiceGroup([.init(service)], logger: .silent) { _ in }
        try await group.run(stoppingOn: []) { group.shutDown() }
        return api.calls
    }
}

extension Interaction {
    /// A command as a member of guild 300 uses it.
    ///
    /// - Parameters:
    ///   - command: its data after the id.
    ///   - permissions: what the member may do, as Discord writes it.
    static func command(
        _ command: String, type: Int = 2, user: Int = 7, permissions: String = "0", bot: String = "0",
        roles: [Int] = [], locale: String = "en-US", guild: Int? = 300
    ) throws -> Interaction {
        let account = #"{"id":"\#(user)","username":"kim","discriminator":"0"}"#
        let roles = roles.map { "\"\($0)\"" }.joined(separator: ",")
        let author =
            guild == nil
            ? #""user":\#(account)"#
            : #""member":{"user":\#(account),"roles":[\#(roles)],"permissions":"\#(permissions)","flags":0}"#
        let place = guild.map { #""guild_id":"\#($0)","# } ?? ""
        return try JSON.decode(
            Interaction.self,
            from: """
                {"id":"100","application_id":"200","type":\(type),"token":"secret","version":1,\(place)
                "channel_id":"400","locale":"\(locale)","app_permissions":"\(bot)",\(author),
                "data":{"id":"5",\(command)}}
                """)
    }

    /// A button with a custom id.
    static func press(_ customID: String) throws -> Interaction {
        try .sample(3, data: #"{"custom_id":"\#(customID)","component_type":2}"#)
    }
}
