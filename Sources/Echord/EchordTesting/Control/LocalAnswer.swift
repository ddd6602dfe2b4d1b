public import EchordPrimitives
public import JSON

/// What came of an interaction.
public struct LocalAnswer: Sendable {
    /// How the bot answered.
    public enum Kind: String, Sendable {
        /// A message.
        case message
        /// "… is thinking"; ``LocalMember`` waits for what follows unless told otherwise.
        case deferred
        /// The message with the component was changed.
        case update
        /// Nothing to see yet.
        case deferredUpdate = "deferred_update"
        /// Suggestions for an option.
        case autocomplete
        /// A form.
        case modal
    }

    /// One suggestion.
    public struct Choice: Sendable, Hashable {
        /// What the member reads.
        public let name: String
        /// What the bot gets.
        public let value: JSONValue

        /// A suggestion.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The interaction object of the control API.
    public let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    /// The interaction's id.
    public var id: InteractionID { InteractionID(flake.value) }
    /// How the bot answered first.
    public var kind: Kind? { json["answer"]?.text.flatMap(Kind.init) }
    /// The sentence Discord's client shows when the bot has failed; nil otherwise.
    public var failure: String? { json["error"]?.text }
    /// Virtual milliseconds to the first answer.
    public var elapsedMilliseconds: Int64? { json["elapsed_ms"]?.integer }
    /// The machine's time from the event's way into the gateway's socket to the first answer's arrival: what the bot
    /// needed, to the microsecond. Nil without an answer.
    public var answerTime: Duration? {
        json["answer_ms"]?.number.map { .microseconds(Int64(($0 * 1000).rounded())) }
    }
    /// Suggestions, for autocomplete.
    public var choices: [Choice] {
        (json["choices"]?.list ?? []).map {
            Choice(name: $0["name_localized"]?.text ?? "", value: $0["value"] ?? .null)
        }
    }
    /// The form the member has to fill, Discord's modal object.
    public var modal: JSONValue? { json.present("modal") }
    /// The fields of the form, from the top.
    public var inputs: [LocalComponent] {
        LocalComponent.all(in: modal?["components"]?.list ?? []).filter { !$0.customID.isEmpty }
    }

    /// The message the answer made or changed.
    ///
    /// - Throws: ``LocalDiscordError`` when the bot failed, or answered without a message.
    public var message: LocalMessage {
        get throws {
            if let failure { throw LocalDiscordError(.failed, failure) }
            guard let message = json.present("message") else {
                throw LocalDiscordError(.unknown, "The interaction was answered without a message.")
            }
            return LocalMessage(message)
        }
    }

    var flake: Flake { Flake(json: json["id"]) ?? Flake(0) }
}
