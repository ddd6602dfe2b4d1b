import Echord
import EchordModel
import EchordPrimitives
import Testing

@Suite struct CommandPlanTests {
    private func known(_ id: UInt64, _ name: String, _ type: CommandType = .chatInput) -> ApplicationCommand {
        ApplicationCommand(
            id: CommandID(rawValue: id), type: type, applicationID: 1, name: name,
            description: type == .chatInput ? "d" : "", version: 1)
    }

    private func slash(_ name: String, _ description: String = "d") -> CreateCommand {
        CreateCommand(name: name, description: description, type: .chatInput)
    }

    @Test func aPlanIsPrintedLineByLine() {
        let plan = CommandPlan(
            declared: CommandSet([slash("same"), slash("changed", "other"), slash("new")]),
            registered: [
                known(1, "same"), known(2, "changed"), known(3, "Old", .user), known(4, "launch", .primaryEntryPoint),
            ],
            guild: 8)
        #expect(
            plan.description == """
                + /new
                ~ /changed: description
                - Old (on users)
                ? launch (entry point)
                commands of guild 8: 1 to make, 1 to change, 1 to delete, 1 as they should be
                """)
        #expect(!plan.isEmpty && plan.changes == 3)
    }

    @Test func whatIsNotOwnedStaysAndIsNeverOverwritten() {
        let declared = CommandSet((1...5).map { slash("new\($0)") })
        let registered = [known(3, "theirs")]
        let kept = CommandPlan(declared: declared, registered: registered, others: .keep)
        #expect(kept.deletes.isEmpty && kept.kept.map(\.name) == ["theirs"])
        #expect(kept.writes == 5)
        let alone = CommandPlan(declared: declared, registered: registered)
        #expect(alone.deletes.map(\.name) == ["theirs"] && alone.writes == 1)
    }

    @Test func nothingIsWrittenWhenAllIsAsItShouldBe() {
        let plan = CommandPlan(declared: CommandSet([slash("same")]), registered: [known(1, "same")])
        #expect(plan.isEmpty && plan.writes == 0 && plan.unchanged == [1])
        #expect(
            plan.description == "commands of all guilds: 0 to make, 0 to change, 0 to delete, 1 as they should be")
    }
}
