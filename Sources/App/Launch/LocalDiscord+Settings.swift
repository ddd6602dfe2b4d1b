internal import Core
internal import EchordTesting
internal import Telemetry

extension LocalDiscord {
    /// The local Discord that the settings describe.
    ///
    /// - Parameter botToken: What a bot signs in with; nil makes one.
    convenience init(
        _ settings: Core.Configuration, botToken: Secret<String>? = nil, logger: Logger, metrics: Metrics
    ) {
        var configuration = LocalDiscord.Configuration(
            host: settings.localDiscordHost, port: settings.localDiscordPort)
        configuration.playgroundFolder = settings.playgroundFolder
        configuration.botToken = botToken
        self.init(configuration: configuration, logger: logger, metrics: metrics)
    }

    /// Where a browser opens the Playground: where callers must present a token, the address brings it.
    var openingURL: String { playgroundURL + (controlToken.map { "?token=\($0.reveal())" } ?? "") }
}
