public import Atoms
public import Molecules

/// Who asks, and under which key. One interaction or HTTP request is one request, however often it arrives.
public struct MemberRequest: Hashable, Sendable {
    /// The member who asks.
    public let member: MemberContext
    /// The key that makes the request one.
    public let key: OperationKey
    /// Why, in the member's words.
    public let reason: String?

    /// A request.
    public init(_ member: MemberContext, key: OperationKey, reason: String? = nil) {
        self.member = member
        self.key = key
        self.reason = reason
    }
}
