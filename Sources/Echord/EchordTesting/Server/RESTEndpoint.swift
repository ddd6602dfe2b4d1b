import JSON
import Transport

/// Serves the REST API: reads the body, asks the realm, writes the answer.
struct RESTEndpoint: Sendable {
    let hub: Hub
    /// Proves addresses that the bot sets; nil where nothing can be called.
    var proof: EndpointProof?

    /// Answers the bot, after the time its request is under way.
    func respond(to request: HTTPServerRequest) async -> HTTPServerResponse {
        if hub.read({ $0.faults.isSlow }) {
            let delay = hub.change { $0.faults.delay(&$0.random) }
            // Cancelled when the server drains: then it is answered at once.
            try? await hub.clock.sleep(for: delay)
        }
        let call = Self.call(request, path: request.path)
        let faults = await addressFaults(of: call)
        return Self.response(hub.change { $0.handle(call, addressFaults: faults) })
    }

    /// The faults of addresses that the bot sets for its application, found by calling them.
    private func addressFaults(of call: RESTRequest) async -> FieldErrors {
        guard call.method == "PATCH", call.path.hasSuffix("/applications/@me"), let proof,
            call.authorization == "Bot " + hub.read({ $0.settings.token }),
            case .form(let body, _, _) = call.body
        else { return FieldErrors() }
        return await proof.faults(of: body)
    }

    /// Answers a person's client, which asks for a path of its own.
    func respond(to request: HTTPServerRequest, at path: String, as user: Flake) -> HTTPServerResponse {
        let call = Self.call(request, path: path)
        return Self.response(hub.change { $0.handle(call, as: user) })
    }

    private static func call(_ request: HTTPServerRequest, path: String) -> RESTRequest {
        let arrivedAt = ContinuousClock.now
        var query: [String: String] = [:]
        for item in request.queryItems?.items ?? [] where query[item.name] == nil { query[item.name] = item.value }
        return RESTRequest(
            method: request.method.rawValue, path: path, query: query,
            authorization: request.headers["Authorization"], auditReason: request.headers["X-Audit-Log-Reason"],
            body: Self.body(request.body, type: request.headers["Content-Type"] ?? ""), arrivedAt: arrivedAt)
    }

    private static func response(_ reply: RESTReply) -> HTTPServerResponse {
        var headers = HTTPHeaders(reply.headers)
        let status = HTTPStatus(rawValue: reply.status)
        if let html = reply.html {
            return .bytes(Array(html.utf8), type: "text/html; charset=UTF-8", status: status, headers: headers)
        }
        if let bytes = reply.cutJSON { return .json(bytes, status: status, headers: headers) }
        guard let body = reply.body else {
            headers.set("Content-Type", "text/html; charset=utf-8")
            return HTTPServerResponse(status: status, headers: headers)
        }
        return .json(JSON.encode(body), status: status, headers: headers)
    }

    // MARK: - Bodies

    /// Reads a body of JSON or of a form with files.
    static func body(_ bytes: [UInt8], type: String) -> RESTBody {
        if bytes.isEmpty { return .none }
        if type.lowercased().hasPrefix("multipart/form-data") { return multipart(bytes, type) }
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") { return urlEncoded(bytes) }
        guard let value = try? JSON.decode(JSONValue.self, from: bytes) else { return .malformed }
        return .form(value, files: [], bytes: bytes.count)
    }

    /// The fields of a form as texts, the first of each name.
    private static func urlEncoded(_ bytes: [UInt8]) -> RESTBody {
        guard let query = QueryItems.parse(String(decoding: bytes, as: UTF8.self)) else { return .malformed }
        let fields = query.items.reduce(into: JSONValue.object([:])) { fields, item in
            if !fields.has(item.name) { fields = fields.adding(item.name, .string(item.value)) }
        }
        return .form(fields, files: [], bytes: bytes.count)
    }

    private static func multipart(_ bytes: [UInt8], _ type: String) -> RESTBody {
        let form: MultipartForm
        do throws(TransportError) {
            form = try MultipartForm.parse(bytes, contentType: type)
        } catch {
            return error.code == .bodyTooLarge ? .tooLarge : .malformed
        }
        var value = JSONValue.object([:])
        var size = 0
        var files: [UploadedFile] = []
        for part in form.parts {
            if part.name == "payload_json" {
                guard let payload = try? JSON.decode(JSONValue.self, from: part.body) else { return .malformed }
                value = payload
                size = part.body.count
            } else if let filename = part.filename {
                guard part.body.count <= FileStore.limitPerFile else { return .tooLarge }
                let index = fileIndex(part.name) ?? files.count
                files.append(
                    UploadedFile(index: index, filename: filename, contentType: part.contentType, bytes: part.body))
            } else if value.fields != nil {
                // Fields beside the payload, as the oldest form of the route takes them.
                value = value.adding(part.name, .string(String(decoding: part.body, as: UTF8.self)))
            }
        }
        return .form(value, files: files, bytes: size)
    }

    /// The n of `files[n]` or `filen`.
    private static func fileIndex(_ name: String) -> Int? {
        let digits = name.filter(\.isNumber)
        return Int(digits)
    }
}
