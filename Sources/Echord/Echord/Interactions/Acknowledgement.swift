/// Chooses how an interaction is acknowledged when its handler takes longer than an answer may wait.
public struct Acknowledgement: Sendable {
    let deferral: @Sendable (InteractionContext) -> InteractionDeferral

    /// By what was asked, for instance by an option.
    public static func by(_ choose: @escaping @Sendable (InteractionContext) -> InteractionDeferral) -> Self {
        Self(choose)
    }

    /// With a message that only the person sees.
    public static let privately = Self { _ in .message(ephemeral: true) }
    /// With a message that the channel sees.
    public static let publicly = Self { _ in .message(ephemeral: false) }
    /// Without a sign; the component's message is changed later.
    public static let update = Self { _ in .update }
    /// Never; the handler opens a modal.
    public static let never = Self { _ in .none }

    private init(_ deferral: @escaping @Sendable (InteractionContext) -> InteractionDeferral) {
        self.deferral = deferral
    }
}
