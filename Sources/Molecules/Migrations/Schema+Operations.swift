extension Schema {
    /// What was asked for, by the key of the interaction or request, and how it was answered.
    static let operations = """
        CREATE TABLE operations (
            guild_id INTEGER NOT NULL,
            key TEXT NOT NULL,
            outcome TEXT,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (guild_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX operations_age ON operations (created_at);
        """

    /// Who did what; lines are added and never changed.
    static let auditLog = """
        CREATE TABLE audit_log (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            guild_id INTEGER NOT NULL,
            event_id BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            occurred_at INTEGER NOT NULL,
            actor_type TEXT NOT NULL,
            actor_id TEXT,
            subject_type TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            correlation_id TEXT,
            envelope TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_log_guild ON audit_log (guild_id, position);
        CREATE INDEX audit_log_subject ON audit_log (guild_id, subject_type, subject_id, position);
        CREATE INDEX audit_log_actor ON audit_log (guild_id, actor_id, position);

        CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
        CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
        """

    /// What buttons are about, and where the cards of tasks hang.
    static let components = """
        CREATE TABLE component_states (
            guild_id INTEGER NOT NULL,
            id BLOB NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            version INTEGER NOT NULL,
            allowed_users TEXT NOT NULL,
            expires_at INTEGER,
            PRIMARY KEY (guild_id, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX component_states_expiry ON component_states (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE task_cards (
            guild_id INTEGER NOT NULL,
            message_id INTEGER NOT NULL,
            channel_id INTEGER NOT NULL,
            task_id BLOB NOT NULL,
            state_id BLOB NOT NULL,
            shown_version INTEGER NOT NULL,
            PRIMARY KEY (guild_id, message_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX task_cards_task ON task_cards (guild_id, task_id);
        """
}
