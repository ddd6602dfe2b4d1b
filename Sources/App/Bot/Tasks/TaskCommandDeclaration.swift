internal import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives

/// `/task` and its subcommands as Discord's client offers them, in every language.
package enum TaskCommandDeclaration {
    /// The names under which options come back.
    package enum Option {
        static let title = "title"
        static let due = "due"
        static let assign = "assign"
        static let points = "points"
        static let priority = "priority"
        static let effort = "effort"
        static let details = "details"
        static let task = "task"
        static let to = "to"
        static let doer = "for"
        static let view = "view"
        static let who = "who"
        static let search = "search"
        static let isPublic = "public"
    }

    private typealias Texts = TaskCommandTexts

    /// The command.
    package static var command: SlashCommand {
        let texts = Language.english.tasks.commands
        return SlashCommand(texts.task.name, texts.task.description) {
            create
            list
            subcommand(\.show) { [task(), isPublic] }
            subcommand(\.assign) { [task(), MentionableOption(\.toOption, Option.to).required().option] }
            subcommand(\.claim) { [task()] }
            subcommand(\.release) { [task()] }
            subcommand(\.start) { [task()] }
            subcommand(\.done) { [task(), UserOption(\.forOption, Option.doer).option] }
            subcommand(\.undo) { [task()] }
            subcommand(\.edit) { [task()] }
            subcommand(\.delete) { [task()] }
            subcommand(\.restore) { [task()] }
        }
        .localized(names: Texts.names(\.task), descriptions: Texts.descriptions(\.task))
        .contexts([.guild])
        .integrationTypes([.guildInstall])
    }

    private static var create: Subcommand {
        subcommand(\.create) {
            [
                StringOption(\.titleOption, Option.title).required().length(TaskTitle.lengths).option,
                MentionableOption(\.assignOption, Option.assign).option,
                IntegerOption(\.pointsOption, Option.points).range(TaskPoints.range).option,
                StringOption(\.priorityOption, Option.priority).choices(
                    TaskPriority.allCases.map { priority in
                        choice(.string(priority.rawValue)) { $0.priority(priority) }
                    }
                ).option,
                IntegerOption(\.effortOption, Option.effort).range(TaskEffort.range).option,
                BooleanOption(\.detailsOption, Option.details).option,
            ]
        }
    }

    private static var list: Subcommand {
        subcommand(\.list) {
            [
                StringOption(\.viewOption, Option.view).choices(
                    TaskView.allCases.map { view in
                        choice(.string(view.rawValue)) { $0.commands.views[view] ?? view.rawValue }
                    }
                ).option,
                UserOption(\.whoOption, Option.who).option,
                StringOption(\.searchOption, Option.search).length(1...100).option,
                isPublic,
            ]
        }
    }

    private static var isPublic: CommandOption { BooleanOption(\.publicOption, Option.isPublic).option }

    private static func task() -> CommandOption {
        StringOption(\.taskOption, Option.task).required().autocomplete().option
    }

    private static func subcommand(
        _ entry: KeyPath<Texts, Texts.Entry>, _ options: () -> [CommandOption]
    ) -> Subcommand {
        let english = Language.english.tasks.commands[keyPath: entry]
        return Subcommand(english.name, english.description) { options() }
            .localized(names: Texts.names(entry), descriptions: Texts.descriptions(entry))
    }

    private static func choice(_ value: ChoiceValue, _ text: (any TaskTexts) -> String) -> CommandChoice {
        CommandChoice(text(Language.english.tasks), value, localized: Texts.localizations { text($0.tasks) })
    }
}

extension TypedOption {
    /// An option with the words of the catalogue; `name` is what comes back.
    fileprivate init(_ entry: KeyPath<TaskCommandTexts, TaskCommandTexts.Entry>, _ name: String) {
        self = Self(name, Language.english.tasks.commands[keyPath: entry].description)
            .localized(names: TaskCommandTexts.names(entry), descriptions: TaskCommandTexts.descriptions(entry))
    }
}

extension TaskCommandTexts {
    fileprivate static func localizations(_ text: (Language) -> String) -> Localizations {
        Dictionary(uniqueKeysWithValues: Catalogue.localised.map { ($0.locale, text($0.language)) })
    }

    fileprivate static func names(_ entry: KeyPath<TaskCommandTexts, Entry>) -> Localizations {
        localizations { $0.tasks.commands[keyPath: entry].name }
    }

    fileprivate static func descriptions(_ entry: KeyPath<TaskCommandTexts, Entry>) -> Localizations {
        localizations { $0.tasks.commands[keyPath: entry].description }
    }
}
