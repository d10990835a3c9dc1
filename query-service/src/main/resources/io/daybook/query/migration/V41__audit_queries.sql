-- Who has looked at events. Not derived from the events, and in no event: a look must not change what is looked at.
CREATE TABLE query.audit_query (
    id             text        PRIMARY KEY,
    asked_at       timestamptz NOT NULL,
    actor          text        NOT NULL,
    -- the path with its parameters, as it came
    request        text        NOT NULL,
    format         text        NOT NULL,
    correlation_id text        NOT NULL
);

CREATE INDEX audit_query_asked_at ON query.audit_query (asked_at, id);
CREATE INDEX audit_query_actor ON query.audit_query (actor, asked_at, id);

-- What was shown in the end. A query without an answer is under way, or its instance has died.
CREATE TABLE query.audit_answer (
    query_id text        PRIMARY KEY REFERENCES query.audit_query (id),
    ended_at timestamptz NOT NULL,
    shown    bigint      NOT NULL,
    complete boolean     NOT NULL
);

CREATE FUNCTION query.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record of audit queries is append-only: % on table % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_query_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON query.audit_query
    FOR EACH STATEMENT EXECUTE FUNCTION query.refuse_audit_change();

CREATE TRIGGER audit_answer_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON query.audit_answer
    FOR EACH STATEMENT EXECUTE FUNCTION query.refuse_audit_change();
