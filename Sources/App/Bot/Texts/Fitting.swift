extension String {
    /// Cut to what Discord takes, with a sign that something is missing. Discord counts in UTF-16.
    func fitting(_ limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var text = self
        while text.utf16.count >= limit, !text.isEmpty { text.removeLast() }
        return text + "…"
    }
}
