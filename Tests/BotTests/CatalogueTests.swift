import Atoms
import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Bot

@Suite struct CatalogueTests {
    private let languages: [Language] = [.english, .dutch]

    @Test func theCommandIsWhatDiscordAccepts() throws {
        let command = TaskCommandDeclaration.command.command
        #expect(command.issues.isEmpty)
        #expect(command.nameLocalizations?[.dutch] == "taak")
        let names = command.options?.map(\.name)
        #expect(
            names == [
                "create", "list", "today", "show", "assign", "claim", "release", "start", "done", "undo", "edit",
                "delete",
                "restore",
            ])
    }

    @Test func everyCommandIsWhatDiscordAccepts() throws {
        #expect(BotCommands.all.map(\.name) == ["task", "me", "config"])
        for command in BotCommands.all {
            #expect(command.issues.isEmpty, "\(command.name): \(command.issues)")
            #expect(command.contexts == [.guild])
            #expect(command.nameLocalizations?[.dutch] != nil && command.nameLocalizations?[.dutch] != command.name)
        }
        #expect(BotCommands.all.last?.defaultMemberPermissions == .set(.manageGuild))
    }

    @Test func rangesAreThoseOfTheTypes() throws {
        let create = try #require(TaskCommandDeclaration.command.command.options?.first { $0.name == "create" })
        let options = Dictionary(uniqueKeysWithValues: (create.options ?? []).map { ($0.name, $0) })
        for (name, range) in [("effort", TaskEffort.range), ("points", TaskPoints.range)] {
            #expect(options[name]?.minValue == .integer(Int64(range.lowerBound)))
            #expect(options[name]?.maxValue == .integer(Int64(range.upperBound)))
        }
        #expect(options["title"]?.maxLength == TaskTitle.lengths.upperBound)
        #expect(options["due"]?.maxLength == DateReader.greatestLength && options["due"]?.hasAutocomplete == true)
    }

    @Test func everySubcommandHasAHandlerAndEveryTaskOptionSuggests() throws {
        for option in TaskCommandDeclaration.command.command.options ?? [] {
            for inner in option.options ?? [] where inner.name == "task" {
                #expect(inner.hasAutocomplete == true && inner.isRequired == true)
            }
        }
    }

    @Test func everyLanguageHasItsOwnWords() {
        let (english, dutch) = (Language.english, Language.dutch)
        for action in TaskAction.allCases { #expect(english.tasks.button(action) != dutch.tasks.button(action)) }
        for state in TaskState.allCases { #expect(english.tasks.state(state) != dutch.tasks.state(state)) }
        for view in TaskView.allCases {
            #expect(english.tasks.emptyList(view) != dutch.tasks.emptyList(view))
            #expect(english.tasks.listTitle(view, count: 1) != dutch.tasks.listTitle(view, count: 2))
        }
        #expect(english.general.outOfDate != dutch.general.outOfDate)
    }

    @Test func pluralsAreRight() {
        #expect(Language.english.tasks.points(1) == "1 point" && Language.english.tasks.points(2) == "2 points")
        #expect(Language.dutch.tasks.minutes(1) == "1 minuut" && Language.dutch.tasks.minutes(2) == "2 minuten")
        #expect(Language.english.general.tooOften(wait: 1).contains("1 second."))
        #expect(Language.dutch.general.tooOften(wait: 2).contains("2 seconden"))
    }

    @Test func everyRefusalIsASentenceWithAWayOut() {
        let refusals: [TaskRefusal] = [
            .unknownTask, .notAllowed(missing: [.manager, .author, .assignee, .doer, .role(5)]), .alreadyClaimed(by: 1),
            .alreadyDone(by: 1, at: Instant(seconds: 1)), .wrongState(.done, for: .claim), .notAssigned, .conflict,
            .invalid([
                ValidationIssue(.empty, path: "title"),
                ValidationIssue(.tooLong, path: "title", params: ["max": "100"]),
                ValidationIssue(.tooShort), ValidationIssue(.outOfRange, path: "points"),
                ValidationIssue(.controlCharacter), ValidationIssue(.unknownValue), ValidationIssue(.malformed),
            ]),
            .invalid([ValidationIssue(.malformed, path: "due")]), .invalid([ValidationIssue(.malformed, path: "at")]),
            .invalid([ValidationIssue(.ambiguous, path: "due")]), .invalid([ValidationIssue(.inPast, path: "due")]),
            .invalid([ValidationIssue(.inFuture, path: "at")]), .invalid([ValidationIssue(.tooFar, path: "due")]),
        ]
        for language in languages {
            let answers = TaskAnswers(language)
            let sentences = refusals.map { answers.sentence($0) }
            #expect(Set(sentences).count == refusals.count)
            #expect(sentences.allSatisfy { $0.hasSuffix(".") })
        }
    }

    @Test func unknownLocalesFallBackToEnglish() {
        #expect(Catalogue.language(for: .dutch).tasks.free == Language.dutch.tasks.free)
        #expect(Catalogue.language(for: DiscordLocale(rawValue: "xx")).tasks.free == Language.english.tasks.free)
    }
}
