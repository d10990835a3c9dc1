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

-- Microseconds since 1970 as a point in time; exact, since each is a whole number that a double can hold.
CREATE FUNCTION instant(micros bigint) RETURNS timestamptz LANGUAGE sql STABLE
RETURN 'epoch'::timestamptz + micros * interval '1 microsecond';

-- The careful half of "append", for a batch that cannot be accepted whole or may be stored already: looks each event up
-- before it inserts, and refuses requests one by one.
--
-- Each look-up is a scalar subquery and sequential scans are off: else the planner, which on a young store still believes
-- the table to be small, hashes the whole of it for every batch (a joined or EXISTS look-up) until it is next analysed.
CREATE FUNCTION append_singly(
    retry               boolean,
    request             integer[],
    aggregate_id        text[],
    sequence            bigint[],
    type                text[],
    event_id            text[],
    recorded_at         bigint[],
    payload_type        text[],
    payload_revision    text[],
    payload             bytea[],
    metadata            bytea[],
    content_hash        bytea[],
    receipt_request     integer[],
    receipt_key         text[],
    receipt_fingerprint bytea[],
    receipt_outcome     bytea[],
    receipt_position    bigint[],
    receipt_version     bigint[]
) RETURNS TABLE (appended_request integer, last_position bigint)
LANGUAGE plpgsql AS $$
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
              FROM unnest(append_singly.request, append_singly.event_id, append_singly.aggregate_id,
                          append_singly.sequence)
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
    FROM unnest(append_singly.request, append_singly.aggregate_id, append_singly.sequence, append_singly.event_id)
        AS n (request, aggregate_id, sequence, event_id)
    WHERE n.request <> ALL (stored) AND n.request <> ALL (known)
      AND ((SELECT e.position FROM event e
            WHERE e.aggregate_id = n.aggregate_id AND e.sequence = n.sequence) IS NOT NULL
        OR (SELECT e.position FROM event e WHERE e.event_id = n.event_id) IS NOT NULL
        OR (n.sequence > 0
            AND (SELECT e.position FROM event e
                 WHERE e.aggregate_id = n.aggregate_id AND e.sequence = n.sequence - 1) IS NULL
            AND NOT EXISTS (SELECT FROM unnest(append_singly.aggregate_id, append_singly.sequence)
                                AS m (aggregate_id, sequence)
                            WHERE m.aggregate_id = n.aggregate_id AND m.sequence = n.sequence - 1)));

    RETURN QUERY
    WITH accepted AS (
        SELECT n.*, base + row_number() OVER (ORDER BY n.ordinal) AS new_position
        FROM unnest(append_singly.request, append_singly.aggregate_id, append_singly.sequence, append_singly.type,
                    append_singly.event_id, append_singly.recorded_at, append_singly.payload_type,
                    append_singly.payload_revision, append_singly.payload, append_singly.metadata,
                    append_singly.content_hash) WITH ORDINALITY
            AS n (request, aggregate_id, sequence, type, event_id, recorded_at, payload_type, payload_revision,
                  payload, metadata, content_hash, ordinal)
        WHERE n.request <> ALL (conflicts) AND n.request <> ALL (stored) AND n.request <> ALL (known)
    ), inserted AS (
        INSERT INTO event (position, aggregate_id, sequence, type, event_id, recorded_at, payload_type,
                           payload_revision, payload, metadata, hash)
        SELECT a.new_position, a.aggregate_id, a.sequence, a.type, a.event_id, instant(a.recorded_at), a.payload_type,
               a.payload_revision, a.payload, a.metadata, sha256(int8send(a.new_position) || a.content_hash)
        FROM accepted a ORDER BY a.ordinal
    ), advanced AS (
        UPDATE head SET position = base + (SELECT count(*) FROM accepted) WHERE EXISTS (SELECT FROM accepted)
    ), receipts AS (
        SELECT n.*, (SELECT max(a.new_position) FROM accepted a WHERE a.request = n.request) AS new_position
        FROM unnest(receipt_request, receipt_key, receipt_fingerprint, receipt_outcome, receipt_position, receipt_version)
            AS n (request, key, fingerprint, outcome, position, version)
        WHERE n.request <> ALL (conflicts) AND n.request <> ALL (stored) AND n.request <> ALL (known)
    ), kept AS (
        INSERT INTO receipt (key, fingerprint, outcome, position, version)
        SELECT r.key, r.fingerprint, r.outcome, coalesce(r.new_position, r.position), r.version
        FROM receipts r
    )
    SELECT a.request, max(a.new_position) FROM accepted a GROUP BY a.request
    UNION ALL
    SELECT r.request, r.position FROM receipts r WHERE r.new_position IS NULL
    UNION ALL
    SELECT n.request, max((SELECT e.position FROM event e WHERE e.event_id = n.event_id))
    FROM unnest(append_singly.request, append_singly.event_id) AS n (request, event_id)
    WHERE n.request = ANY (stored) GROUP BY n.request
    UNION ALL
    SELECT c, -1::bigint FROM unnest(conflicts) AS c
    UNION ALL
    SELECT k, -2::bigint FROM unnest(known) AS k;
END
$$;


-- Appends a batch of requests in one transaction. A request is all the events of one unit of work and stands or falls
-- whole; the caller sees to it that no aggregate and no event id occurs in two requests of a batch. Answers a row per
-- request: the position of its last event; or -1 where it conflicts: a sequence number is taken, its predecessor is
-- missing, or an event id is known; or -2 where it brings a receipt whose key is known, which goes first. A request may be
-- a receipt alone. With retry, a request whose very events are stored already (the answer to an earlier call was lost) is
-- answered with their position and not a conflict.
--
-- Hardly any batch has a conflict, so it is first inserted as it is, and the indexes tell; then a single row without a
-- request answers the position before the first event. "follows" marks the events whose predecessor has to be in the
-- store already. "receipt_row" is the place in the batch, from 1, of the last event of the receipt's request, and 0 for a receipt
-- alone. Times are in microseconds since 1970.
CREATE FUNCTION append(
    retry               boolean,
    request             integer[],
    aggregate_id        text[],
    sequence            bigint[],
    follows             boolean[],
    type                text[],
    event_id            text[],
    recorded_at         bigint[],
    payload_type        text[],
    payload_revision    text[],
    payload             bytea[],
    metadata            bytea[],
    content_hash        bytea[],
    receipt_request     integer[],
    receipt_row         integer[],
    receipt_key         text[],
    receipt_fingerprint bytea[],
    receipt_outcome     bytea[],
    receipt_position    bigint[],
    receipt_version     bigint[]
) RETURNS TABLE (appended_request integer, last_position bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    events   integer := cardinality(append.event_id);
    inserted integer;
    base     bigint := 0;
BEGIN
    IF NOT retry THEN
        BEGIN
            IF events > 0 THEN
                UPDATE head SET position = position + events RETURNING position - events INTO base;
                INSERT INTO event (position, aggregate_id, sequence, type, event_id, recorded_at, payload_type,
                                   payload_revision, payload, metadata, hash)
                SELECT base + n.ordinal, n.aggregate_id, n.sequence, n.type, n.event_id, instant(n.recorded_at),
                       n.payload_type, n.payload_revision, n.payload, n.metadata,
                       sha256(int8send(base + n.ordinal) || n.content_hash)
                FROM unnest(append.aggregate_id, append.sequence, append.follows, append.type, append.event_id,
                            append.recorded_at, append.payload_type, append.payload_revision, append.payload,
                            append.metadata, append.content_hash) WITH ORDINALITY
                    AS n (aggregate_id, sequence, follows, type, event_id, recorded_at, payload_type, payload_revision,
                          payload, metadata, content_hash, ordinal)
                WHERE NOT n.follows OR (SELECT e.position FROM event e WHERE e.aggregate_id = n.aggregate_id
                                          AND e.sequence = n.sequence - 1) IS NOT NULL;
                GET DIAGNOSTICS inserted = ROW_COUNT;
                IF inserted < events THEN
                    RAISE no_data_found; -- a predecessor
                END IF;
            END IF;
            IF cardinality(receipt_key) > 0 THEN
                INSERT INTO receipt (key, fingerprint, outcome, position, version)
                SELECT n.key, n.fingerprint, n.outcome,
                       CASE n.place WHEN 0 THEN n.position ELSE base + n.place END, n.version
                FROM unnest(receipt_row, receipt_key, receipt_fingerprint, receipt_outcome, receipt_position,
                            receipt_version)
                    AS n (place, key, fingerprint, outcome, position, version);
            END IF;
            RETURN QUERY SELECT NULL::integer, base;
            RETURN;
        EXCEPTION WHEN unique_violation OR no_data_found THEN
            NULL; -- undone so far; which request it was is found out below
        END;
    END IF;
    RETURN QUERY
    SELECT * FROM append_singly(
        retry, append.request, append.aggregate_id, append.sequence, append.type, append.event_id, append.recorded_at,
        append.payload_type, append.payload_revision, append.payload, append.metadata, append.content_hash,
        receipt_request, receipt_key, receipt_fingerprint, receipt_outcome, receipt_position, receipt_version);
END
$$;

-- "append" for a role that reads everything and writes down only what it did itself: the same, but for aggregates whose ids
-- start with '${restricted_prefix}', and without receipts. A call that holds anything else stores nothing. An id that is
-- missing, be it by arrays of unequal length, is no id with the prefix and is refused here or by the table.
CREATE FUNCTION append_restricted(
    retry               boolean,
    request             integer[],
    aggregate_id        text[],
    sequence            bigint[],
    follows             boolean[],
    type                text[],
    event_id            text[],
    recorded_at         bigint[],
    payload_type        text[],
    payload_revision    text[],
    payload             bytea[],
    metadata            bytea[],
    content_hash        bytea[],
    receipt_request     integer[],
    receipt_row         integer[],
    receipt_key         text[],
    receipt_fingerprint bytea[],
    receipt_outcome     bytea[],
    receipt_position    bigint[],
    receipt_version     bigint[]
) RETURNS TABLE (appended_request integer, last_position bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    IF EXISTS (SELECT FROM unnest(append_restricted.aggregate_id) AS n (id)
               WHERE starts_with(n.id, '${restricted_prefix}') IS NOT TRUE) THEN
        RAISE EXCEPTION 'only events of aggregates whose ids start with ${restricted_prefix} may be appended here'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(append_restricted.receipt_request) > 0 OR cardinality(append_restricted.receipt_key) > 0 THEN
        RAISE EXCEPTION 'no receipts may be stored here' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY
    SELECT * FROM append(
        append_restricted.retry, append_restricted.request, append_restricted.aggregate_id,
        append_restricted.sequence, append_restricted.follows, append_restricted.type, append_restricted.event_id,
        append_restricted.recorded_at, append_restricted.payload_type, append_restricted.payload_revision,
        append_restricted.payload, append_restricted.metadata, append_restricted.content_hash,
        append_restricted.receipt_request, append_restricted.receipt_row, append_restricted.receipt_key,
        append_restricted.receipt_fingerprint, append_restricted.receipt_outcome, append_restricted.receipt_position,
        append_restricted.receipt_version);
END
$$;

REVOKE ALL ON FUNCTION append, append_singly, append_restricted, instant FROM PUBLIC;
GRANT USAGE ON SCHEMA ${schema} TO ${writer}, ${reader};
GRANT SELECT ON event, head, snapshot TO ${writer}, ${reader};
GRANT INSERT, UPDATE ON snapshot TO ${writer};
GRANT SELECT, DELETE ON receipt TO ${writer};
GRANT EXECUTE ON FUNCTION append TO ${writer};
GRANT EXECUTE ON FUNCTION append_restricted TO ${reader};
