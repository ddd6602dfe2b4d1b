import Echord
import EchordModel
import EchordPrimitives
public import JSON

/// Everything of Discord that the library knows, from its own tables.
public enum Surface {
    /// A part of the surface.
    public enum Section: String, Sendable, CaseIterable {
        /// The HTTP operations.
        case operations
        /// The gateway's dispatch events.
        case events
        /// The gateway's intents.
        case intents
        /// The gateway's opcodes.
        case opcodes
        /// The codes with which the gateway closes a connection.
        case closeCodes = "close_codes"
        /// The codes of the HTTP API's errors.
        case errorCodes = "error_codes"
        /// The values of enumerations.
        case enumerations
        /// The bits of sets.
        case flags
        /// The limits by name.
        case limits
        /// The objects that can be read and written.
        case objects
    }

    /// Sections as one JSON object, each under its name.
    public static func document(_ sections: [Section] = Section.allCases) -> JSONValue {
        .object(JSONObject(sections.map { ($0.rawValue, $0.value) }))
    }
}

extension Surface.Section {
    /// The section's table.
    public var value: JSONValue {
        switch self {
        case .operations: .array(SurfaceOperation.all.map(\.json))
        case .events: .array(DispatchEvents.all.map { JSONValue($0.eventName.rawValue) })
        case .intents: GatewayIntents.bits
        case .opcodes: GatewayOpcode.values
        case .closeCodes: GatewayCloseCode.values
        case .errorCodes: APIErrorCode.values
        case .enumerations: Self.byName(SurfaceTypes.enumerations.map { ("\($0)", $0.values) })
        case .flags: Self.byName(SurfaceTypes.flags.map { ("\($0)", $0.bits) })
        case .limits: .array(SurfaceLimit.all.map(\.json))
        case .objects: .array(SurfaceTypes.objects.map { JSONValue($0.name) })
        }
    }

    private static func byName(_ members: [(String, JSONValue)]) -> JSONValue { .object(JSONObject(members)) }
}

extension OpenEnum {
    /// The documented values by Discord's names.
    fileprivate static var values: JSONValue {
        .object(
            JSONObject(
                discordNames.map { name, value in
                    (name, (try? JSONValue(encoding: value)) ?? JSONValue("\(value.rawValue)"))
                }))
    }
}

extension DiscordBitSet {
    /// The number of each documented bit by Discord's names.
    fileprivate static var bits: JSONValue {
        .object(JSONObject(discordNames.map { ($0, JSONValue($1.rawValue.trailingZeroBitCount)) }))
    }
}

extension SurfaceOperation {
    fileprivate var json: JSONValue {
        ["method": JSONValue(method), "path": JSONValue(path), "requests": .array(requests.map { JSONValue($0) })]
    }
}

extension SurfaceLimit {
    fileprivate var json: JSONValue {
        var fields: JSONObject = ["name": JSONValue(name)]
        if let minimum { fields["minimum"] = minimum }
        fields["maximum"] = maximum
        if let unit { fields["unit"] = JSONValue(unit) }
        return .object(fields)
    }
}
