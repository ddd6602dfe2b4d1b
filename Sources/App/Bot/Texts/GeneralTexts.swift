package import Atoms

/// What the bot says whatever it was asked, in one language.
package protocol GeneralTexts: Sendable {
    /// A member used a command too often.
    func tooOften(wait seconds: Int) -> String
    /// A button whose time is over.
    var outOfDate: String { get }
    /// A button that is for somebody else.
    var notYours: String { get }
    /// A command that only works in a server.
    var serverOnly: String { get }
    /// Something broke; the reference stands in the log too.
    func failed(reference: String) -> String
    /// The button that opens what was typed again, to be corrected.
    var correct: String { get }
    /// After what was not good has been corrected.
    var worked: String { get }
    /// A command that this version does not know.
    var unknownCommand: String { get }
    /// What is wrong with a value, and how to mend it.
    func issue(_ issue: ValidationIssue) -> String
}
