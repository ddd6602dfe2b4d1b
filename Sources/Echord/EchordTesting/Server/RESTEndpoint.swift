import JSON
import Transport

/// Serves the REST API: reads the body, asks the realm, writes the answer.
struct RESTEndpoint: Sendable {
    let hub: Hub

    /// Answers the bot, after the time its request is under way.
    func respond(to request: HTTPServerRequest) async -> HTTPServerResponse {
        if hub.read({ $0.faults.isSlow }) {
            let delay = hub.change { $0.faults.delay(&$0.random) }
            // Cancelled when the server drains: then it is answered at once.
            try? await hub.clock.sleep(for: delay)
        }
        let call = Self.call(request, path: request.path)
        return Self.response(hub.change { $0.handle(call) })
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
            body: Self.body(request), arrivedAt: arrivedAt)
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

    private static func body(_ request: HTTPServerRequest) -> RESTBody {
        if request.body.isEmpty { return .none }
        let type = request.headers["Content-Type"] ?? ""
        if type.lowercased().hasPrefix("multipart/form-data") { return multipart(request.body, type) }
        guard let value = try? JSON.decode(JSONValue.self, from: request.body) else { return .malformed }
        return .form(value, files: [], bytes: request.body.count)
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
