-- The event store. Positions are dense from 1 and assigned in commit order: every append locks the one row of "head",
-- so a reader who sees position n has seen everything before it.

CREATE TABLE event (
    position         bigint      PRIMARY KEY,
    aggregate_id     text        NOT NULL,
    sequence         bigint      NOT NULL,
    type             text,
    event_id         text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    payload_type     text        NOT NULL,
    payload_revision text,
    payload          bytea       NOT NULL,
    metadata         bytea       NOT NULL,
    hash             bytea       NOT NULL,
    CONSTRAINT event_aggregate_sequence UNIQUE (aggregate_id, sequence),
    CONSTRAINT event_event_id UNIQUE (event_id)
);

CREATE INDEX event_recorded_at ON event (recorded_at);

CREATE TABLE head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000);

INSERT INTO head (position) VALUES (0);

CREATE TABLE snapshot (
    aggregate_id     text        PRIMARY KEY,
    sequence         bigint      NOT NULL,
    type             text,
    event_id         text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    payload_type     text        NOT NULL,
    payload_revision text,
    payload          bytea       NOT NULL,
    metadata         bytea       NOT NULL
);

-- What callers were told of requests that they named by a key: written with the events, deleted after some time.
CREATE TABLE receipt (
    key         text        PRIMARY KEY,
    fingerprint bytea       NOT NULL,
    outcome     bytea       NOT NULL,
    position    bigint      NOT NULL,
    version     bigint      NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX receipt_stored_at ON receipt (stored_at);

-- Append-only is a property of the table, not of good manners: it holds for the owner and superusers too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event store is append-only: % on table % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER head_stays BEFORE DELETE OR TRUNCATE ON head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Appends a batch of requests in one transaction. A request is all the events of one unit of work and stands or falls
-- whole; the caller sees to it that no aggregate and no event id occurs in two requests of a batch. Answers a row per
-- request: the position of its last event; or -1 where it conflicts: a sequence number is taken, its predecessor is
-- missing, or an event id is known; or -2 where it brings a receipt whose key is known, which goes first. A request may be
-- a receipt alone. With retry, a request whose very events are stored already (the answer to an earlier call was lost) is
-- answered with their position and not a conflict.
--
-- Each look-up is a scalar subquery and sequential scans are off: else the planner, which on a young store still believes
-- the table to be small, hashes the whole of it for every batch (a joined or EXISTS look-up) until it is next analysed.
CREATE FUNCTION append(
    retry             boolean,
    request           integer[],
    aggregate_id      text[],
    sequence          bigint[],
    type              text[],
    event_id          text[],
    recorded_at       timestamptz[],
    payload_type      text[],
    payload_revision  text[],
    payload           bytea[],
    metadata          bytea[],
    content_hash      bytea[],
    receipt_request     integer[],
    receipt_key         text[],
    receipt_fingerprint bytea[],
    receipt_outcome     bytea[],
    receipt_position    bigint[],
    receipt_version     bigint[]
) RETURNS TABLE (appended_request integer, last_position bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    base      bigint;
    conflicts integer[];
    stored    integer[] := '{}';
    known     integer[] := '{}';
BEGIN
    SELECT h.position INTO base FROM head h FOR UPDATE;

    IF retry THEN
        SELECT coalesce(array_agg(s.request), '{}') INTO stored
        FROM (SELECT n.request
              FROM unnest(append.request, append.event_id, append.aggregate_id, append.sequence)
                  AS n (request, event_id, aggregate_id, sequence)
              GROUP BY n.request
              HAVING count(*) = count((SELECT e.position FROM event e
                                       WHERE e.event_id = n.event_id AND e.aggregate_id = n.aggregate_id
                                         AND e.sequence = n.sequence))) s;
    END IF;

    IF cardinality(receipt_request) > 0 THEN
        SELECT coalesce(array_agg(n.request), '{}') INTO known
        FROM unnest(receipt_request, receipt_key) AS n (request, key)
        WHERE n.request <> ALL (stored) AND (SELECT r.key FROM receipt r WHERE r.key = n.key) IS NOT NULL;
    END IF;

    SELECT coalesce(array_agg(DISTINCT n.request), '{}') INTO conflicts
    FROM unnest(append.request, append.aggregate_id, append.sequence, append.event_id)
        AS n (request, aggregate_id, sequence, event_id)
    WHERE n.request <> ALL (stored) AND n.request <> ALL (known)
      AND ((SELECT e.position FROM event e
            WHERE e.aggregate_id = n.aggregate_id AND e.sequence = n.sequence) IS NOT NULL
        OR (SELECT e.position FROM event e WHERE e.event_id = n.event_id) IS NOT NULL
        OR (n.sequence > 0
            AND (SELECT e.position FROM event e
                 WHERE e.aggregate_id = n.aggregate_id AND e.sequence = n.sequence - 1) IS NULL
            AND NOT EXISTS (SELECT FROM unnest(append.aggregate_id, append.sequence) AS m (aggregate_id, sequence)
                            WHERE m.aggregate_id = n.aggregate_id AND m.sequence = n.sequence - 1)));

    RETURN QUERY
    WITH accepted AS (
        SELECT n.*, base + row_number() OVER (ORDER BY n.ordinal) AS new_position
        FROM unnest(append.request, append.aggregate_id, append.sequence, append.type, append.event_id,
                    append.recorded_at, append.payload_type, append.payload_revision, append.payload,
                    append.metadata, append.content_hash) WITH ORDINALITY
            AS n (request, aggregate_id, sequence, type, event_id, recorded_at, payload_type, payload_revision,
                  payload, metadata, content_hash, ordinal)
        WHERE n.request <> ALL (conflicts) AND n.request <> ALL (stored) AND n.request <> ALL (known)
    ), inserted AS (
        INSERT INTO event (position, aggregate_id, sequence, type, event_id, recorded_at, payload_type,
                           payload_revision, payload, metadata, hash)
        SELECT a.new_position, a.aggregate_id, a.sequence, a.type, a.event_id, a.recorded_at, a.payload_type,
               a.payload_revision, a.payload, a.metadata, sha256(int8send(a.new_position) || a.content_hash)
        FROM accepted a ORDER BY a.ordinal
    ), advanced AS (
        UPDATE head SET position = base + (SELECT count(*) FROM accepted) WHERE EXISTS (SELECT FROM accepted)
    ), receipts AS (
        SELECT n.*, (SELECT max(a.new_position) FROM accepted a WHERE a.request = n.request) AS new_position,
               (SELECT max(a.sequence) FROM accepted a WHERE a.request = n.request) AS new_version
        FROM unnest(receipt_request, receipt_key, receipt_fingerprint, receipt_outcome, receipt_position, receipt_version)
            AS n (request, key, fingerprint, outcome, position, version)
        WHERE n.request <> ALL (conflicts) AND n.request <> ALL (stored) AND n.request <> ALL (known)
    ), kept AS (
        INSERT INTO receipt (key, fingerprint, outcome, position, version)
        SELECT r.key, r.fingerprint, r.outcome, coalesce(r.new_position, r.position), coalesce(r.new_version, r.version)
        FROM receipts r
    )
    SELECT a.request, max(a.new_position) FROM accepted a GROUP BY a.request
    UNION ALL
    SELECT r.request, r.position FROM receipts r WHERE r.new_position IS NULL
    UNION ALL
    SELECT n.request, max((SELECT e.position FROM event e WHERE e.event_id = n.event_id))
    FROM unnest(append.request, append.event_id) AS n (request, event_id)
    WHERE n.request = ANY (stored) GROUP BY n.request
    UNION ALL
    SELECT c, -1::bigint FROM unnest(conflicts) AS c
    UNION ALL
    SELECT k, -2::bigint FROM unnest(known) AS k;
END
$$;

REVOKE ALL ON FUNCTION append FROM PUBLIC;
GRANT USAGE ON SCHEMA ${schema} TO ${writer}, ${reader};
GRANT SELECT ON event, head, snapshot TO ${writer}, ${reader};
GRANT INSERT, UPDATE ON snapshot TO ${writer};
GRANT SELECT, DELETE ON receipt TO ${writer};
GRANT EXECUTE ON FUNCTION append TO ${writer};
