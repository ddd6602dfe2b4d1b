/// One value an operator can set: its names, its meaning, and which texts it takes. `Setting.all` is the table of them.
package struct Setting: Sendable {
    /// The path in a JSON file, such as `http.port`.
    package let key: String
    /// The name in the environment and in `.env`.
    package let variable: String
    /// The name on the command line, if it has one.
    package let flag: String?
    /// One sentence of what it does.
    package let meaning: String
    /// Whether it can be set in a file of `config/`.
    package let standsInFiles: Bool
    /// Whether the value must not be shown. A secret can also be read from the file named by `<variable>_FILE`.
    package let isSecret: Bool
    let value: SettingValue

    init(
        _ key: String, _ variable: String, flag: String? = nil, _ value: SettingValue, standsInFiles: Bool = true,
        isSecret: Bool = false, _ meaning: String
    ) {
        self.key = key
        self.variable = variable
        self.flag = flag
        self.value = value
        self.standsInFiles = standsInFiles
        self.isSecret = isSecret
        self.meaning = meaning
    }

    /// The values it takes, for people.
    package var values: String { value.words }

    /// The default, for people; without one, what happens when it is left out.
    package var standard: String { value.standard }

    /// Whether `standard` is a value it takes.
    package var hasStandard: Bool { value.hasStandard }

    /// The variable that names the file a secret stands in.
    package var fileVariable: String? { isSecret ? variable + "_FILE" : nil }

    /// Puts a text into a configuration, or says what is wrong with it, beginning with the key.
    func take(_ text: String, into configuration: inout Configuration) -> String? {
        guard let fault = WrittenText.fault(in: text) ?? value.take(text, &configuration) else { return nil }
        return isSecret ? "\(key) \(fault)" : "\(key) \(fault) (it is “\(WrittenText.shown(text))”)"
    }
}
