import EchordModel
import FuzzKit
import JSON
import Testing
import Transport

@testable import Echord

/// One request of the library as the checks see it.
struct OperationCase: Sendable, CustomTestStringConvertible {
    /// `POST /channels/{channel_id}/messages`
    let route: String
    let query: [QueryParameter]
    let authorization: RequestAuthorization
    /// Whether it sends a body.
    let sendsBody: Bool
    /// The names of a multipart body's parts.
    let parts: [String]
    /// The resource that limits are counted for.
    let major: MajorParameter
    /// Builds the address.
    let url: @Sendable () throws -> String
    /// Reads a body into the request's type and makes the request of it: what it sends and what it finds wrong.
    let rewrite: (@Sendable (JSONValue) throws -> (sent: JSONValue, issues: [FieldIssue]))?
    /// Reads an answer and writes it again; `nil` for an answer that is not read as JSON.
    let reread: @Sendable ([UInt8]) throws -> JSONValue?

    /// Where the library is known to differ from the description, each with its reason.
    private(set) var known: [String: String] = [:]
    /// The one of the body's several schemas that this request sends.
    private(set) var schema: String?
    /// Why another request of the library does the same operation.
    private(set) var twinReason: String?

    /// Whose form it is that the request passes on as it is.
    private(set) var passesOnReason: String?

    var testDescription: String { schema.map { "\(route) \($0)" } ?? route }

    /// The same request, which sends only this one of the body's several schemas.
    func sending(_ schema: String) -> OperationCase {
        var copy = self
        copy.schema = schema
        return copy
    }

    /// The same request, which passes on what others have made: only that nothing is lost is looked at.
    func passingOn(because reason: String) -> OperationCase {
        var copy = self
        copy.passesOnReason = reason
        return copy
    }

    /// The same request, which is the second one for its operation.
    func twin(because reason: String) -> OperationCase {
        var copy = self
        copy.twinReason = reason
        return copy
    }

    /// The same request, which differs from the description in this for a reason.
    ///
    /// - Parameter faults: The faults as a check writes them.
    func differing(_ faults: String..., because reason: String) -> OperationCase {
        var copy = self
        for fault in faults { copy.known[fault] = reason }
        return copy
    }

    /// A request that sends nothing, or no JSON.
    init<Response>(_ request: APIRequest<Response>) {
        self.init(request, rewrite: nil)
    }

    /// A request that sends a value of this type.
    ///
    /// - Parameter adjust: Makes of a document that fits the description one that the request is about.
    init<Body: JSONCodable & SendableMetatype, Response>(
        _ type: Body.Type, example: String = "{}",
        adjusting adjust: @escaping @Sendable (JSONValue) -> JSONValue = { $0 },
        _ make: @escaping @Sendable (Body) -> APIRequest<Response>
    ) throws {
        self.init(make(try JSON.decode(Body.self, from: example))) { sample in
            let request = make(try JSON.decode(Body.self, from: JSON.encode(adjust(sample))))
            return (try Self.json(request.body.content), request.issues)
        }
    }

    private init<Response>(
        _ request: APIRequest<Response>,
        rewrite: (@Sendable (JSONValue) throws -> (sent: JSONValue, issues: [FieldIssue]))?
    ) {
        route = request.route.description
        query = request.query
        authorization = request.authorization
        switch request.body.content {
        case .none: (sendsBody, parts) = (false, [])
        case .json, .form: (sendsBody, parts) = (true, [])
        case .multipart(let parts): (sendsBody, self.parts) = (true, parts.map(\.name))
        }
        major = request.path.major
        url = {
            var random = SeededGenerator(seed: 1)
            return try RESTRequestBuilder(apiURL: "", version: 10, userAgent: "").build(request, random: &random).url
        }
        self.rewrite = rewrite
        reread = { answer in
            let value = try request.reading.read(answer)
            guard Response.self != [UInt8].self, let writable = value as? any JSONEncodable else { return nil }
            return try JSON.decode(from: JSON.encode(writable))
        }
    }

    private static func json(_ content: RequestBody.Content) throws -> JSONValue {
        switch content {
        case .json(let bytes): return try JSON.decode(from: bytes)
        case .multipart(let parts):
            let payload = try #require(parts.first { $0.name == "payload_json" })
            return try JSON.decode(from: payload.body)
        case .none, .form: return .null
        }
    }
}
