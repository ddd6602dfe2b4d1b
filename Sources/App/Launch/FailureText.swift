internal import Core
internal import Echord
internal import EchordTesting
internal import Lifecycle
internal import Molecules
internal import SQL
internal import Transport

/// One sentence with the cause, the setting concerned and the way out, for every way in which starting can fail.
struct FailureText {
    private let configuration: Configuration

    /// Sentences about a start with this configuration.
    init(_ configuration: Configuration) { self.configuration = configuration }

    func sentence(_ error: any Error) -> String {
        switch error {
        case let error as TransportError: listening(error)
        case let error as EchordError: discord(error)
        case let error as LocalDiscordError: localDiscord(error)
        case let error as SQLError: error.message
        case let error as EventBusError: error.message
        case let error as LifecycleError: error.message
        default: "\(error)"
        }
    }

    // MARK: - Listening

    private func listening(_ error: TransportError) -> String {
        let port = Self.option(.port)
        return switch error.code {
        case .addressInUse:
            "\(error.message): stop what uses it, or choose another port with \(port) (0 takes any free one)"
        case .portDenied: "\(error.message): choose a port from 1024 on with \(port)"
        case .addressNotAvailable: "\(error.message): choose one of its own with \(Self.option(.host))"
        default: error.message
        }
    }

    private func localDiscord(_ error: LocalDiscordError) -> String {
        switch error.code {
        case .cannotListen:
            "\(error.message): choose another port with \(Self.option(.localDiscordPort)) (0 takes any free one)"
        case .addressNotAvailable: "\(error.message): choose one of its own with \(Self.option(.localDiscordHost))"
        default: error.message
        }
    }

    private static func option(_ setting: Setting) -> String { setting.flag ?? setting.variable }

    // MARK: - Discord

    private func discord(_ error: EchordError) -> String {
        switch (error.code, error.details) {
        case (.unauthorized, _), (.gatewayRefused, .gateway(closeCode: 4004?)):
            let source = configuration.source(of: .token)
            return "Discord does not accept the bot token that \(source) gives: copy a fresh one from the Developer "
                + "Portal, page Bot, Reset Token"
        case (.gatewayRefused, .gateway(closeCode: 4014?)): return error.message
        case (.gatewayRefused, .gateway(closeCode: 4011?)):
            return
                "Discord wants this bot to be split into more shards than it said (close code 4011): start it again, "
                + "for the number is asked at every start"
        case (.gatewayRefused, .gateway(let code?)):
            return "Discord refuses the way this program connects (close code \(code)): no setting changes that, so "
                + "start a newer \(HelpText.version.prefix { $0 != " " })"
        default: return error.message + addressSource
        }
    }

    /// Who says where Discord is, unless it is where Discord is.
    private var addressSource: String {
        configuration.isSet(.apiURL) ? " \(configuration.source(of: .apiURL)) sets that address." : ""
    }
}
