public import EchordPrimitives
public import JSON

/// What is sent to change an application; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/application#edit-current-application>
@JSONModel
public struct EditApplication: Hashable, Sendable {
    /// What it does, up to 400 characters.
    public var description: Patch<LocalizedText> = .keep
    /// Its icon.
    public var icon: Patch<DataURI> = .keep
    /// Its cover.
    public var coverImage: Patch<DataURI> = .keep
    /// The team it belongs to.
    public var teamID: Patch<TeamID> = .keep
    /// Its flags; only the limited intents can be changed.
    public var flags: Patch<ApplicationFlags> = .keep
    /// Where interactions are sent, up to 2048 characters; it must answer a ping.
    public var interactionsEndpointURL: Patch<String> = .keep
    /// Whether it looks at explicit content.
    public var explicitContentFilter: Patch<ApplicationContentFilter> = .keep
    /// How many can take part in its activity, -1 for any number.
    public var maxParticipants: Patch<Int> = .keep
    /// Its kind.
    public var type: Patch<ApplicationType> = .keep
    /// Up to five words about it, of up to 20 characters.
    public var tags: Patch<[String]> = .keep
    /// Where it is added, up to 2048 characters.
    public var customInstallURL: Patch<String> = .keep
    /// What it asks for when it is added.
    public var installParams: Patch<InstallParams> = .keep
    /// Where linked roles are checked, up to 2048 characters.
    public var roleConnectionsVerificationURL: Patch<String> = .keep
    /// What it asks for, by kind of installation.
    public var integrationTypesConfig: Patch<IntegrationTypesConfig> = .keep
    /// Whether webhook events are sent.
    public var eventWebhooksStatus: Patch<EventWebhookStatus> = .keep
    /// Where webhook events are sent, up to 2048 characters.
    public var eventWebhooksURL: Patch<String> = .keep
    /// Which ones.
    public var eventWebhooksTypes: Patch<[WebhookEventType]> = .keep
}

/// A text, alone or with translations: a string without, an object with them.
///
/// <https://docs.discord.com/developers/resources/application#edit-current-application>
public struct LocalizedText: Hashable, Sendable {
    /// The text where no translation fits.
    public var text: String
    /// The text in other languages.
    public var localizations: Localizations?

    /// A text with its translations.
    public init(_ text: String, localizations: Localizations? = nil) {
        self.text = text
        self.localizations = localizations
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A text alone.
    public init(stringLiteral text: String) { self.init(text) }
}

extension LocalizedText: JSONDecodable, JSONEncodable {
    /// Reads a string, or an object with `default` and `localizations`.
    public init(json: JSONReader) throws(JSONError) {
        if json.isString {
            self.init(try json.decode())
        } else {
            self.init(
                try json.decode(at: "default"), localizations: try json.decodeIfPresent(at: "localizations"))
        }
    }

    /// Writes a string where there are no translations.
    public func encode(to writer: inout JSONWriter) {
        guard let localizations else { return text.encode(to: &writer) }
        writer.beginObject()
        writer.member("default", text)
        writer.member("localizations", localizations)
        writer.endObject()
    }
}

/// A file that was uploaded for an application.
@JSONModel
public struct UploadedAttachment: Hashable, Sendable {
    /// The file.
    public var attachment: Attachment
}
