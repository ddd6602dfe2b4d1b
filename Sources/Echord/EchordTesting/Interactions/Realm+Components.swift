import JSON

/// Members using components and filling modals.
extension Realm {
    /// Presses a button.
    mutating func actClick(
        _ user: Flake, in channelID: Flake, message: Flake, customID: String
    ) throws(ActRefusal) -> Flake {
        let channel = try place(user, channelID)
        let post = try seenPost(message, by: user, in: channel)
        let component = try usable(customID, of: post, kinds: [2])
        let data: JSONValue = ["component_type": 2, "custom_id": .string(customID), "id": component["id"] ?? 0]
        return begin(type: 3, user, channel, data: data, source: post)
    }

    /// Chooses in a select.
    mutating func actSelect(
        _ user: Flake, in channelID: Flake, message: Flake, customID: String, values: [String]
    ) throws(ActRefusal) -> Flake {
        let channel = try place(user, channelID)
        let post = try seenPost(message, by: user, in: channel)
        let component = try usable(customID, of: post, kinds: [3, 5, 6, 7, 8])
        var resolved = ResolvedData()
        try checkSelection(values, of: component, in: channel, &resolved)
        var data: JSONObject = [
            "component_type": component["type"] ?? 3, "custom_id": .string(customID), "id": component["id"] ?? 0,
            "values": .array(values.map(JSONValue.string)),
        ]
        if let resolved = resolved.json { data["resolved"] = resolved }
        return begin(type: 3, user, channel, data: .object(data), source: post)
    }

    private func usable(_ customID: String, of post: Post, kinds: [Int64]) throws(ActRefusal) -> JSONValue {
        guard let component = Self.find(customID, in: post.components), kinds.contains(component["type"]?.integer ?? 0)
        else {
            throw ActRefusal(.unknownComponent, "The message has no such component.")
        }
        if component["disabled"]?.flag == true { throw ActRefusal(.notPossible, "The component is disabled.") }
        return component
    }

    /// Finds a component by its custom id, anywhere in the tree.
    static func find(_ customID: String, in components: [JSONValue]) -> JSONValue? {
        for component in components {
            if component["custom_id"]?.text == customID { return component }
            var below = component["components"]?.list ?? []
            for key in ["accessory", "component"] { if let child = component[key] { below.append(child) } }
            if let found = find(customID, in: below) { return found }
        }
        return nil
    }

    /// Checks chosen values against a select and resolves them.
    func checkSelection(
        _ values: [String], of component: JSONValue, in channel: Channel, _ resolved: inout ResolvedData
    ) throws(ActRefusal) {
        let least = component["min_values"]?.integer ?? 1
        let most = component["max_values"]?.integer ?? 1
        guard Int64(values.count) >= least, Int64(values.count) <= most, Set(values).count == values.count else {
            throw ActRefusal(.invalidValue, "The select takes \(least) to \(most) different values.")
        }
        let guild = channel.guild.flatMap { world.guilds[$0] }
        for value in values {
            let isKnown: Bool
            switch component["type"]?.integer {
            case 3:
                isKnown = component["options"]?.list?.contains { $0["value"]?.text == value } == true
            case 5: isKnown = resolveUser(value, guild, &resolved)
            case 6: isKnown = resolveRole(value, guild, &resolved)
            case 7: isKnown = resolveRole(value, guild, &resolved) || resolveUser(value, guild, &resolved)
            default: isKnown = resolveChannel(value, component, channel, &resolved)
            }
            if !isKnown { throw ActRefusal(.invalidValue, "The select has no value \(value.prefix(100)).") }
        }
    }

    private func resolveUser(_ text: String, _ guild: Guild?, _ resolved: inout ResolvedData) -> Bool {
        guard let id = Flake(text), world.users[id] != nil else { return false }
        resolved.add(user: id, in: world, guild: guild, at: now)
        return true
    }

    private func resolveRole(_ text: String, _ guild: Guild?, _ resolved: inout ResolvedData) -> Bool {
        guard let id = Flake(text), let role = guild?.roles[id] else { return false }
        resolved.roles[id] = role.json
        return true
    }

    private func resolveChannel(
        _ text: String, _ component: JSONValue, _ place: Channel, _ resolved: inout ResolvedData
    ) -> Bool {
        guard let id = Flake(text), let channel = world.channels[id], channel.guild == place.guild else { return false }
        let kinds = component["channel_types"]?.list?.compactMap(\.integer) ?? []
        guard kinds.isEmpty || kinds.contains(Int64(channel.kind.rawValue)) else { return false }
        resolved.channels[id] = resolvedChannel(channel, for: world.application.id)
        return true
    }

    // MARK: - Modals

    /// Submits the modal that answered an interaction.
    ///
    /// - Parameter values: By custom id: text, list of values, or boolean.
    mutating func actModal(
        _ user: Flake, interaction id: Flake, values: [String: JSONValue]
    ) throws(ActRefusal) -> Flake {
        guard let opener = interactions[id], opener.user == user, let modal = opener.modal else {
            throw ActRefusal(.unknownInteraction, "This member has no modal open from interaction \(id.text).")
        }
        let channel = try place(user, opener.channel)
        let data = try modalData(modal, values, in: channel)
        let source = opener.source.flatMap { world.post($0, in: opener.channel) }
        return begin(type: 5, user, channel, data: .object(data), source: source, triggering: opener)
    }

    /// What a modal is submitted with; a function of its own for the reason of a command's data.
    private func modalData(
        _ modal: JSONValue, _ values: [String: JSONValue], in channel: Channel
    ) throws(ActRefusal) -> JSONObject {
        var filler = ModalFiller(realm: self, channel: channel, values: values)
        let components = try filler.fill(modal["components"]?.list ?? [])
        var data: JSONObject = ["custom_id": modal["custom_id"] ?? "", "components": .array(components)]
        if let resolved = filler.resolved.json { data["resolved"] = resolved }
        return data
    }
}
