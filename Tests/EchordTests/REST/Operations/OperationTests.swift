import JSON
import Testing

@testable import Echord

/// Every operation of Discord's against the request that the library makes of it.
@Suite("Operations")
struct OperationTests {
    static let cases: [OperationCase] = {
        do {
            return try applications() + monetization() + commands() + channels() + guilds() + interactions()
                + messages() + users()
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

    /// Each family with the operations that no request of the library makes.
    @Test(arguments: APIDescription.discord.families)
    func everyOperationHasOneRequest(_ family: APIDescription.Family) {
        for operation in family.operations {
            let cases = Self.cases.filter { $0.route == operation }
            if cases.isEmpty {
                #expect(Self.missing.contains(operation), "the library has no request for \(operation)")
            } else {
                #expect(!Self.missing.contains(operation), "\(operation) is to be taken off the list")
                let schemas = cases.filter { $0.twinReason == nil }.map(\.schema)
                #expect(Set(schemas).count == schemas.count, "\(operation) has two requests")
                #expect(!schemas.isEmpty)
            }
        }
    }

    @Test func discordsListIsWhole() {
        #expect(Set(APIDescription.discord.listed).count == 245)
        #expect(Self.missing.isSubset(of: APIDescription.discord.listed))
    }
}
