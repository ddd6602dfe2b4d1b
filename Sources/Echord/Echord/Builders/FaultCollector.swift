import EchordModel
import EchordPrimitives

/// Collects every fault of what is about to be sent, with Discord's own numbers and the path of each.
struct FaultCollector {
    private(set) var issues: [FieldIssue] = []
    private var path = ""

    /// The faults that a check finds.
    static func collect(_ check: (inout FaultCollector) -> Void) -> [FieldIssue] {
        var collector = FaultCollector()
        check(&collector)
        return collector.issues
    }

    /// Looks at what lies under a key.
    mutating func at(_ key: String, _ body: (inout FaultCollector) -> Void) {
        let outer = path
        path = outer.isEmpty ? key : "\(outer).\(key)"
        body(&self)
        path = outer
    }

    /// Looks at each element of a list under a key.
    mutating func each<Element>(
        _ key: String, _ elements: [Element]?, _ body: (inout FaultCollector, Element) -> Void
    ) {
        for (index, element) in (elements ?? []).enumerated() {
            at("\(key)[\(index)]") { body(&$0, element) }
        }
    }

    /// Notes a fault here, or under a key.
    mutating func fault(_ code: FaultCode, _ message: String, at key: String? = nil) {
        let place = key.map { path.isEmpty ? $0 : "\(path).\($0)" } ?? path
        issues.append(FieldIssue(path: place, code: code.rawValue, message: message))
    }

    /// A text's length in Unicode scalars; nothing is said about `nil`.
    mutating func length(_ text: String?, _ range: ClosedRange<Int>, at key: String) {
        guard let text else { return }
        let count = text.unicodeScalars.count
        guard !range.contains(count) else { return }
        let code: FaultCode =
            count == 0 ? .required : count > range.upperBound ? .tooLong : .tooShort
        fault(code, "\(range.words) characters, is \(count)", at: key)
    }

    /// A text's length, from nothing up to a limit.
    mutating func length(_ text: String?, upTo limit: Int, at key: String) { length(text, 0...limit, at: key) }

    /// How many elements there are.
    mutating func count(_ count: Int, _ range: ClosedRange<Int>, of what: String, at key: String? = nil) {
        if !range.contains(count) { fault(.badLength, "\(range.words) \(what), is \(count)", at: key) }
    }

    /// A number's range; nothing is said about `nil`.
    mutating func number(_ value: Int?, _ range: ClosedRange<Int>, at key: String) {
        guard let value, !range.contains(value) else { return }
        fault(value < range.lowerBound ? .tooSmall : .tooLarge, "\(range.words), is \(value)", at: key)
    }

    /// A minimum that is above its maximum.
    mutating func ordered(_ low: Int?, _ high: Int?, lowKey: String, highKey: String) {
        if let low, let high, low > high {
            fault(.tooLarge, "at most \(highKey), which is \(high), is \(low)", at: lowKey)
        }
    }

    /// Something that must be unique among its neighbours.
    mutating func unique<Key: Hashable>(_ keys: [Key?], code: FaultCode, _ what: String, at key: (Int) -> String) {
        var seen: Set<Key> = []
        for (index, value) in keys.enumerated() {
            if let value, !seen.insert(value).inserted { fault(code, "\(what) is there already", at: key(index)) }
        }
    }

    /// An address of the web; with `attachments`, also `attachment://name`.
    mutating func address(_ url: String?, attachments: Bool = false, at key: String) {
        guard let url else { return }
        let schemes = ["http://", "https://"] + (attachments ? ["attachment://"] : [])
        if !schemes.contains(where: { url.hasPrefix($0) && url.utf8.count > $0.utf8.count }) {
            fault(.badAddress, "an address that begins with \(schemes.joined(separator: ", "))", at: key)
        }
    }
}

/// Discord's names for faults of a body.
struct FaultCode: RawRepresentable, Hashable, Sendable {
    let rawValue: String

    static let required = Self(rawValue: "BASE_TYPE_REQUIRED")
    static let tooLong = Self(rawValue: "BASE_TYPE_MAX_LENGTH")
    static let tooShort = Self(rawValue: "BASE_TYPE_MIN_LENGTH")
    static let badLength = Self(rawValue: "BASE_TYPE_BAD_LENGTH")
    static let tooLarge = Self(rawValue: "NUMBER_TYPE_MAX")
    static let tooSmall = Self(rawValue: "NUMBER_TYPE_MIN")
    static let choices = Self(rawValue: "BASE_TYPE_CHOICES")
    static let badAddress = Self(rawValue: "URL_TYPE_INVALID_URL")
    static let duplicateCustomID = Self(rawValue: "COMPONENT_CUSTOM_ID_DUPLICATED")
    static let duplicateID = Self(rawValue: "COMPONENT_ID_DUPLICATED")
    static let duplicateValue = Self(rawValue: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")
    static let badComponent = Self(rawValue: "COMPONENT_TYPE_INVALID")
    static let layout = Self(rawValue: "COMPONENT_LAYOUT_INVALID")
    static let v2Content = Self(rawValue: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")
    static let needsV2 = Self(rawValue: "MESSAGE_NEEDS_COMPONENTS_V2_FLAG")
    static let empty = Self(rawValue: "MESSAGE_EMPTY")
    static let exclusive = Self(rawValue: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")
    static let embedSize = Self(rawValue: "MAX_EMBED_SIZE_EXCEEDED")
    static let fileTooLarge = Self(rawValue: "FILE_TOO_LARGE")
    static let badFlags = Self(rawValue: "MESSAGE_FLAGS_INVALID")
    static let badName = Self(rawValue: "APPLICATION_COMMAND_INVALID_NAME")
    static let duplicateName = Self(rawValue: "APPLICATION_COMMANDS_DUPLICATE_NAME")
    static let duplicateOption = Self(rawValue: "APPLICATION_COMMAND_OPTIONS_NAME_INVALID")
    static let requiredOrder = Self(rawValue: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")
    static let badOption = Self(rawValue: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")
    static let tooLargeCommand = Self(rawValue: "APPLICATION_COMMAND_TOO_LARGE")
    static let tooManyCommands = Self(rawValue: "APPLICATION_COMMANDS_MAXIMUM")
}

extension ClosedRange<Int> {
    /// `1–100`, or `at most 80` where the lowest is nothing.
    fileprivate var words: String { lowerBound == 0 ? "at most \(upperBound)" : "\(lowerBound)–\(upperBound)" }
}
