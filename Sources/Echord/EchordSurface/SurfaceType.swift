import EchordModel
import EchordPrimitives
import JSON

/// A type that is read from Discord's JSON and written back.
public struct SurfaceType: Sendable {
    /// Its name in Swift.
    public let name: String
    /// Reads a value and writes it back.
    let copy: @Sendable (JSONValue) throws(JSONError) -> (decoded: Any, encoded: JSONValue)

    init<Value: JSONDecodable & JSONEncodable & SendableMetatype>(_ type: Value.Type) {
        name = "\(type)"
        copy = { value throws(JSONError) in
            let decoded = try JSON.decode(type, from: JSON.encode(value))
            return (decoded, try JSONValue(encoding: decoded))
        }
    }

    /// The type of that name: an object, an event by Discord's name, an enumeration or a set of flags.
    ///
    /// - Throws: ``InspectionError`` `unknown_type`, with the name in other letters where there is one.
    public init(named name: String) throws(InspectionError) {
        if let type = SurfaceTypes.objects.first(where: { $0.name == name }) {
            self = type
        } else if let type = SurfaceTypes.enumerations.first(where: { "\($0)" == name }) {
            self.init(type)
        } else if let type = SurfaceTypes.flags.first(where: { "\($0)" == name }) {
            self.init(type)
        } else if let type = DispatchEvents.all.first(where: { $0.eventName.rawValue == name }) {
            self.init(type)
        } else {
            throw Self.unknown(name)
        }
    }

    private static func unknown(_ name: String) -> InspectionError {
        let names =
            SurfaceTypes.objects.map(\.name) + SurfaceTypes.enumerations.map { "\($0)" }
            + SurfaceTypes.flags.map { "\($0)" } + DispatchEvents.all.map { $0.eventName.rawValue }
        let near = names.first { $0.lowercased() == name.lowercased() }
        let advice = near.map { "did you mean \($0)?" } ?? "`echord surface objects events` lists what there is."
        return InspectionError(.unknownType, "There is no type \(name); \(advice)")
    }
}
