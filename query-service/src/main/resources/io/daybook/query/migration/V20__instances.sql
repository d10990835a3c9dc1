-- The instances of the service that are alive, by their heartbeats.
CREATE TABLE query.instance (
    id      text        PRIMARY KEY,
    seen_at timestamptz NOT NULL
) WITH (fillfactor = 10);
