import Crypto
import JSON

/// A sound of a guild's soundboard.
struct Sound: Sendable {
    /// How many a guild without boosts holds.
    static let perGuild = 8
    static let sizeLimit = 524_288

    var id: Flake
    var guild: Flake?
    var name: String
    var volume = 1.0
    var emoji: EmojiReference?
    var user: Flake?
    /// Its file, by its hash.
    var file = ""

    /// Source: https://discord.com/developers/docs/resources/soundboard#soundboard-sound-object
    var json: JSONValue {
        var fields: JSONObject = [
            "sound_id": id.json, "name": .string(name), "volume": .double(volume),
            "emoji_id": emoji?.id?.json ?? .null, "emoji_name": emoji?.id == nil ? .text(emoji?.name) : .null,
            "available": true,
        ]
        if let guild { fields["guild_id"] = guild.json }
        return .object(fields)
    }

    static let audited = ["id", "name", "volume", "emoji_id", "emoji_name", "guild_id", "available"]

    /// Those that every server has.
    static let standard: [Sound] = ["quack", "airhorn", "cricket", "golf clap", "sad horn", "ba dum tss"].enumerated()
        .map { index, name in
            Sound(id: Flake(UInt64(index + 1)), name: name, emoji: EmojiReference(name: "🔊", id: nil))
        }
}

extension Form {
    /// Reads a sound's fields over what they are; its file is read apart.
    mutating func sound(over sound: Sound) -> Sound {
        var sound = sound
        set("name", &sound.name) { $0.text($1, 2...32) }
        if has("volume") {
            let volume = body.present("volume")?.number ?? 1
            if !(0...1).contains(volume) {
                complain("volume", "NUMBER_TYPE_MAX", "float value should be between 0 and 1.")
            }
            sound.volume = volume
        }
        if has("emoji_id") || has("emoji_name") {
            let name = text("emoji_name", 0...32)
            sound.emoji =
                flake("emoji_id").map { EmojiReference(name: "", id: $0) }
                ?? name.map { EmojiReference(name: $0, id: nil) }
        }
        return sound
    }

    /// A sound in a data URI: MP3 or Ogg by its bytes.
    mutating func soundFile(_ key: String) -> [UInt8]? {
        guard let text = text(key, 0...Int(Int32.max), required: true) else { return nil }
        guard text.hasPrefix("data:audio/"), let comma = text.firstIndex(of: ","),
            text[..<comma].hasSuffix(";base64"), let bytes = Base64.decode(text[text.index(after: comma)...]),
            bytes.starts(with: Array("ID3".utf8)) || bytes.starts(with: Array("OggS".utf8))
                || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0
        else {
            complain(key, "SOUND_INVALID", "Invalid sound data")
            return nil
        }
        guard bytes.count <= Sound.sizeLimit else {
            complain(key, "BINARY_TYPE_MAX_LENGTH", "File cannot be larger than 512.0 kb.")
            return nil
        }
        return bytes
    }
}
