import JSON
import Testing

@testable import EchordTesting

/// A request Discord refuses: who asks with which permissions, what, and the code; the body as JSON text.
///
/// `{guild}`, `{ann}`, `{role Adults}` and the like stand for ids.
struct RefusedCall: CustomTestStringConvertible, Sendable {
    private let permissions: Perm
    private let member: String?
    private let method: String
    private let path: String
    private let body: String
    private let code: Int64
    private let field: String
    private let complaint: String

    /// A call of the bot with these permissions.
    init(_ permissions: Perm, _ method: String, _ path: String, _ body: String = "", _ code: Int64) {
        self.init(permissions, nil, method, path, body, code, "", "")
    }

    /// A form of the bot with a fault in one field: 50035.
    init(
        _ permissions: Perm, _ method: String, _ path: String, _ body: String, field: String, _ complaint: String
    ) {
        self.init(permissions, nil, method, path, body, 50035, field, complaint)
    }

    /// A call of a member.
    init(as member: String, _ method: String, _ path: String, _ body: String = "", _ code: Int64) {
        self.init([], member, method, path, body, code, "", "")
    }

    private init(
        _ permissions: Perm, _ member: String?, _ method: String, _ path: String, _ body: String, _ code: Int64,
        _ field: String, _ complaint: String
    ) {
        (self.permissions, self.member, self.method) = (permissions, member, method)
        (self.path, self.body, self.code) = (path, body, code)
        (self.field, self.complaint) = (field, complaint)
    }

    var testDescription: String {
        "\(member.map { "\($0): " } ?? "")\(method) \(path) \(body) → \(field.isEmpty ? "\(code)" : "\(field) \(complaint)")"
    }

    /// Makes the call in a world and checks the refusal, and that the world has stayed as it was.
    func check(in fixture: inout Fixture, location: SourceLocation = #_sourceLocation) throws {
        if member == nil { fixture.grant(permissions) }
        let text = fixture.filled(body)
        let form = text.isEmpty ? nil : try RefusedForm("", "", text).body()
        let parts = fixture.filled(path).split(separator: "?", maxSplits: 1)
        var query: [String: String] = [:]
        for item in parts.dropFirst().joined().split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1)
            query[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        let reply =
            if let member {
                fixture.rest(as: fixture.user(member), method, String(parts[0]), form, query: query, location: location)
            } else {
                fixture.rest(method, String(parts[0]), form, query: query, location: location)
            }
        #expect(reply.status >= 400, "\(reply)", sourceLocation: location)
        #expect(reply.code == code, "\(reply)", sourceLocation: location)
        guard !field.isEmpty else { return }
        var place = reply.body?["errors"]
        for part in field.split(separator: "/") where part != "." { place = place?[String(part)] }
        let found = (place?["_errors"]?.list ?? []).compactMap { $0["code"]?.text }
        #expect(found == [complaint], "\(reply)", sourceLocation: location)
    }
}

extension RESTReply {
    var code: Int64? { body?["code"]?.integer }

    var id: Flake { Flake(json: body?["id"]) ?? Flake(0) }

    /// The codes of the complaints at a path of the error tree.
    func errors(_ path: String...) -> [String] {
        var value = body?["errors"]
        for part in path { value = value?[part] }
        return (value?["_errors"]?.list ?? []).compactMap { $0["code"]?.text }
    }

    func header(_ name: String) -> String? { headers.first { $0.0 == name }?.1 }
}
