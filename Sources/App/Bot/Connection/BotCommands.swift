internal import Echord
package import EchordModel

/// The commands that the bot makes known to Discord.
package enum BotCommands {
    /// All of them.
    package static var all: [CreateCommand] {
        [
            TaskCommandDeclaration.command.command, SettingsCommandDeclaration.me.command,
            SettingsCommandDeclaration.config.command,
        ]
    }
}
