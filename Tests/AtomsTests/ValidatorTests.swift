import Testing

@testable import Atoms

@Suite struct ValidatorTests {
    private struct Form {
        var title: String
        var tags: [String]
        var note: String?
        var count: Int
        var shout: String { title.uppercased() }
    }

    private let validator = Validator<Form> {
        Check(\.title, .length(1...5), .singleLine)
        Check(\.tags, .each(.length(2...3)))
        Check(\.note, .ifPresent(.visible))
        Check(\.count, .range(0...9))
        Check(\.shout, as: "title", .length(0...4))
    }

    @Test func passesAGoodValue() throws {
        try validator.validate(Form(title: "four", tags: ["ab", "abc"], note: nil, count: 9))
    }

    @Test func findsEverythingWithItsPath() {
        let form = Form(title: "too\nlong", tags: ["ab", "a", "abcd"], note: " ", count: 10)
        #expect(
            validator.issues(in: form) == [
                ValidationIssue(.tooLong, path: "title", params: ["max": "5", "actual": "8"]),
                ValidationIssue(.controlCharacter, path: "title"),
                ValidationIssue(.tooShort, path: "tags.1", params: ["min": "2", "actual": "1"]),
                ValidationIssue(.tooLong, path: "tags.2", params: ["max": "3", "actual": "4"]),
                ValidationIssue(.empty, path: "note"),
                ValidationIssue(.outOfRange, path: "count", params: ["min": "0", "max": "9"]),
                ValidationIssue(.tooLong, path: "title", params: ["max": "4", "actual": "8"]),
            ])
        #expect(throws: ValidationFailure.self) { try validator.validate(form) }
    }

    @Test func tellsBoundsBeforeAnythingIsTyped() {
        #expect(validator.checks.map(\.field) == ["title", "tags", "note", "count", "title"])
        #expect(validator.checks[0].bounds == ["length": 1...5])
        #expect(validator.checks[3].bounds == ["range": 0...9])
    }

    @Test func putsParentsBeforeAPath() {
        let issue = ValidationIssue(.empty)
        #expect(issue.within("a").path == "a")
        #expect(issue.within("a").within("b").path == "b.a")
        #expect(issue.within("a").within("").path == "a")
        #expect(ValidationFailure([]) == nil)
        #expect(ValidationFailure(issue).issues == [issue])
    }
}
