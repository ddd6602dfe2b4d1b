public import EchordModel
internal import EchordPrimitives
internal import JSON

extension EditApplication: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(description.value?.text, upTo: 400, at: "description.default")
            for (url, key) in [
                (interactionsEndpointURL, "interactions_endpoint_url"), (customInstallURL, "custom_install_url"),
                (roleConnectionsVerificationURL, "role_connections_verification_url"),
                (eventWebhooksURL, "event_webhooks_url"),
            ] {
                faults.length(url.value, upTo: 2048, at: key)
                faults.address(url.value, at: key)
            }
            if let tags = tags.value {
                faults.count(tags.count, 0...5, of: "words", at: "tags")
                for (index, tag) in tags.enumerated() { faults.length(tag, upTo: 20, at: "tags[\(index)]") }
            }
            if let scopes = installParams.value?.scopes {
                faults.count(scopes.count, 1...100, of: "scopes", at: "install_params.scopes")
            }
        }
    }
}

extension RoleConnectionMetadata: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(key, 1...50, at: "key")
            faults.length(name, 1...100, at: "name")
            faults.length(description, 1...200, at: "description")
        }
    }
}

extension RoleConnection: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(platformName, upTo: 50, at: "platform_name")
            faults.length(platformUsername, upTo: 100, at: "platform_username")
            faults.count(metadata?.count ?? 0, 0...5, of: "values", at: "metadata")
        }
    }
}

extension CreateEmoji: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.length(name, 2...32, at: "name") } }
}

extension EditEmoji: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.length(name, 2...32, at: "name") } }
}
