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
        static let at = "at"
        static let note = "note"
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
            subcommand(\.today) { [isPublic] }
            subcommand(\.show) { [task(), isPublic] }
            subcommand(\.assign) { [task(), MentionableOption(\.toOption, Option.to).required().option] }
            subcommand(\.claim) { [task()] }
            subcommand(\.release) { [task()] }
            subcommand(\.start) { [task()] }
            done
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
                date(\.dueOption, Option.due),
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

    private static var done: Subcommand {
        subcommand(\.done) {
            [
                task(), UserOption(\.forOption, Option.doer).option, date(\.atOption, Option.at),
                StringOption(\.noteOption, Option.note).length(CompletionNote.lengths).option,
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

    /// A time: typed as people say it, or chosen from the readings that are suggested.
    private static func date(_ entry: KeyPath<Texts, CommandEntry>, _ name: String) -> CommandOption {
        StringOption(entry, name).length(1...DateReader.greatestLength).autocomplete().option
    }

    private static func task() -> CommandOption {
        StringOption(\.taskOption, Option.task).required().autocomplete().option
    }

    private static func subcommand(
        _ entry: KeyPath<Texts, CommandEntry>, _ options: () -> [CommandOption]
    ) -> Subcommand { Texts.subcommand(entry, options) }

    private static func choice(_ value: ChoiceValue, _ text: (any TaskTexts) -> String) -> CommandChoice {
        CommandChoice(text(Language.english.tasks), value, localized: Catalogue.localizations { text($0.tasks) })
    }
}

extension TypedOption {
    /// An option with the words of the catalogue; `name` is what comes back.
    fileprivate init(_ entry: KeyPath<TaskCommandTexts, CommandEntry>, _ name: String) {
        self = TaskCommandTexts.option(entry, name)
    }
}
