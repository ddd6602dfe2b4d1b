internal import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives

/// `/me` and `/config` as Discord's client offers them, in every language.
package enum SettingsCommandDeclaration {
    /// The names under which options come back.
    enum Option {
        static let zone = "zone"
        static let key = "key"
        static let value = "value"
    }

    private typealias Texts = SettingsCommandTexts
    private static let longestValue = 100

    /// What holds for a member.
    package static var me: SlashCommand {
        command(\.me) {
            Texts.subcommand(\.zone) { [text(\.zoneOption, Option.zone).option] }
        }
    }

    /// What holds for a server; offered to those with Manage Server unless the server says otherwise.
    package static var config: SlashCommand {
        command(\.config) {
            Texts.subcommand(\.set) {
                [
                    text(\.keyOption, Option.key).required().option,
                    text(\.valueOption, Option.value).required().option,
                ]
            }
        }
        .defaultMemberPermissions(.manageGuild)
    }

    private static func text(_ entry: KeyPath<Texts, CommandEntry>, _ name: String) -> StringOption {
        (Texts.option(entry, name) as StringOption).length(1...longestValue).autocomplete()
    }

    private static func command(
        _ entry: KeyPath<Texts, CommandEntry>, @CommandOptionBuilder _ options: () -> [CommandPart]
    ) -> SlashCommand {
        SlashCommand(Texts.english(entry).name, Texts.english(entry).description, options)
            .localized(names: Texts.names(entry), descriptions: Texts.descriptions(entry))
            .contexts([.guild])
            .integrationTypes([.guildInstall])
    }
}
