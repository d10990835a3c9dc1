-- The processors that stand still in every instance, until somebody resumes them.
CREATE TABLE paused_processor (
    processor text        PRIMARY KEY,
    reason    text        NOT NULL,
    paused_at timestamptz NOT NULL DEFAULT now()
);
