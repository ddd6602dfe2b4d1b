import JSON

/// One request through authentication, limits and its route.
extension Realm {
    /// Answers a request of the bot.
    ///
    /// - Parameter addressFaults: faults of addresses in it, found by calling them before.
    mutating func handle(_ request: RESTRequest, addressFaults: FieldErrors = FieldErrors()) -> RESTReply {
        var reply: RESTReply
        var route = "-"
        do throws(Refusal) {
            try addressFaults.throwIfAny()
            reply = try perform(request, &route)
        } catch {
            reply = RESTReply(status: error.status, body: error.json)
        }
        let isShared = reply.headers.contains { $0 == ("X-RateLimit-Scope", "shared") }
        if [401, 403, 429].contains(reply.status), !isShared { limiter.noteInvalid(at: now) }
        reply.headers.append(("Via", "1.1 local"))
        recordCall(request, route, reply)
        return reply
    }

    /// Answers what a person's client asks: the same rules, without the bot's token, limits and record.
    mutating func handle(_ request: RESTRequest, as user: Flake) -> RESTReply {
        do throws(Refusal) {
            let (route, parameters) = try find(request)
            guard route.audience != .bots else { throw .onlyBots }
            return try run(route, parameters, request, actor: user)
        } catch {
            return RESTReply(status: error.status, body: error.json)
        }
    }

    private func find(_ request: RESTRequest) throws(Refusal) -> (Route, [String: String]) {
        switch RouteTable.discord.find(request.method, try Self.pathInVersion(request.path)) {
        case .found(let route, let parameters): return (route, parameters)
        case .otherMethod: throw .methodNotAllowed
        case .nothing: throw .notFound
        }
    }

    private mutating func perform(_ request: RESTRequest, _ template: inout String) throws(Refusal) -> RESTReply {
        let (route, parameters) = try find(request)
        template = route.template
        if route.audience != .anyone { try authorize(request) }
        let isInteraction = ["/interactions/", "/webhooks/{webhook}/{token}"].contains(where: route.template.hasPrefix)
        let fault = takeFault(isInteraction: isInteraction)
        if let reply = try fault?.instead(retryAfter: faults.retryAfter) { return reply }
        let verdict = limiter.take(
            route.rule, resource: route.resource(parameters), countsGlobally: !isInteraction, at: now)
        var headers: [(String, String)] = []
        switch verdict {
        case .allowed(let status): headers = status.map(Self.headers) ?? []
        default: return limited(verdict)
        }
        do throws(Refusal) {
            guard route.audience != .people else { throw .noBots }
            var reply = try run(route, parameters, request, actor: world.application.id)
            reply.headers += headers
            return fault?.spoilt(reply) ?? reply
        } catch {
            if let wait = error.extra["retry_after"]?.number {
                headers.append(("Retry-After", String(Int(wait.rounded(.up)))))
                if error.status == 429 { headers.append(("X-RateLimit-Scope", "user")) }
            }
            return RESTReply(status: error.status, body: error.json, headers: headers)
        }
    }

    private mutating func run(
        _ route: Route, _ parameters: [String: String], _ request: RESTRequest, actor: Flake
    ) throws(Refusal) -> RESTReply {
        var body = JSONValue.null
        var files: [UploadedFile] = []
        switch request.body {
        case .none: break
        case .malformed: throw .malformedJSON
        case .tooLarge: throw .tooLarge
        case .form(let value, let uploads, _): (body, files) = (value, uploads)
        }
        let call = RESTCall(
            parameters: parameters, query: request.query, body: body, files: files, actor: actor,
            auditReason: try Self.reason(request.auditReason), arrivedAt: request.arrivedAt,
            authorization: request.authorization)
        do {
            return try route.handler(&self, call)
        } catch {
            throw error as? Refusal ?? .internalError
        }
    }

    /// The reason for the audit log, percent-encoded in its header.
    private static func reason(_ header: String?) throws(Refusal) -> String? {
        guard let header, case let text = percentDecoded(header).trimmed, !text.isEmpty else { return nil }
        var errors = FieldErrors()
        let reason = errors.text(.string(text), ["reason"], 0...512)
        try errors.throwIfAny()
        return reason
    }

    /// The path's parts after `/api` and the version.
    private static func pathInVersion(_ path: String) throws(Refusal) -> [String] {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard parts.first == "api" else { throw .notFound }
        parts.removeFirst()
        if let version = parts.first, version.first == "v", let number = Int(version.dropFirst()) {
            guard number == 10 || number == 9 else { throw .invalidVersion }
            parts.removeFirst()
        }
        return parts.map(percentDecoded)
    }

    /// Replaces %XX; what is malformed stays as it is.
    static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func authorize(_ request: RESTRequest) throws(Refusal) {
        guard let header = request.authorization, header.hasPrefix("Bot "),
            header.dropFirst(4).trimmingSpaces == settings.token
        else { throw .unauthorized }
    }

    // MARK: - Limits

    private static func headers(_ status: RateLimiter.Status) -> [(String, String)] {
        [
            ("X-RateLimit-Limit", String(status.limit)), ("X-RateLimit-Remaining", String(status.remaining)),
            ("X-RateLimit-Reset", decimal(status.reset.seconds)),
            ("X-RateLimit-Reset-After", decimal(Double(status.resetAfter.milliseconds) / 1000)),
            ("X-RateLimit-Bucket", status.bucket),
        ]
    }

    /// With three digits behind the point. The sign stands apart: a clock may stand before 1970.
    static func decimal(_ number: Double) -> String {
        let whole = Int64((number * 1000).rounded())
        let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 1000)
        let fraction = String(rest)
        return (whole < 0 ? "-" : "") + "\(units)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }

    private mutating func limited(_ verdict: RateLimiter.Verdict) -> RESTReply {
        switch verdict {
        case .limited(let status):
            let wait = Double(status.resetAfter.milliseconds) / 1000
            return RESTReply(
                status: 429,
                body: ["message": "You are being rate limited.", "retry_after": .double(wait), "global": false],
                headers: Self.headers(status) + [
                    ("Retry-After", String(Int(wait.rounded(.up)))), ("X-RateLimit-Scope", "user"),
                ])
        case .globallyLimited(let after):
            let wait = Double(after.milliseconds) / 1000
            return RESTReply(
                status: 429,
                body: ["message": "You are being rate limited.", "retry_after": .double(wait), "global": true],
                headers: [
                    ("Retry-After", String(Int(wait.rounded(.up)))), ("X-RateLimit-Global", "true"),
                    ("X-RateLimit-Scope", "global"),
                ])
        case .banned(let after):
            return RESTReply(
                status: 429,
                html: RateLimiter.banPage,
                headers: [("Retry-After", String(Int(Double(after.milliseconds) / 1000) + 1))])
        case .allowed:
            return .noContent
        }
    }

    // MARK: - Recording

    private mutating func recordCall(_ request: RESTRequest, _ route: String, _ reply: RESTReply) {
        var kept = JSONValue.null
        if case .form(let body, let files, let bytes) = request.body {
            kept = Recorder.kept(body, bytes: bytes)
            if !files.isEmpty, kept.fields != nil {
                kept = kept.adding(
                    "_files", .array(files.map { ["filename": .string($0.filename), "size": .number($0.bytes.count)] }))
            }
        }
        var shown = reply.body ?? .null
        if let list = shown.list, list.count > 50 { shown = ["truncated_items": .number(list.count)] }
        noteRecord(
            .rest(
                method: request.method, route: route, path: Self.masked(request.path), request: kept,
                status: reply.status,
                response: shown, elapsed: request.arrivedAt.duration(to: .now)))
    }

    /// The path without an interaction's token.
    private static func masked(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { $0.utf8.count > 60 ? "***" : String($0) }
            .joined(separator: "/")
    }
}

extension Substring {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        var view = self
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}
