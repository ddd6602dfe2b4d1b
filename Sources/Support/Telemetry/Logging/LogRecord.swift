/// One line before it is written.
public struct LogRecord: Sendable {
    /// When it was logged.
    public let time: WallTime
    /// How much it matters.
    public let level: LogLevel
    /// Who spoke.
    public let label: String
    /// What was said.
    public let message: String
    /// The fields, those of the context included.
    public let fields: LogFields

    /// A record of these parts.
    public init(time: WallTime, level: LogLevel, label: String, message: String, fields: LogFields) {
        self.time = time
        self.level = level
        self.label = label
        self.message = message
        self.fields = fields
    }

    /// The record as one line of JSON without the line feed. Fields follow in alphabetical order.
    public var json: String {
        var line = "{\"time\":\"\(time.iso8601)\",\"level\":\"\(level.name)\",\"label\":"
        line.appendJSON(label)
        line += ",\"message\":"
        line.appendJSON(message)
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += ","
            line.appendJSON(key)
            line += ":"
            line.appendJSON(value)
        }
        return line + "}"
    }

    /// The record for a person at a terminal: time of day, level, label, message, fields.
    public var text: String {
        var line = "\(time.iso8601.dropFirst(11).prefix(12)) \(level.name.uppercased()) [\(label)] \(message)"
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += " \(key)="
            line.appendJSON(value)
        }
        return line
    }
}

extension String {
    fileprivate mutating func appendJSON(_ value: LogValue) {
        switch value {
        case .string(let text): appendJSON(text)
        case .int(let number): self += String(number)
        case .double(let number): number.isFinite ? self += String(number) : appendJSON(String(number))
        case .bool(let flag): self += flag ? "true" : "false"
        }
    }

    fileprivate mutating func appendJSON(_ text: String) {
        self += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": self += "\\\""
            case "\\": self += "\\\\"
            case "\n": self += "\\n"
            case "\r": self += "\\r"
            case "\t": self += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: unicodeScalars.append(scalar)
            }
        }
        self += "\""
    }
}
