import EchordModel
import JSON

@testable import Echord

/// Holds one request of the library against Discord's description of the operation; each fault is a sentence.
struct OperationCheck {
    let description: APIDescription
    let request: OperationCase

    init(_ request: OperationCase, against description: APIDescription = .discord) {
        self.request = request
        self.description = description
    }

    private var operation: APIDescription.Operation? { description.operations[request.route] }

    /// The schema of the JSON body: of several the one that the request is about.
    private var bodySchema: JSONValue? {
        guard let name = request.schema else { return operation?.jsonBody }
        let choices = operation?.jsonBody?["oneOf"]?.arrayValue ?? []
        return choices.first { $0["$ref"]?.stringValue == name }
    }

    // MARK: - Address and right

    /// Method, path, query and right.
    func addressFaults() throws -> [String] {
        guard description.listed.contains(request.route) else { return ["\(request.route) is no operation"] }
        var faults: [String] = []
        let url = try request.url()
        let path = url.split(separator: "?").first.map(String.init) ?? ""
        let expected = "/v10" + (request.route.split(separator: " ").last ?? "")
        if path.split(separator: "/").count != expected.split(separator: "/").count || path.contains("{") {
            faults.append("\(path) does not fit \(expected)")
        }
        if let fault = limitingFault() { faults.append(fault) }
        guard let operation else { return faults }
        let (ours, theirs) = (Set(request.query.map(\.name)), Set(operation.query.keys))
        faults += theirs.subtracting(ours).sorted().map { "the query lacks \($0)" }
        faults += ours.subtracting(theirs).sorted().map { "the query has \($0)" }
        for parameter in request.query where parameter.values.isEmpty {
            faults.append("the case leaves \(parameter.name) out")
        }
        return faults + rightFaults(operation)
    }

    /// Limits are counted for the first channel, guild or webhook of the path, with a token for it too.
    private func limitingFault() -> String? {
        let names = request.route.split(separator: "/").filter { $0.hasPrefix("{") }
        let first = names.first { ["{channel_id}", "{guild_id}", "{webhook_id}", "{interaction_id}"].contains($0) }
        let hasToken = names.contains { $0.hasSuffix("_token}") }
        let isRight =
            switch (first, request.major) {
            case ("{channel_id}", .channel), ("{guild_id}", .guild), (nil, .none): true
            case ("{webhook_id}", .webhook): !hasToken
            case ("{webhook_id}", .webhookToken), ("{interaction_id}", .webhookToken): hasToken
            default: false
            }
        return isRight ? nil : "limits are counted for \(request.major)"
    }

    private func rightFaults(_ operation: APIDescription.Operation) -> [String] {
        let right =
            switch request.authorization {
            case .bot: "BotToken"
            case .none, .application: "none"
            case .bearer: "OAuth2"
            }
        return operation.rights.contains(right) ? [] : ["\(right) is none of \(operation.rights)"]
    }

    // MARK: - Body

    /// What the request's body loses, adds or leaves unsaid.
    func bodyFaults() throws -> [String] {
        guard let operation else { return [] }
        if let form = operation.bodies["multipart/form-data"], operation.bodies.count == 1 { return formFaults(form) }
        guard let schema = bodySchema else {
            return request.sendsBody ? ["a body is sent where none is taken"] : []
        }
        guard let rewrite = request.rewrite else {
            // What has no fields need not be sent.
            let says = SchemaSample(schemas: description.schemas, extent: .full).documents(schema) != [[:]]
            return says ? ["the body is not sent"] : []
        }
        var faults: [String] = []
        for extent in SchemaSample.Extent.allCases {
            let samples = description.samples(of: schema, extent, upTo: 10)
            for sample in samples where sample != .null {
                do {
                    let sent = try rewrite(sample).sent
                    let manner: JSONDifference.Manner = request.route.hasPrefix("PATCH") ? .change : .making
                    faults += JSONDifference.between(sample, sent, manner).map { "\(extent): \($0)" }
                } catch { faults.append("\(extent): \(error)") }
                if extent == .required, request.passesOnReason == nil { faults += requirementFaults(sample, rewrite) }
            }
        }
        return faults.uniqued()
    }

    /// What must be there and is not asked for by the request's type.
    private func requirementFaults(
        _ sample: JSONValue, _ rewrite: (JSONValue) throws -> (sent: JSONValue, issues: [FieldIssue])
    ) -> [String] {
        guard let object = sample.objectValue else { return [] }
        return object.keys.filter { object[$0] != .null }.compactMap { key in
            var less = object
            less[key] = nil
            return (try? rewrite(.object(less))) == nil ? nil : "\(key) must be there, and the type does not say so"
        }
    }

    /// Limits of the body that are not found to be broken before it is sent.
    func limitFaults() throws -> [String] {
        guard let schema = bodySchema, let rewrite = request.rewrite, request.passesOnReason == nil else { return [] }
        let full = SchemaSample(schemas: description.schemas, extent: .full)
        var faults: [String] = []
        for choice in schema["oneOf"]?.arrayValue ?? [schema] {
            for document in full.documents(choice).prefix(1) {
                for probe in LimitProbe.all(of: choice, document, schemas: description.schemas) {
                    let (sent, issues) = try rewrite(probe.document)
                    // What the type can not hold is not sent.
                    let difference = JSONDifference.between(probe.document, sent, .making)
                    if difference.contains(".\(probe.path) is another value") { continue }
                    if !issues.contains(where: { $0.path == probe.path }) {
                        faults.append("\(probe.path) \(probe.breach)")
                    }
                }
            }
        }
        return faults.uniqued().filter { !Self.isIgnoredByDiscord($0) }
    }

    /// Parts of an embed that can not be sent; Discord leaves them out.
    private static func isIgnoredByDiscord(_ fault: String) -> Bool {
        [".image.", ".thumbnail.", ".video.", ".provider."].contains { fault.contains("embeds[0]\($0)") }
    }

    private func formFaults(_ schema: JSONValue) -> [String] {
        let (ours, theirs) = (Set(request.parts), Set((schema["properties"]?.objectValue ?? [:]).keys))
        return theirs.subtracting(ours).sorted().map { "the form lacks \($0)" }
            + ours.subtracting(theirs).sorted().map { "the form has \($0)" }
    }

    // MARK: - Answer

    /// What the answer's type does not read, or reads and forgets.
    func answerFaults() -> [String] {
        guard let operation else { return [] }
        var faults: [String] = []
        for schema in operation.jsonAnswers {
            for extent in SchemaSample.Extent.allCases {
                for sample in description.samples(of: schema, extent, upTo: 3) {
                    do {
                        guard let copy = try request.reread(JSON.encode(sample)) else {
                            if sample != [:] { faults.append("the answer is not read") }
                            continue
                        }
                        faults += JSONDifference.between(sample, copy, .answer).map { "\(extent): \($0)" }
                    } catch { faults.append("\(extent): \(error)") }
                }
            }
        }
        if operation.answers.values.contains(where: { $0 == [:] }) {
            do { _ = try request.reread([]) } catch { faults.append("an answer without a body: \(error)") }
        }
        return faults.uniqued()
    }
}

extension [String] {
    /// Each once, in the order in which they came.
    fileprivate func uniqued() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
