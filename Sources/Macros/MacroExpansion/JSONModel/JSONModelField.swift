import SwiftSyntax

/// One stored property of a model and how it stands on the wire.
struct JSONModelField {
    /// What happens when the key is absent.
    enum Absence {
        /// It is an error.
        case refused
        /// The property is this expression.
        case means(String)
        /// The key is never read: the property is a constant.
        case constant
    }

    /// The property as the source writes it, with backticks where it needs them.
    let name: String
    let type: TypeSyntax?
    let key: String
    let absence: Absence

    init(name: String, type: TypeSyntax?, key: String, initializer: ExprSyntax?, isConstant: Bool) {
        self.name = name
        self.type = type?.trimmed
        self.key = key
        if isConstant {
            absence = .constant
        } else if let initializer {
            absence = .means(initializer.trimmedDescription)
        } else if type?.isOptional == true {
            absence = .means("nil")
        } else if type?.isPatch == true {
            absence = .means(".keep")
        } else {
            absence = .refused
        }
    }

    var isConstant: Bool {
        if case .constant = absence { true } else { false }
    }

    /// The name of the decoder's local variable, which must not hide the decoder's own.
    var local: String {
        ["json", "jsonMembers", "jsonMember"].contains(name) ? name + "Field" : name
    }
}

extension TypeSyntax {
    fileprivate var isOptional: Bool { self.is(OptionalTypeSyntax.self) || isGeneric(named: "Optional") }

    fileprivate var isPatch: Bool { isGeneric(named: "Patch") }

    private func isGeneric(named name: String) -> Bool {
        if let identifier = self.as(IdentifierTypeSyntax.self) {
            return identifier.name.text == name && identifier.genericArgumentClause != nil
        }
        if let member = self.as(MemberTypeSyntax.self) {
            return member.name.text == name && member.genericArgumentClause != nil
        }
        return false
    }

    /// Whether the type names this generic parameter anywhere.
    func mentions(_ parameter: String) -> Bool {
        tokens(viewMode: .sourceAccurate).contains { $0.text == parameter }
    }
}
