internal import EchordPrimitives
public import JSON

/// How a request ended: it happened, or it was refused and nothing changed.
public enum TaskOutcome: Hashable, Sendable {
    /// It happened.
    case done(TaskReceipt)
    /// It was refused.
    case refused(TaskRefusal)

    /// The task as it is now; nil when the request was refused.
    public var task: ChoreTask? {
        if case .done(let receipt) = self { receipt.task } else { nil }
    }

    /// Why it was refused; nil when it was not.
    public var refusal: TaskRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}

/// What was done, and the task after it.
@JSONModel
public struct TaskReceipt: Hashable, Sendable {
    /// What was done.
    public var action: TaskAction
    /// The task after it.
    public var task: ChoreTask
}

extension TaskOutcome: JSONCodable {
    /// Reads what was written.
    public init(json: JSONReader) throws(JSONError) {
        if let receipt = json["done"] {
            self = .done(try TaskReceipt(json: receipt))
        } else {
            self = .refused(try json.decode(at: "refused"))
        }
    }

    /// Writes an object with one member: what became of the request.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .done(let receipt): writer.member("done", receipt)
        case .refused(let refusal): writer.member("refused", refusal)
        }
        writer.endObject()
    }
}

extension TaskRefusal: JSONCodable {
    /// The form in which a refusal is kept.
    @JSONModel
    struct Record {
        var code: String
        var user: UserID?
        var instant: Instant?
        var state: TaskState?
        var action: TaskAction?
        var rights: [TaskRight]?
        var issues: [ValidationIssue]?
    }

    /// Reads what was written.
    public init(json: JSONReader) throws(JSONError) {
        let record = try Record(json: json)
        switch (record.code, record.user, record.instant, record.state, record.action) {
        case ("unknown_task", _, _, _, _): self = .unknownTask
        case ("not_allowed", _, _, _, _): self = .notAllowed(missing: record.rights ?? [])
        case ("already_claimed", let user?, _, _, _): self = .alreadyClaimed(by: user)
        case ("already_done", let user?, let instant?, _, _): self = .alreadyDone(by: user, at: instant)
        case ("wrong_state", _, _, let state?, let action?): self = .wrongState(state, for: action)
        case ("not_assigned", _, _, _, _): self = .notAssigned
        case ("conflict", _, _, _, _): self = .conflict
        case ("invalid", _, _, _, _): self = .invalid(record.issues ?? [])
        default: throw json.error(.invalidValue, "no refusal of this form")
        }
    }

    /// Writes a durable code and what belongs to it.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .unknownTask: Record(code: "unknown_task").encode(to: &writer)
        case .notAllowed(let rights): Record(code: "not_allowed", rights: rights).encode(to: &writer)
        case .alreadyClaimed(let user): Record(code: "already_claimed", user: user).encode(to: &writer)
        case .alreadyDone(let user, let instant):
            Record(code: "already_done", user: user, instant: instant).encode(to: &writer)
        case .wrongState(let state, let action):
            Record(code: "wrong_state", state: state, action: action).encode(to: &writer)
        case .notAssigned: Record(code: "not_assigned").encode(to: &writer)
        case .conflict: Record(code: "conflict").encode(to: &writer)
        case .invalid(let issues): Record(code: "invalid", issues: issues).encode(to: &writer)
        }
    }
}

extension TaskRight: TextCoded {
    /// Reads what was written.
    public init?(coded text: String) {
        switch text {
        case "manager": self = .manager
        case "author": self = .author
        case "assignee": self = .assignee
        case "doer": self = .doer
        default:
            guard text.hasPrefix("role:"), let role = RoleID(text.dropFirst(5)) else { return nil }
            self = .role(role)
        }
    }

    /// A durable word.
    public var coded: String {
        switch self {
        case .manager: "manager"
        case .author: "author"
        case .assignee: "assignee"
        case .doer: "doer"
        case .role(let role): "role:\(role)"
        }
    }
}

extension ValidationIssue: JSONCodable {
    /// Reads path, code and parameters.
    public init(json: JSONReader) throws(JSONError) {
        self.init(
            Code(rawValue: try json.decode(at: "code")), path: try json.decode(at: "path"),
            params: try json.decode(at: "params"))
    }

    /// Writes path, code and parameters.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("path", path)
        writer.member("code", code.rawValue)
        writer.member("params", params)
        writer.endObject()
    }
}
