internal import Echord
internal import EchordTesting
internal import Lifecycle
internal import SQL
internal import Transport

/// One sentence with the cause and the way out, for every way in which starting can fail.
enum FailureText {
    static func sentence(_ error: any Error) -> String {
        switch error {
        case let error as TransportError where error.code == .addressInUse:
            "\(error.message): stop what uses it, or choose another port with --port (0 takes any free one)"
        case let error as TransportError: error.message
        case let error as SQLError: error.message
        case let error as EchordError: error.message
        case let error as LifecycleError: error.message
        case let error as LocalDiscordError:
            "\(error.message): choose another port with --local-discord-port (0 takes any free one)"
        default: "\(error)"
        }
    }
}
