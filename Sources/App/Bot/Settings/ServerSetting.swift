/// The settings of a server, by the keys under which `/config set` knows them.
package enum ServerSetting: String, CaseIterable, Sendable {
    /// The zone in which members say what time it is who have not chosen one.
    case zone
}
