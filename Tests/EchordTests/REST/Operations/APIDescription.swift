import Foundation
import JSON
import Locking
import Testing

/// Discord's own list of operations and its description of them, reduced; both lie beside the tests.
struct APIDescription: Sendable {
    /// One operation as Discord describes it.
    struct Operation: Sendable {
        let query: JSONObject
        let bodies: JSONObject
        let answers: JSONObject
        let rights: [String]
    }

    /// The operations of one resource: `POST /channels/{channel_id}/messages` for each.
    struct Family: Sendable, CustomTestStringConvertible {
        let name: String
        let operations: [String]

        var testDescription: String { name }
    }

    /// Discord's list by resource.
    let families: [Family]
    /// Discord's list.
    var listed: [String] { families.flatMap(\.operations) }
    /// Those that the description knows: three stand in the documentation only.
    let operations: [String: Operation]
    let schemas: JSONObject
    private let samples = Samples()

    /// Documents made before: many operations answer with the same schema, and the large ones take their time.
    private final class Samples: Sendable {
        struct Key: Hashable {
            let schema: JSONValue
            let extent: SchemaSample.Extent
            let most: Int
        }

        let made = Locked<[Key: [JSONValue]]>([:])
    }

    static let discord: APIDescription = {
        do { return try APIDescription() } catch { fatalError("The fixtures can not be read: \(error)") }
    }()

    init() throws {
        let list = try Self.fixture("operations").objectValue ?? [:]
        families = list.map { name, entries in
            Family(
                name: name,
                operations: (entries.arrayValue ?? []).map { entry in
                    let path = (entry["path"]?.stringValue ?? "").replacing(".id}", with: "_id}")
                    return "\(entry["method"]?.stringValue ?? "") \(path)"
                })
        }
        let description = try Self.fixture("openapi")
        schemas = description["schemas"]?.objectValue ?? [:]
        var operations: [String: Operation] = [:]
        for (name, operation) in description["operations"]?.objectValue ?? [:] {
            operations[name] = Operation(
                query: operation["query"]?.objectValue ?? [:], bodies: operation["bodies"]?.objectValue ?? [:],
                answers: operation["answers"]?.objectValue ?? [:],
                rights: (operation["rights"]?.arrayValue ?? []).compactMap(\.stringValue))
        }
        self.operations = operations
    }

    /// Documents that together show every choice of a schema; see `SchemaSample.every`.
    func samples(of schema: JSONValue, _ extent: SchemaSample.Extent, upTo most: Int) -> [JSONValue] {
        let key = Samples.Key(schema: schema, extent: extent, most: most)
        if let made = samples.made.withLock({ $0[key] }) { return made }
        let made = SchemaSample.every(schema, extent, upTo: most, schemas: schemas)
        samples.made.withLock { $0[key] = made }
        return made
    }

    private static func fixture(_ name: String) throws -> JSONValue {
        let url = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name).json")
        return try JSON.decode(from: [UInt8](try Data(contentsOf: url)))
    }
}

extension APIDescription.Operation {
    /// The schema of the JSON body, if it takes one.
    var jsonBody: JSONValue? { bodies["application/json"] }

    /// The schemas of successful answers in JSON; statuses that carry nothing are left out.
    var jsonAnswers: [JSONValue] { answers.values.compactMap { $0["application/json"] } }
}
