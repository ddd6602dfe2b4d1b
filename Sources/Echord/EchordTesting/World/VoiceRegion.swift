import JSON

/// A place from which Discord serves voice.
///
/// Source: https://discord.com/developers/docs/resources/voice#voice-region-object
struct VoiceRegion: Sendable {
    var id: String
    var name: String

    static let all = [
        VoiceRegion(id: "us-west", name: "US West"), VoiceRegion(id: "us-east", name: "US East"),
        VoiceRegion(id: "us-central", name: "US Central"), VoiceRegion(id: "us-south", name: "US South"),
        VoiceRegion(id: "rotterdam", name: "Rotterdam"), VoiceRegion(id: "singapore", name: "Singapore"),
        VoiceRegion(id: "sydney", name: "Sydney"), VoiceRegion(id: "japan", name: "Japan"),
        VoiceRegion(id: "brazil", name: "Brazil"), VoiceRegion(id: "india", name: "India"),
    ]

    /// The one nearest to where this runs.
    static let optimal = "rotterdam"

    var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "custom": false, "deprecated": false,
            "optimal": .bool(id == Self.optimal),
        ]
    }
}
