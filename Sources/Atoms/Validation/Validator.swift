/// The checks of a compound value, which find everything that is wrong at once.
///
///     let validator = Validator<Form> {
///         Check(\.title, .length(1...100))
///         Check(\.tags, .each(.length(1...20)))
///     }
public struct Validator<Root>: Sendable {
    /// Collects the checks of a validator.
    @resultBuilder
    public enum Builder {
        /// One check; tells the compiler whose fields its key path names.
        public static func buildExpression(_ check: Check<Root>) -> Check<Root> { check }

        /// All the checks, in order.
        public static func buildBlock(_ checks: Check<Root>...) -> [Check<Root>] { checks }
    }

    /// The checks in order.
    public let checks: [Check<Root>]

    /// A validator of these checks.
    public init(@Builder _ checks: () -> [Check<Root>]) { self.checks = checks() }

    /// Everything that is wrong with `value`, in the order of the checks.
    public func issues(in value: Root) -> [ValidationIssue] { checks.flatMap { $0.issues(value) } }

    /// Passes a good value.
    ///
    /// - Throws: `ValidationFailure` with every issue.
    public func validate(_ value: Root) throws(ValidationFailure) {
        if let failure = ValidationFailure(issues(in: value)) { throw failure }
    }
}

/// The rules of one field.
public struct Check<Root>: Sendable {
    /// The name of the field, as it stands in the path of an issue.
    public let field: String
    /// What can be said about the field beforehand.
    public let bounds: [String: ClosedRange<Int>]
    let issues: @Sendable (Root) -> [ValidationIssue]

    /// Rules for the field at `keyPath`.
    ///
    /// - Parameters:
    ///   - keyPath: a stored property, whose own name stands in the path unless `field` is given.
    ///   - field: the name to use instead, needed for a computed property.
    ///   - rules: all of them are asked, also after one has found something.
    public init<Value>(
        _ keyPath: any KeyPath<Root, Value> & Sendable, as field: String? = nil, _ rules: Rule<Value>...
    ) {
        let name = field ?? Self.name(of: keyPath)
        var bounds: [String: ClosedRange<Int>] = [:]
        for rule in rules {
            bounds["length"] = rule.bounds.length ?? bounds["length"]
            bounds["range"] = rule.bounds.range ?? bounds["range"]
        }
        self.field = name
        self.bounds = bounds
        issues = { root in
            let value = root[keyPath: keyPath]
            return rules.flatMap { $0.issues(value) }.map { $0.within(name) }
        }
    }

    /// `\Form.title` → `title`.
    private static func name(of keyPath: AnyKeyPath) -> String {
        let text = String(describing: keyPath)
        guard let dot = text.firstIndex(of: ".") else { return text }
        return String(text[text.index(after: dot)...])
    }
}
