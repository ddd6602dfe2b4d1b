import EchordPrimitives
import SQL
import Testing

@testable import Atoms

@Suite struct CustomIDTests {
    private let id = ComponentStateID(rawValue: UUIDv7(milliseconds: 1_774_512_000_000, randomA: 7, randomB: 99))

    @Test(arguments: ["claim", nil] as [String?]) func comesBackAsItWent(_ argument: String?) throws {
        let custom = try CustomID(kind: "task", id: id, argument: argument)
        #expect(try CustomID(validating: custom.description) == custom)
        #expect(custom.description.hasPrefix("1.task.\(id.short)"))
    }

    @Test func fitsWhenItIsLongest() throws {
        let custom = try CustomID(
            kind: String(repeating: "k", count: 18), id: id, argument: String(repeating: "9", count: 16))
        #expect(custom.description.utf8.count == CustomID.greatestLength)
        #expect(try CustomID(validating: custom.description) == custom)
    }

    @Test(arguments: ["", "Task", "a.b", "a b", "käse", String(repeating: "k", count: 19)])
    func refusesAKind(_ kind: String) {
        #expect(throws: ValidationIssue(.malformed, path: "kind")) { try CustomID(kind: kind, id: id) }
    }

    @Test(arguments: ["", "A", "a.b", String(repeating: "a", count: 17)]) func refusesAnArgument(_ argument: String) {
        #expect(throws: ValidationIssue(.malformed, path: "argument")) {
            try CustomID(kind: "task", id: id, argument: argument)
        }
    }

    @Test func refusesWhatIsNoCustomIDOfThisVersion() {
        let short = id.short
        for text in [
            "", "1", "1.task", "2.task.\(short)", "1.task.\(short).claim.x", "1.task.\(short.dropLast())",
            "1.task.\(short)x", "1..\(short)", "1.task.", "claim", "1.task.\(short).",
            "1.task.\(String(repeating: "!", count: 22))", String(repeating: "1", count: 100),
        ] {
            #expect(throws: ValidationIssue.self, "\(text)") { try CustomID(validating: text) }
        }
    }
}

@Suite struct ComponentStateTests {
    private let id = ComponentStateID(rawValue: UUIDv7(milliseconds: 1, randomA: 0, randomB: 0))

    @Test func grantsForbidsAndExpires() {
        let open = ComponentState(id: id, guildID: 1, kind: "task", subject: "x")
        #expect(open.access(by: 5, at: Instant(seconds: 9)) == .granted)
        let bound = ComponentState(
            id: id, guildID: 1, kind: "task", subject: "x", allowedUsers: [5], expiresAt: Instant(seconds: 10))
        #expect(bound.access(by: 5, at: Instant(seconds: 9)) == .granted)
        #expect(bound.access(by: 6, at: Instant(seconds: 9)) == .forbidden)
        #expect(bound.access(by: 5, at: Instant(seconds: 10)) == .expired)
        #expect(bound.access(by: 6, at: Instant(seconds: 11)) == .expired)
    }
}

@Suite struct IdentifierTests {
    private let id = TaskID(rawValue: UUIDv7(milliseconds: 1_774_512_000_123, randomA: 7, randomB: 99))

    @Test func hasTwoTexts() {
        #expect(TaskID(id.description) == id)
        #expect(TaskID(short: id.short) == id)
        #expect(id.short.utf8.count == 22)
        #expect(TaskID("nonsense") == nil)
        #expect(TaskID(short: "nonsense") == nil)
        #expect(id.instant == Instant(milliseconds: 1_774_512_000_123))
    }

    @Test func sortsByTime() {
        let later = TaskID(rawValue: UUIDv7(milliseconds: 1_774_512_000_124, randomA: 0, randomB: 0))
        #expect(id < later)
        #expect(id.description < later.description)
    }
}
