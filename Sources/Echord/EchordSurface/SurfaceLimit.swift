public import JSON

/// One of the numbers that Discord holds everybody to.
public struct SurfaceLimit: Sendable, Hashable {
    /// Its name under `DiscordLimits`, such as `Message.content`.
    public let name: String
    /// The least, as JSON; nil where only the most is bound.
    public let minimum: JSONValue?
    /// The most, as JSON.
    public let maximum: JSONValue
    /// What it counts where that is no plain number: `seconds`.
    public let unit: String?

    init(_ name: String, _ most: Int) {
        self.init(name, nil, JSONValue(most))
    }

    init(_ name: String, _ range: ClosedRange<Int>) {
        self.init(name, JSONValue(range.lowerBound), JSONValue(range.upperBound))
    }

    init(_ name: String, _ range: ClosedRange<Int64>) {
        self.init(name, JSONValue(range.lowerBound), JSONValue(range.upperBound))
    }

    init(_ name: String, _ range: ClosedRange<Double>) {
        self.init(name, JSONValue(range.lowerBound), JSONValue(range.upperBound))
    }

    init(_ name: String, _ most: Duration) {
        self.init(name, nil, JSONValue(most.components.seconds), unit: "seconds")
    }

    private init(_ name: String, _ minimum: JSONValue?, _ maximum: JSONValue, unit: String? = nil) {
        (self.name, self.minimum, self.maximum, self.unit) = (name, minimum, maximum, unit)
    }
}
