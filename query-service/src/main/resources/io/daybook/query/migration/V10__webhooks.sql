-- Who subscribed to events, and how far each of them is. Not derived from the events: a rebuild leaves these tables alone.
CREATE TABLE query.webhook (
    id            text        PRIMARY KEY,
    url           text        NOT NULL,
    description   text,
    event_types   text[]      NOT NULL,
    entities      text[]      NOT NULL,
    -- wrapped by a master key
    secret        text        NOT NULL,
    former_secret text,
    former_until  timestamptz,
    state         text        NOT NULL,
    reason        text,
    created_at    timestamptz NOT NULL,
    -- everything up to here is delivered or in the backlog
    position      bigint      NOT NULL,
    -- one more with each change, and with each replay: who works on the webhook tells by them that it is out of date
    revision      bigint      NOT NULL DEFAULT 0,
    replays       bigint      NOT NULL DEFAULT 0,
    -- the instance that works on it, and until when without another word
    owner         text,
    lease_until   timestamptz
) WITH (fillfactor = 50);

-- The entities whose next event could not be delivered; later ones of them wait behind it, in the store.
CREATE TABLE query.webhook_backlog (
    webhook_id      text        NOT NULL REFERENCES query.webhook (id) ON DELETE CASCADE,
    aggregate_id    text        NOT NULL,
    from_sequence   bigint      NOT NULL,
    from_position   bigint      NOT NULL,
    since           timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    last_error      text,
    PRIMARY KEY (webhook_id, aggregate_id)
) WITH (fillfactor = 70);
