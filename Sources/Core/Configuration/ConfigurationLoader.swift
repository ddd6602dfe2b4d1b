/// Reads the configuration from all its sources and reports every fault at once.
package struct ConfigurationLoader: Sendable {
    private let folder: String
    private let environment: [String: String]

    /// A loader for the process's `environment`, looking for `.env` and `config/` in `folder`.
    package init(folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Reads everything. A value that a stronger source overrides must be right all the same.
    ///
    /// - Parameters:
    ///   - options: values from the command line by flag, such as `--port`.
    ///   - file: a JSON file to read instead of those in `config/`.
    ///   - startsBot: whether the bot is started, whose server and the local Discord's must not take each other's port.
    /// - Throws: `ConfigurationError` with every unknown key and every wrong value.
    package func load(
        options: [String: String] = [:], file: String? = nil, startsBot: Bool = true
    ) throws(ConfigurationError) -> Configuration {
        var draft = Draft()
        let dotEnvironment = DotEnvironment(file: folder + "/.env")
        if let file {
            draft.readFile(file, isRequired: true)
        } else {
            readConfigFolder(dotEnvironment, into: &draft)
        }
        draft.read(dotEnvironment)
        draft.readVariables { name in environment[name].map { ($0, .variable(name)) } }
        for setting in Setting.all {
            guard let flag = setting.flag, let text = options[flag] else { continue }
            draft.set(setting, text, at: .option(flag))
        }
        if startsBot { draft.refuseContradictions() }
        guard draft.faults.isEmpty else { throw ConfigurationError(faults: draft.faults) }
        return draft.configuration
    }

    /// `config/default.json` and the file of the environment, which need not be there unless somebody made up its name.
    private func readConfigFolder(_ dotEnvironment: DotEnvironment, into draft: inout Draft) {
        draft.readFile("\(folder)/config/default.json", isRequired: false)
        let variable = Setting.environment.variable
        let entry =
            environment[variable].map { ($0, SettingPlace.variable(variable)) }
            ?? dotEnvironment[variable].map { ($0.value, $0.place) }
        let (name, place) = entry ?? (draft.configuration.environment, nil)
        // A name that is none is reported with the other variables.
        var checked = Configuration()
        guard Setting.environment.take(name, into: &checked) == nil else { return }
        let known = ["development", "production", "test"]
        let isThere = draft.readFile("\(folder)/config/\(name).json", isRequired: false)
        if let place, !isThere, !known.contains(name) {
            let hint = Spelling.hint(for: name, among: known)
            draft.report(place, "there is no \(folder)/config/\(name).json\(hint)")
        }
    }
}

/// The configuration as far as it has been read, the weakest source first.
private struct Draft {
    private(set) var configuration = Configuration()
    private(set) var faults: [ConfigurationError.Fault] = []

    mutating func set(_ setting: Setting, _ text: String, at place: SettingPlace) {
        if let fault = setting.take(text, into: &configuration) {
            report(place, fault)
        } else {
            configuration.note(setting, setAt: place)
        }
    }

    mutating func report(_ place: SettingPlace, _ message: String) { faults.append(.init(place, message)) }

    /// Reads a JSON file; false when there is none.
    @discardableResult
    mutating func readFile(_ path: String, isRequired: Bool) -> Bool {
        do {
            guard let text = try TextFile.read(path) else {
                if isRequired { report(.file(path), "there is no such file; check the path") }
                return false
            }
            let settings = JSONSettings(text)
            for fault in settings.faults { report(.file(path), fault) }
            for (setting, text) in settings.values { set(setting, text, at: .file(path)) }
        } catch {
            report(.file(path), error.message)
        }
        return true
    }

    /// Takes over a `.env` file. It may hold variables for other programs, but none that is almost one of ours.
    mutating func read(_ dotEnvironment: DotEnvironment) {
        faults += dotEnvironment.faults
        let known = Setting.all.flatMap { [$0.variable, $0.fileVariable].compactMap(\.self) }
        for entry in dotEnvironment.entries where !known.contains(entry.name) {
            if let meant = Spelling.nearest(to: entry.name, among: known, limit: 2) {
                report(entry.place, "unknown variable; did you mean \(meant)?")
            }
        }
        readVariables { name in dotEnvironment[name].map { ($0.value, $0.place) } }
    }

    /// Takes over the variables of one source.
    mutating func readVariables(_ find: (String) -> (text: String, place: SettingPlace)?) {
        for setting in Setting.all {
            let found = find(setting.variable)
            if let file = setting.fileVariable.flatMap(find), !file.text.isEmpty {
                readSecret(setting, from: file.text, at: file.place, isTwice: found?.text.isEmpty == false)
            } else if let found {
                set(setting, found.text, at: found.place)
            }
        }
    }

    private mutating func readSecret(_ setting: Setting, from path: String, at place: SettingPlace, isTwice: Bool) {
        guard !isTwice else { return report(place, "\(setting.variable) is set too; set one of both") }
        guard !WrittenText.isLikeToken(path) else {
            return report(place, "names a file; the secret itself belongs in \(setting.variable)")
        }
        do {
            guard let text = try TextFile.read(path) else {
                return report(place, "the file cannot be read: there is no \(path)")
            }
            guard !text.trimmed.isEmpty else { return report(place, "the file is empty: \(path)") }
            set(setting, text.trimmed, at: place)
        } catch {
            report(place, "the file cannot be read: \(path) \(error.message)")
        }
    }

    /// Values that are right one by one and wrong together.
    mutating func refuseContradictions() {
        let (http, discord) = (Setting.port, Setting.localDiscordPort)
        guard faults.isEmpty, configuration.discordToken == nil, configuration.httpPort != 0,
            configuration.httpPort == configuration.localDiscordPort,
            collide(configuration.httpHost, configuration.localDiscordHost),
            let place = configuration.place(of: http) ?? configuration.place(of: discord)
        else { return }
        report(place, "\(http.key) and \(discord.key) are both \(configuration.httpPort); each needs a port of its own")
    }

    /// Whether two servers on these addresses cannot have one port.
    private func collide(_ one: String, _ other: String) -> Bool {
        let hosts = [one, other].map { $0 == "localhost" ? "127.0.0.1" : $0 }
        return hosts[0] == hosts[1] || hosts.contains { ["0.0.0.0", "::"].contains($0) }
    }
}
