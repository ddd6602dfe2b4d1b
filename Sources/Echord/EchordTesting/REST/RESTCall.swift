import JSON

/// A request to the REST API, as it came in.
struct RESTRequest: Sendable {
    var method: String
    /// The path after the server's name, with the query left out: `/api/v10/users/@me`.
    var path: String
    var query: [String: String] = [:]
    var authorization: String?
    var auditReason: String?
    var body = RESTBody.none
    /// When it had been read from the socket, by the machine's clock.
    var arrivedAt = ContinuousClock.now
}

/// A request's body, read before the realm is entered.
enum RESTBody: Sendable {
    case none
    case form(JSONValue, files: [UploadedFile], bytes: Int)
    case malformed
    case tooLarge
}

/// What goes back.
struct RESTReply: Sendable {
    var status: Int
    var body: JSONValue?
    /// Text instead of JSON: the page of what stands before Discord.
    var html: String?
    /// The beginning of a JSON text whose end got lost.
    var cutJSON: [UInt8]?
    var headers: [(String, String)] = []

    static let noContent = RESTReply(status: 204)

    static func ok(_ body: JSONValue) -> RESTReply {
        RESTReply(status: 200, body: body)
    }

    static func created(_ body: JSONValue) -> RESTReply {
        RESTReply(status: 201, body: body)
    }
}

/// A request that found its route.
struct RESTCall: Sendable {
    let parameters: [String: String]
    let query: [String: String]
    let body: JSONValue
    let files: [UploadedFile]
    /// Who asks: the bot, or a member through the control API.
    let actor: Flake
    let auditReason: String?
    let arrivedAt: ContinuousClock.Instant
    /// For routes that are not the bot's alone.
    let authorization: String?

    /// Who does what is asked, and why, for the audit log.
    var cause: Cause { Cause(user: actor, reason: auditReason) }

    func text(_ name: String) -> String {
        parameters[name] ?? ""
    }

    /// A snowflake in the path.
    func id(_ name: String) throws(Refusal) -> Flake {
        let text = text(name)
        guard let flake = Flake(text) else { throw .notSnowflake(name + "_id", text) }
        return flake
    }

    /// A snowflake in the query.
    func queryID(_ name: String) throws(Refusal) -> Flake? {
        guard let text = query[name] else { return nil }
        guard let flake = Flake(text) else { throw .notSnowflake(name, text) }
        return flake
    }

    /// A whole number in the query.
    func queryNumber(_ name: String, _ range: ClosedRange<Int64>, default standard: Int64) throws(Refusal) -> Int {
        guard let text = query[name] else { return Int(standard) }
        var errors = FieldErrors()
        let number = errors.int(.string(text), [name], range, required: true)
        try errors.throwIfAny()
        return Int(number ?? standard)
    }

    /// A time in ISO 8601 in the query.
    func queryMoment(_ name: String) throws(Refusal) -> Moment? {
        var form = Form(query[name].map { [name: .string($0)] } ?? [:])
        let moment = form.moment(name)
        try form.check()
        return moment
    }

    func queryFlag(_ name: String) -> Bool {
        ["true", "True", "1"].contains(query[name] ?? "")
    }
}
