public import EchordPrimitives

/// The pattern of a component's or a modal's custom id: a name, and values that come back with it.
///
/// A custom id is no secret and comes back from anybody who has seen the message: let the values be opaque ids of what
/// the program stores, and look up there what may be done with it.
///
/// ```swift
/// let claim = CustomIDPattern<Int64>("task.claim")
/// Button("Claim", customID: try claim(task.id))
/// ComponentHandler(claim) { context, task in … }
/// ```
public struct CustomIDPattern<each Part: CustomIDPart>: Sendable {
    /// The name: 1 to 40 lower-case letters, digits, `.`, `_` and `-`.
    public let name: String

    /// A pattern.
    public init(_ name: String) { self.name = name }

    /// The custom id with these values.
    ///
    /// - Throws: ``EchordError`` with code `validation` when it has more than 100 characters.
    public func callAsFunction(_ parts: repeat each Part) throws(EchordError) -> String {
        var text = name
        repeat text += ":" + CustomIDText.escape((each parts).customIDText)
        // A pattern without values has the colon too, so that no name is the beginning of another's.
        if text.utf8.count == name.utf8.count { text += ":" }
        let issues = FaultCollector.collect { $0.length(text, DiscordLimits.Component.customID, at: "custom_id") }
        guard issues.isEmpty else { throw EchordError.validation(issues) }
        return text
    }

    /// The values of a custom id; nil when it is none of this pattern.
    public func read(_ customID: String) -> (repeat each Part)? {
        var count = 0
        repeat count += (each Part).customIDCount
        guard var texts = CustomIDText.parts(of: customID, after: name, count: count)?[...] else { return nil }
        func next<Value: CustomIDPart>(_ type: Value.Type) throws(NotOfPattern) -> Value {
            guard let text = texts.popFirst(), let value = Value(customIDText: text) else { throw NotOfPattern() }
            return value
        }
        do throws(NotOfPattern) { return (repeat try next((each Part).self)) } catch { return nil }
    }

    private struct NotOfPattern: Error {}
}

/// The pattern of a custom id that is always the same.
public typealias PlainCustomIDPattern = CustomIDPattern<>

/// What a custom id can carry.
public protocol CustomIDPart: Sendable {
    /// Reads what ``customIDText`` wrote; `nil` for anything else.
    init?(customIDText: String)
    /// As short as may be; a custom id has 100 characters in all.
    var customIDText: String { get }
}

extension CustomIDPart {
    /// One; there to count the values of a pattern.
    fileprivate static var customIDCount: Int { 1 }
}

extension Snowflake: CustomIDPart {
    /// Reads digits.
    public init?(customIDText: String) { self.init(customIDText) }
    /// Digits.
    public var customIDText: String { String(rawValue) }
}

extension Int: CustomIDPart {
    /// Reads digits.
    public init?(customIDText: String) { self.init(customIDText) }
    /// Digits.
    public var customIDText: String { String(self) }
}

extension Int64: CustomIDPart {
    /// Reads digits.
    public init?(customIDText: String) { self.init(customIDText) }
    /// Digits.
    public var customIDText: String { String(self) }
}

extension Bool: CustomIDPart {
    /// Reads `1` or `0`.
    public init?(customIDText: String) {
        guard customIDText == "1" || customIDText == "0" else { return nil }
        self = customIDText == "1"
    }
    /// `1` or `0`.
    public var customIDText: String { self ? "1" : "0" }
}

extension String: CustomIDPart {
    /// Takes any text.
    public init?(customIDText: String) { self = customIDText }
    /// The text.
    public var customIDText: String { self }
}

extension CustomIDPart where Self: RawRepresentable, RawValue: CustomIDPart {
    /// Reads the raw value.
    public init?(customIDText: String) {
        guard let raw = RawValue(customIDText: customIDText) else { return nil }
        self.init(rawValue: raw)
    }
    /// The raw value.
    public var customIDText: String { rawValue.customIDText }
}

/// How names and values stand in a custom id: separated by colons, which are written `%c` inside a value, as `%%` is a
/// percent sign.
enum CustomIDText {
    static func isName(_ name: String) -> Bool {
        (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
    }

    /// The values that stand after the name; nil when it is another name, or not so many.
    static func parts(of customID: String, after name: String, count: Int) -> [String]? {
        // Scalars, not characters: a value may begin with one that would join the colon before it.
        let scalars = customID.unicodeScalars
        let head = (name + ":").unicodeScalars
        guard scalars.starts(with: head) else { return nil }
        let rest = scalars.dropFirst(head.count)
        guard count > 0 else { return rest.isEmpty ? [] : nil }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false).map(unescape)
        return parts.count == count ? parts : nil
    }

    static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case ":": result.append(contentsOf: "%c".unicodeScalars)
            case "%": result.append(contentsOf: "%%".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func unescape(_ text: Substring.UnicodeScalarView) -> String {
        var result = String.UnicodeScalarView()
        var rest = text
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.append(scalar)
                continue
            }
            result.append(rest.popFirst() == "c" ? ":" : "%")
        }
        return String(result)
    }
}
