import JSON

/// An id as Discord makes them: 42 bits of milliseconds since 2015, 5 of worker, 5 of process, 12 of counter.
///
/// The local Discord reads the protocol for itself, hence not Echord's typed ids: one mistake must not hide another.
/// Source: https://discord.com/developers/docs/reference#snowflakes
struct Flake: Hashable, Comparable, Sendable {
    static let epoch: Int64 = 1_420_070_400_000

    let value: UInt64

    init(_ value: UInt64) {
        self.value = value
    }

    /// Reads decimal digits; nil for anything Discord would not call a snowflake.
    init?(_ text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 20, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = UInt64(text), value <= UInt64(Int64.max)
        else { return nil }
        self.value = value
    }

    /// Reads a string or an integer, both of which Discord takes.
    init?(json: JSONValue?) {
        guard let json else { return nil }
        if let text = json.text {
            self.init(text)
        } else if let number = json.integer, number >= 0 {
            self.init(UInt64(number))
        } else {
            return nil
        }
    }

    var text: String { String(value) }
    var json: JSONValue { .string(text) }
    /// Milliseconds since the Unix epoch at which the id was made.
    var moment: Moment { Moment(Int64(value >> 22) + Flake.epoch) }

    static func < (lhs: Flake, rhs: Flake) -> Bool {
        lhs.value < rhs.value
    }
}

/// Makes ids from the virtual clock: never twice the same, always rising.
struct FlakeSource: Sendable {
    private var lastMillisecond: Int64 = 0
    private var counter: UInt64 = 0
    private let worker: UInt64

    init(worker: UInt64 = 1) {
        self.worker = worker & 0x3FF
    }

    mutating func next(at moment: Moment) -> Flake {
        let millisecond = max(moment.milliseconds - Flake.epoch, 0)
        if millisecond > lastMillisecond {
            lastMillisecond = millisecond
            counter = 0
        } else if counter == 0xFFF {
            lastMillisecond += 1
            counter = 0
        } else {
            counter += 1
        }
        return Flake(UInt64(lastMillisecond) << 22 | worker << 12 | counter)
    }
}
