extension Schema {
    /// Tasks, their numbers, and each time one was done.
    static let tasks = """
        CREATE TABLE guild_counters (
            guild_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (guild_id, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tasks (
            id BLOB NOT NULL PRIMARY KEY,
            guild_id INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
            title_folded TEXT NOT NULL,
            details TEXT CHECK (length(details) BETWEEN 1 AND 4000),
            state TEXT NOT NULL
                CHECK (state IN ('todo', 'doing', 'waiting_approval', 'done', 'cancelled', 'skipped')),
            priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
            points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 1000),
            effort INTEGER CHECK (effort >= 1),
            due_at INTEGER,
            private INTEGER NOT NULL CHECK (private IN (0, 1)),
            assignee_id INTEGER,
            role_id INTEGER,
            created_by INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            completed_by INTEGER,
            completed_at INTEGER,
            deleted_at INTEGER,
            version INTEGER NOT NULL CHECK (version >= 1),
            CHECK ((state = 'done') = (completed_at IS NOT NULL)),
            CHECK ((completed_by IS NULL) = (completed_at IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX tasks_number ON tasks (guild_id, number);
        CREATE INDEX tasks_assignee ON tasks (guild_id, assignee_id, state);
        CREATE INDEX tasks_due ON tasks (guild_id, due_at);
        CREATE INDEX tasks_completed ON tasks (guild_id, completed_at);

        CREATE TABLE task_completions (
            guild_id INTEGER NOT NULL,
            task_id BLOB NOT NULL,
            completed_by INTEGER NOT NULL,
            recorded_by INTEGER NOT NULL,
            completed_at INTEGER NOT NULL,
            undone_at INTEGER,
            undone_by INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX task_completions_once ON task_completions (guild_id, task_id) WHERE undone_at IS NULL;
        CREATE INDEX task_completions_by ON task_completions (guild_id, completed_by, completed_at);
        """
}
