/// One demand on a value, with the bounds it can tell to a form, a Discord option or a JSON Schema.
public struct Rule<Value>: Sendable {
    /// The bounds of a rule, for those who show them before anything is typed.
    public struct Bounds: Hashable, Sendable {
        /// The allowed lengths of a text, in Unicode scalars.
        public var length: ClosedRange<Int>?
        /// The allowed numbers.
        public var range: ClosedRange<Int>?

        /// Bounds on a text's length or a number's range.
        public init(length: ClosedRange<Int>? = nil, range: ClosedRange<Int>? = nil) {
            self.length = length
            self.range = range
        }
    }

    /// What can be said about the rule beforehand.
    public let bounds: Bounds
    /// Finds what is wrong; empty when nothing is.
    public let issues: @Sendable (Value) -> [ValidationIssue]

    /// A rule that finds `issues`.
    public init(bounds: Bounds = Bounds(), issues: @escaping @Sendable (Value) -> [ValidationIssue]) {
        self.bounds = bounds
        self.issues = issues
    }
}

extension Rule where Value == String {
    /// The text has so many Unicode scalars, which is what Discord counts.
    public static func length(_ allowed: ClosedRange<Int>) -> Rule {
        Rule(bounds: Bounds(length: allowed)) { text in
            let count = text.unicodeScalars.count
            if count < allowed.lowerBound {
                return [ValidationIssue(.tooShort, params: ["min": "\(allowed.lowerBound)", "actual": "\(count)"])]
            }
            if count > allowed.upperBound {
                return [ValidationIssue(.tooLong, params: ["max": "\(allowed.upperBound)", "actual": "\(count)"])]
            }
            return []
        }
    }

    /// The text has something to see: not only spaces and invisible marks.
    public static var visible: Rule {
        Rule { $0.unicodeScalars.contains(where: \.isVisible) ? [] : [ValidationIssue(.empty)] }
    }

    /// The text is one line without control characters or direction overrides.
    public static var singleLine: Rule {
        Rule { $0.unicodeScalars.contains(where: \.breaksLine) ? [ValidationIssue(.controlCharacter)] : [] }
    }

    /// The text may have line breaks and tabs, but no other control characters and no direction overrides.
    public static var multiLine: Rule {
        Rule { text in
            let offends = text.unicodeScalars.contains { $0.breaksLine && $0 != "\n" && $0 != "\t" }
            return offends ? [ValidationIssue(.controlCharacter)] : []
        }
    }
}

extension Rule where Value == Int {
    /// The number lies in the range.
    public static func range(_ allowed: ClosedRange<Int>) -> Rule {
        Rule(bounds: Bounds(range: allowed)) { number in
            if allowed.contains(number) { return [] }
            let params = ["min": "\(allowed.lowerBound)", "max": "\(allowed.upperBound)"]
            return [ValidationIssue(.outOfRange, params: params)]
        }
    }
}

extension Rule where Value: Collection & SendableMetatype {
    /// Every element obeys `rule`; the path of an issue starts with the element's index.
    public static func each(_ rule: Rule<Value.Element>) -> Rule {
        Rule { elements in
            elements.enumerated().flatMap { index, element in rule.issues(element).map { $0.within("\(index)") } }
        }
    }

}

extension Rule {
    /// A value that is there obeys `rule`.
    public static func ifPresent<Wrapped>(_ rule: Rule<Wrapped>) -> Rule where Value == Wrapped? {
        Rule(bounds: .init(length: rule.bounds.length, range: rule.bounds.range)) { $0.map(rule.issues) ?? [] }
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees anything of it.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: false
        default: !properties.isDefaultIgnorableCodePoint && self != "\u{2800}"
        }
    }

    /// Whether it moves the text that follows: control characters, line separators and direction overrides.
    ///
    /// Joiners and left-to-right or right-to-left marks are left in: emoji and whole languages need them.
    fileprivate var breaksLine: Bool {
        switch self {
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default:
            switch properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
