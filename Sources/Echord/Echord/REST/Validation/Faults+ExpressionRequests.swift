public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateSoundboardSound: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.sound(name, volume, emojiName) } }
}

extension EditSoundboardSound: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.sound(name, volume.value, emojiName.value) } }
}

extension CreateSticker: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.sticker(name, description, tags) } }
}

extension EditSticker: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.sticker(name, description.value, tags) } }
}

extension CreateTemplate: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.template(name, description) } }
}

extension EditTemplate: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.template(name, description.value) } }
}

extension EditCurrentUser: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.length(username, 2...32, at: "username") } }
}

extension FaultCollector {
    fileprivate mutating func sound(_ name: String?, _ volume: Double?, _ emoji: String?) {
        length(name, 2...32, at: "name")
        length(emoji, 1...32, at: "emoji_name")
        if let volume, !(0...1).contains(volume) {
            fault(volume < 0 ? .tooSmall : .tooLarge, "0–1, is \(volume)", at: "volume")
        }
    }

    fileprivate mutating func sticker(_ name: String?, _ description: String?, _ tags: String?) {
        length(name, 2...30, at: "name")
        length(description, upTo: 100, at: "description")
        length(tags, 1...200, at: "tags")
    }

    fileprivate mutating func template(_ name: String?, _ description: String?) {
        length(name, 1...100, at: "name")
        length(description, upTo: 120, at: "description")
    }
}
