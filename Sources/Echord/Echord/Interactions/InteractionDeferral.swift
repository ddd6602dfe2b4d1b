/// How an interaction is acknowledged when its handler takes longer than an answer may wait.
public enum InteractionDeferral: Hashable, Sendable {
    /// Discord shows that the bot thinks; the answer fills that message in.
    ///
    /// - Parameter ephemeral: whether only the person will see it; Discord fixes this with the acknowledgement.
    case message(ephemeral: Bool)
    /// The component's message stays as it is until it is changed.
    case update
    /// Never: the handler opens a modal or suggests choices, which must be the first answer.
    case none
}
