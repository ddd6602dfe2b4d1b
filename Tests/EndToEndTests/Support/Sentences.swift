import Testing

/// Not 0, one sentence, the words in it, and nothing a person should not see.
///
/// - Parameter status: the exit status, where it matters which.
func expectSentence(
    _ ending: RunningProgram.Ending, with words: [String], status: Int32? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(ending.code != 0 && !ending.wasKilled, "\(ending.errors)", sourceLocation: sourceLocation)
    if let status { #expect(ending.code == status, sourceLocation: sourceLocation) }
    let sentences = ending.sentences
    #expect(sentences.count == 1, "\(sentences)", sourceLocation: sourceLocation)
    let sentence = String(sentences.first ?? "")
    #expect(sentence.hasPrefix("chorestree: "), sourceLocation: sourceLocation)
    for word in words {
        #expect(sentence.contains(word), "“\(sentence)” lacks “\(word)”", sourceLocation: sourceLocation)
    }
    for forbidden in ["Fatal error", "Stack dump", "Backtrace", " at /", ".swift"] {
        #expect(!ending.errors.contains(forbidden), sourceLocation: sourceLocation)
    }
}
