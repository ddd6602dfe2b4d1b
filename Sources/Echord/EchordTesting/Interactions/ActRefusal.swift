import JSON

/// Why a member cannot do what was asked of them: what Discord's client would not let them, or Discord itself refuses.
struct ActRefusal: Error, Sendable {
    enum Code: String, Sendable {
        case badRequest = "bad_request"
        case unauthorized
        case forbidden
        case notFound = "not_found"
        case unknownGuild = "unknown_guild"
        case unknownChannel = "unknown_channel"
        case unknownMember = "unknown_member"
        case unknownMessage = "unknown_message"
        case unknownCommand = "unknown_command"
        case unknownInteraction = "unknown_interaction"
        case unknownComponent = "unknown_component"
        case unknownOption = "unknown_option"
        case invalidValue = "invalid_value"
        case missingPermission = "missing_permission"
        case notPossible = "not_possible"
        case tooLarge = "too_large"
        case noAnswer = "no_answer"
    }

    var code: Code
    var message: String
    var details: JSONValue?

    init(_ code: Code, _ message: String, details: JSONValue? = nil) {
        (self.code, self.message, self.details) = (code, message, details)
    }

    /// What Discord itself refuses.
    init(_ refusal: Refusal) {
        let code: Code = refusal.status == 403 ? .missingPermission : refusal.status == 404 ? .notFound : .invalidValue
        self.init(code, refusal.message, details: refusal.json)
    }

    var status: Int {
        switch code {
        case .badRequest, .invalidValue, .unknownOption: 400
        case .unauthorized: 401
        case .forbidden, .missingPermission: 403
        case .notPossible: 409
        case .tooLarge: 413
        case .noAnswer: 504
        default: 404
        }
    }

    var json: JSONValue {
        var fields: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
        if let details { fields["details"] = details }
        return ["error": .object(fields)]
    }
}
