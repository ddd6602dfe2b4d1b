import EchordPrimitives
import JSON
import Testing

@testable import Atoms

@Suite struct TaskTitleTests {
    @Test(arguments: [
        ("Water the plants", "Water the plants"), ("  Water \n", "Water"), ("x", "x"),
        ("\u{65}\u{301}", "\u{E9}"), ("👨‍👩‍👧 picnic", "👨‍👩‍👧 picnic"), ("שלום\u{200F}", "שלום\u{200F}"),
        ("@everyone <@&1>", "@everyone <@&1>"),
    ])
    func takesALine(_ text: String, _ expected: String) throws {
        let title = try TaskTitle(validating: text)
        #expect(Array(title.rawValue.utf8) == Array(expected.utf8))
    }

    @Test(arguments: ["", "   ", "\u{200B}\u{200D}", "\u{2800}", "\u{AD}"])
    func refusesWhatNobodySees(_ text: String) {
        #expect(throws: ValidationIssue(.empty)) { try TaskTitle(validating: text) }
    }

    @Test(arguments: ["a\u{0}b", "a\nb", "a\tb", "a\u{1B}[31mb", "a\u{2028}b", "a\u{202E}b", "a\u{2066}b", "a\u{7F}b"])
    func refusesControlCharacters(_ text: String) {
        #expect(throws: ValidationIssue(.controlCharacter)) { try TaskTitle(validating: text) }
    }

    @Test func countsScalarsAsDiscordDoes() throws {
        #expect(try TaskTitle(validating: String(repeating: "é", count: 100)).rawValue.unicodeScalars.count == 100)
        #expect(throws: ValidationIssue(.tooLong, params: ["max": "100", "actual": "101"])) {
            try TaskTitle(validating: String(repeating: "x", count: 101))
        }
    }

    @Test func tellsItsLengthsToForms() {
        #expect(TaskTitle.lengths == 1...100)
        #expect(TaskDetails.lengths == 1...4_000)
    }

    @Test func isNilFromABadRawValue() {
        #expect(TaskTitle(rawValue: "") == nil)
        #expect(TaskTitle(rawValue: "ok")?.description == "ok")
    }
}

@Suite struct TaskDetailsTests {
    @Test func takesLinesAndTabs() throws {
        #expect(try TaskDetails(validating: " a\n\tb ").rawValue == "a\n\tb")
    }

    @Test func refusesOtherControlCharactersAndTooMuch() {
        #expect(throws: ValidationIssue(.controlCharacter)) { try TaskDetails(validating: "a\u{7}b") }
        #expect(throws: ValidationIssue(.tooLong, params: ["max": "4000", "actual": "4001"])) {
            try TaskDetails(validating: String(repeating: "x", count: 4_001))
        }
    }

    @Test func mayBeLeftEmpty() throws {
        #expect(try TaskDetails.optional("  \n ") == nil)
        #expect(try TaskDetails.optional("x")?.rawValue == "x")
    }
}

@Suite struct TaskNumberTests {
    @Test(arguments: ["42", "#42", " #42 ", "042"]) func readsWhatMembersType(_ text: String) throws {
        #expect(try TaskNumber(validating: text).rawValue == 42)
    }

    @Test(arguments: ["", "#", "0", "-1", "+1", "4 2", "٤", "1.0", "99999999999999999999", "##1", "x"])
    func refusesTheRest(_ text: String) {
        #expect(throws: ValidationIssue(.malformed)) { try TaskNumber(validating: text) }
    }

    @Test func isOneOrMore() {
        #expect(TaskNumber(rawValue: 0) == nil)
        #expect(TaskNumber(rawValue: 1) == .first)
        #expect(TaskNumber(rawValue: 7)?.description == "#7")
        #expect([TaskNumber(rawValue: 2), .first].compactMap(\.self).sorted().first == .first)
    }
}

@Suite struct BoundedNumberTests {
    @Test(arguments: [0, 1, 1_000]) func takesPoints(_ number: Int) throws {
        #expect(try TaskPoints(validating: number).rawValue == number)
    }

    @Test(arguments: [-1, 1_001, Int.max, Int.min]) func refusesPoints(_ number: Int) {
        #expect(throws: ValidationIssue(.outOfRange, params: ["min": "0", "max": "1000"])) {
            try TaskPoints(validating: number)
        }
        #expect(TaskPoints(rawValue: number) == nil)
    }

    @Test(arguments: [0, 10_081]) func refusesEffort(_ number: Int) {
        #expect(throws: ValidationIssue(.outOfRange, params: ["min": "1", "max": "10080"])) {
            try TaskEffort(validating: number)
        }
    }

    @Test func isOrdered() { #expect(TaskPoints.none < TaskPoints(trusted: 5)) }
}

@Suite struct TaskFormTests {
    @Test func makesADraft() throws {
        let form = TaskForm(
            title: " Plants ", details: "", priority: "high", points: 5, effort: 10, assignment: .member(2))
        let draft = try form.draft()
        #expect(draft.title.rawValue == "Plants")
        #expect(draft.details == nil)
        #expect(draft.priority == .high)
        #expect(draft.points.rawValue == 5)
        #expect(draft.effort?.rawValue == 10)
        #expect(draft.assignment == .member(2))
        #expect(try TaskForm(title: "x").draft() == TaskDraft(title: TaskTitle(trusted: "x")))
    }

    @Test func makesAnEdit() throws {
        let shown = TaskForm(title: "Plants", details: " ", points: 5)
        #expect(
            try shown.edit(seenVersion: 3)
                == TaskEdit(
                    title: TaskTitle(trusted: "Plants"), details: .clear, points: TaskPoints(trusted: 5), seenVersion: 3
                ))
        #expect(throws: ValidationFailure.self) { try TaskForm(title: "").edit(seenVersion: nil) }
    }

    @Test func tellsEverythingThatIsWrong() {
        let form = TaskForm(title: " ", details: "a\u{0}", priority: "huge", points: -1, effort: 0)
        let failure = #expect(throws: ValidationFailure.self) { try form.draft() }
        #expect(failure?.issues.map(\.path) == ["title", "details", "priority", "points", "effort"])
        #expect(
            failure?.issues.map(\.code) == [.empty, .controlCharacter, .unknownValue, .outOfRange, .outOfRange])
    }
}

@Suite struct SearchFoldingTests {
    @Test func forgetsCaseFormAndSpaces() {
        #expect("  ÉCLAIR \u{65}\u{301}\t x".foldedForSearch == "éclair é x")
    }
}
