public import EchordModel
public import EchordPrimitives
public import JSON

/// Answers an interaction for the first time, within 3 s. Discord: *Receiving and Responding to Interactions › Create Interaction Response*.
public struct CreateInteractionResponseRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = InteractionCallbackResponse?
    /// `POST /interactions/{interaction_id}/{interaction_token}/callback`
    public static let route = APIRoute(
        method: "POST", path: "/interactions/{interaction_id}/{interaction_token}/callback")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The interaction.
    public var interactionID: InteractionID
    /// The interaction's token.
    public var token: String
    /// The answer.
    public var callback: InteractionCallback
    /// Whether Discord is to answer with the message that was made.
    public var withResponse: Bool
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(
        interactionID: InteractionID, token: String, callback: InteractionCallback, withResponse: Bool = false,
        files: [FileUpload] = []
    ) {
        self.interactionID = interactionID
        self.token = token
        self.callback = callback
        self.withResponse = withResponse
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(interactionID.rawValue), .token(token)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] {
        [QueryParameter("with_response", withResponse ? true : Bool?.none)].compactMap { $0 }
    }
    /// What is sent.
    public var body: RequestBody { .json(callback, files: files) }
    /// A second first answer is refused with code 40060, so sending it again does no harm.
    public var isIdempotent: Bool { true }

    /// Reads the answer, which is empty unless `withResponse` asked for one.
    public static func decode(_ answer: [UInt8]) throws(JSONError) -> InteractionCallbackResponse? {
        answer.isEmpty ? nil : try JSON.decode(from: answer)
    }
}

/// The message of the first answer. Discord: *Receiving and Responding to Interactions › Get Original Interaction Response*.
public struct GetOriginalResponseRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `GET /webhooks/{webhook_id}/{webhook_token}/messages/@original`
    public static let route = APIRoute(method: "GET", path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String) {
        self.applicationID = applicationID
        self.token = token
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token)] }
}

/// Changes the message of the first answer, or gives it after it was put off. Discord: *Receiving and Responding to Interactions › Edit Original Interaction Response*.
public struct EditOriginalResponseRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original`
    public static let route = APIRoute(
        method: "PATCH", path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String
    /// What is to change.
    public var message: EditMessage
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String, message: EditMessage, files: [FileUpload] = []) {
        self.applicationID = applicationID
        self.token = token
        self.message = message
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token)] }
    /// What is sent.
    public var body: RequestBody { .json(message, files: files) }
}

/// Deletes the message of the first answer. Discord: *Receiving and Responding to Interactions › Delete Original Interaction Response*.
public struct DeleteOriginalResponseRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original`
    public static let route = APIRoute(
        method: "DELETE", path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String) {
        self.applicationID = applicationID
        self.token = token
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token)] }
}

/// Sends a further message to an interaction, for 15 min. Discord: *Receiving and Responding to Interactions › Create Followup Message*.
public struct CreateFollowupRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `POST /webhooks/{webhook_id}/{webhook_token}`
    public static let route = APIRoute(method: "POST", path: "/webhooks/{webhook_id}/{webhook_token}")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String
    /// The message.
    public var message: InteractionMessage
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String, message: InteractionMessage, files: [FileUpload] = []) {
        self.applicationID = applicationID
        self.token = token
        self.message = message
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] { [QueryParameter("wait", true)].compactMap { $0 } }
    /// What is sent.
    public var body: RequestBody { .json(message, files: files) }
}

/// A further message of an interaction. Discord: *Receiving and Responding to Interactions › Get Followup Message*.
public struct GetFollowupRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}`
    public static let route = APIRoute(
        method: "GET", path: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String
    /// The message.
    public var messageID: MessageID

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String, messageID: MessageID) {
        self.applicationID = applicationID
        self.token = token
        self.messageID = messageID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token), .id(messageID)] }
}

/// Changes a further message of an interaction. Discord: *Receiving and Responding to Interactions › Edit Followup Message*.
public struct EditFollowupRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}`
    public static let route = APIRoute(
        method: "PATCH", path: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String
    /// The message.
    public var messageID: MessageID
    /// What is to change.
    public var message: EditMessage
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(
        applicationID: ApplicationID, token: String, messageID: MessageID, message: EditMessage,
        files: [FileUpload] = []
    ) {
        self.applicationID = applicationID
        self.token = token
        self.messageID = messageID
        self.message = message
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token), .id(messageID)] }
    /// What is sent.
    public var body: RequestBody { .json(message, files: files) }
}

/// Deletes a further message of an interaction. Discord: *Receiving and Responding to Interactions › Delete Followup Message*.
public struct DeleteFollowupRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}`
    public static let route = APIRoute(
        method: "DELETE", path: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
    /// Not bound to the global limit.
    public static let limiting = RouteLimiting.interaction
    /// The path holds its token.
    public static let needsToken = false
    /// The application that was called.
    public var applicationID: ApplicationID
    /// The interaction's token.
    public var token: String
    /// The message.
    public var messageID: MessageID

    /// Makes the request.
    public init(applicationID: ApplicationID, token: String, messageID: MessageID) {
        self.applicationID = applicationID
        self.token = token
        self.messageID = messageID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.webhook(applicationID.rawValue), .token(token), .id(messageID)] }
}
