internal import EchordModel
public import EchordPrimitives
public import JSON

/// One parameter after the `?`, or one field of a form; without values it is left out.
public struct QueryParameter: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its values, not escaped; the name stands once with each.
    public let values: [String]
    /// What Discord would refuse about it, as far as it is known here.
    let issue: FieldIssue?

    private init(_ name: String, _ values: [String], _ check: (inout FaultCollector) -> Void = { _ in }) {
        self.name = name
        self.values = values
        issue = FaultCollector.collect(check).first
    }

    /// An id, a time, a number or whether something holds.
    public static func value(_ name: String, _ value: (some QueryValue)?) -> QueryParameter {
        QueryParameter(name, value.map { [$0.queryText] } ?? [])
    }

    /// A number within a range.
    public static func number(_ name: String, _ value: Int?, in range: ClosedRange<Int>) -> QueryParameter {
        QueryParameter(name, value.map { [String($0)] } ?? []) { $0.number(value, range, at: name) }
    }

    /// A text with its length in characters.
    public static func text(_ name: String, _ value: String?, length: ClosedRange<Int>) -> QueryParameter {
        QueryParameter(name, value.map { [$0] } ?? []) { $0.length(value, length, at: name) }
    }

    /// A value of an open enumeration.
    public static func choice<Value: JSONRawValue>(_ name: String, _ value: Value?) -> QueryParameter
    where Value.RawValue: QueryValue {
        QueryParameter(name, value.map { [$0.rawValue.queryText] } ?? [])
    }

    /// Values of an open enumeration, the name with each.
    public static func choices<Value: JSONRawValue>(_ name: String, _ values: [Value]) -> QueryParameter
    where Value.RawValue: QueryValue {
        QueryParameter(name, values.map(\.rawValue.queryText))
    }

    /// Values, the name with each.
    public static func each(_ name: String, _ values: [some QueryValue], upTo limit: Int) -> QueryParameter {
        QueryParameter(name, values.map(\.queryText)) { $0.count(values.count, 0...limit, of: "values", at: name) }
    }

    /// Texts with their length in characters, the name with each.
    public static func texts(
        _ name: String, _ values: [String], length: ClosedRange<Int>, upTo limit: Int
    ) -> QueryParameter {
        QueryParameter(name, values) { faults in
            faults.count(values.count, 0...limit, of: "values", at: name)
            for value in values { faults.length(value, length, at: name) }
        }
    }

    /// Values with commas between them.
    public static func joined(_ name: String, _ values: [some QueryValue], upTo limit: Int) -> QueryParameter {
        let text = values.map(\.queryText).joined(separator: ",")
        return QueryParameter(name, values.isEmpty ? [] : [text]) {
            $0.count(values.count, 0...limit, of: "values", at: name)
        }
    }
}

/// What can stand in a query.
public protocol QueryValue: Sendable {
    /// As Discord reads it.
    var queryText: String { get }
}

extension String: QueryValue {
    /// The text itself.
    public var queryText: String { self }
}
extension Int: QueryValue {
    /// The decimal digits.
    public var queryText: String { description }
}
extension Bool: QueryValue {
    /// `true` or `false`.
    public var queryText: String { description }
}
extension Snowflake: QueryValue {
    /// The decimal digits.
    public var queryText: String { description }
}
extension DiscordTimestamp: QueryValue {
    /// The text Discord would write.
    public var queryText: String { description }
}
