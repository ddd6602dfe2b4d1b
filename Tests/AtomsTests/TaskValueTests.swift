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

@Suite struct CompletionNoteTests {
    @Test func takesLinesUpTo500Characters() throws {
        #expect(try CompletionNote(validating: " one\ntwo ").rawValue == "one\ntwo")
        #expect(throws: ValidationIssue(.tooLong, params: ["max": "500", "actual": "501"])) {
            try CompletionNote(validating: String(repeating: "x", count: 501))
        }
        #expect(throws: ValidationIssue(.empty)) { try CompletionNote(validating: "\u{200B}") }
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
    /// Thursday 26 March 2026, 08:00 UTC.
    private let dates = DateReader(
        zone: .utc, zones: .utcOnly, now: Instant(seconds: 1_774_512_000), locale: .americanEnglish)

    @Test func makesADraft() throws {
        let form = TaskForm(
            title: " Plants ", details: "", priority: "high", points: 5, effort: 10, due: "fri 18:00",
            assignment: .member(2))
        let draft = try form.draft(dates: dates)
        #expect(draft.title.rawValue == "Plants")
        #expect(draft.details == nil)
        #expect(draft.priority == .high)
        #expect(draft.points.rawValue == 5)
        #expect(draft.effort?.rawValue == 10)
        #expect(draft.due?.description == "2026-03-27T18:00+00:00[UTC]")
        #expect(draft.assignment == .member(2))
        #expect(try TaskForm(title: "x", due: " ").draft(dates: dates).due == nil)
        #expect(try TaskForm(title: "x").draft(dates: dates) == TaskDraft(title: TaskTitle(trusted: "x")))
    }

    @Test func makesAnEdit() throws {
        let shown = TaskForm(title: "Plants", details: " ", points: 5)
        #expect(
            try shown.edit(seenVersion: 3, dates: dates)
                == TaskEdit(
                    title: TaskTitle(trusted: "Plants"), details: .clear, points: TaskPoints(trusted: 5), seenVersion: 3
                ))
        #expect(throws: ValidationFailure.self) { try TaskForm(title: "").edit(seenVersion: nil, dates: dates) }
    }

    @Test func aDueTimeThatStandsAsItWasShownStays() throws {
        func due(_ typed: String?, shown: String?) throws -> Patch<ZonedTime> {
            try TaskForm(title: "x", due: typed).edit(seenVersion: nil, shownDue: shown, dates: dates).due
        }
        // It is over, and would be refused if it were typed anew.
        #expect(try due("2020-01-01 18:00", shown: "2020-01-01 18:00") == .keep)
        #expect(try due(" 2020-01-01 ", shown: "2020-01-01") == .keep)
        #expect(try due(nil, shown: "2026-12-05") == .keep)
        #expect(try due("", shown: "2026-12-05") == .clear)
        #expect(try due("fri", shown: "2026-12-05").value?.description == "2026-03-27[UTC]")
        #expect(try due("fri", shown: nil).value?.isAllDay == true)
        #expect(throws: ValidationFailure(ValidationIssue(.inPast, path: "due"))) {
            try due("2020-01-02", shown: "2020-01-01")
        }
    }

    @Test func tellsEverythingThatIsWrong() {
        let form = TaskForm(title: " ", details: "a\u{0}", priority: "huge", points: -1, effort: 0, due: "soonish")
        let failure = #expect(throws: ValidationFailure.self) { try form.draft(dates: dates) }
        #expect(failure?.issues.map(\.path) == ["title", "details", "priority", "points", "effort", "due"])
        #expect(
            failure?.issues.map(\.code) == [
                .empty, .controlCharacter, .unknownValue, .outOfRange, .outOfRange, .malformed,
            ])
    }
}

@Suite struct SearchFoldingTests {
    @Test func forgetsCaseFormAndSpaces() {
        #expect("  ÉCLAIR \u{65}\u{301}\t x".foldedForSearch == "éclair é x")
    }
}
