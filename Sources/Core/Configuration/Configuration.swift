package import Atoms
package import Telemetry

/// Everything an operator can set, with the defaults of a household's machine.
///
/// Sources, the strongest first: command line, environment, `.env`, `config/<environment>.json`,
/// `config/default.json`, these defaults. `Setting.all` names and documents each value and says which texts it takes.
package struct Configuration: Sendable {
    /// Which `config/<environment>.json` is read.
    package var environment = "development"
    /// The bot's token; without one the local Discord is started.
    package var discordToken: Secret<String>?
    /// Where Discord's REST API answers.
    package var discordAPIURL = "https://discord.com/api"
    /// The folder for the database and the keys.
    package var dataFolder = "data"
    /// The address of the bot's own HTTP server.
    package var httpHost = "127.0.0.1"
    /// The port of the bot's own HTTP server; 0 takes any free one.
    package var httpPort = 8080
    /// The address of the local Discord.
    package var localDiscordHost = "127.0.0.1"
    /// The port of the local Discord; 0 takes any free one.
    package var localDiscordPort = 8090
    /// A folder served as the Playground in place of the one built in, read anew for every request.
    package var playgroundFolder: String?
    /// Threads that serve sockets.
    package var eventLoops = 1
    /// Log lines below this are not written.
    package var logLevel = LogLevel.info
    /// How long running work may take to finish at shutdown.
    package var shutdownLimit = Duration.seconds(10)
    /// How many calls of one command a member may make in a minute.
    package var commandsPerMinute = 5
    /// The zone of a server that has not chosen one.
    package var zone = Zone.utc

    private var places: [String: SettingPlace] = [:]

    /// The defaults.
    package init() {}

    /// Whether a value was set anywhere; the default holds otherwise.
    package func isSet(_ setting: Setting) -> Bool { places[setting.key] != nil }

    /// What a message calls a setting: the option, the variable or the file that has set it.
    package func source(of setting: Setting) -> String {
        switch places[setting.key] {
        case .file(let path)?: "\(setting.key) in \(path)"
        case let place?: place.description
        case nil: setting.variable
        }
    }

    func place(of setting: Setting) -> SettingPlace? { places[setting.key] }

    mutating func note(_ setting: Setting, setAt place: SettingPlace) { places[setting.key] = place }
}
