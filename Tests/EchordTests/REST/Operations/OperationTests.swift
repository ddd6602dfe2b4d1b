import JSON
import Testing

@testable import Echord

/// Every operation of Discord's against the request that the library makes of it.
@Suite("Operations")
struct OperationTests {
    static let cases: [OperationCase] = {
        do {
            return try [
                applications(), monetization(), commands(), channels(), threads(), webhooks(), invites(), guilds(),
                members(), interactions(), messages(), users(), events(), moderation(), expressions(), lobbies(),
            ].flatMap { $0 }
        } catch { fatalError("A case is broken: \(error)") }
    }()

    @Test(arguments: cases)
    func fitsDiscordsDescription(_ request: OperationCase) throws {
        let check = OperationCheck(request)
        let faults = try check.addressFaults() + check.bodyFaults() + check.answerFaults() + check.limitFaults()
        #expect(faults.filter { request.known[$0] == nil } == [])
        // A difference that is none any more is to be taken off the list.
        #expect(request.known.keys.filter { !faults.contains($0) } == [])
    }

    @Test(arguments: APIDescription.discord.families)
    func everyOperationHasOneRequest(_ family: APIDescription.Family) {
        for operation in family.operations {
            let cases = Self.cases.filter { $0.route == operation && $0.twinReason == nil }
            #expect(!cases.isEmpty, "the library has no request for \(operation)")
            let schemas = cases.map(\.schema)
            #expect(Set(schemas).count == schemas.count, "\(operation) has two requests")
            #expect(unsent(operation) == [], "what \(operation) takes besides")
        }
    }

    /// The body's schemas that no request sends, where requests send one each.
    private func unsent(_ operation: String) -> [String] {
        let sent = Set(Self.cases.filter { $0.route == operation }.compactMap(\.schema))
        guard !sent.isEmpty else { return [] }
        let choices = APIDescription.discord.operations[operation]?.jsonBody?["oneOf"]?.arrayValue ?? []
        // A direct channel has nothing that a bot could change.
        return choices.compactMap { $0["$ref"]?.stringValue }.filter {
            !sent.contains($0) && $0 != "UpdateDMRequestPartial"
        }
    }

    @Test func discordsListIsWhole() {
        #expect(Set(APIDescription.discord.listed).count == 245)
        #expect(APIDescription.discord.families.count == 27)
    }
}
