-- The keys of the customers' personal data, each wrapped by a master key that is not in the database; and who has which e-mail
-- address. A schema of its own, so that it can be backed up by rules of its own: what a backup of this keeps is not erased.

-- A destroyed key leaves its id behind: it is never made anew. Dead versions of a row are cleared away soon.
CREATE TABLE data_key (
    key_id       text        PRIMARY KEY,
    master_key   text,
    wrapped      bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
    CHECK ((wrapped IS NULL) = (master_key IS NULL))
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE FUNCTION refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a destroyed key stays destroyed: %', OLD.key_id USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER destroyed_for_good BEFORE UPDATE OR DELETE ON data_key
    FOR EACH ROW WHEN (OLD.destroyed_at IS NOT NULL) EXECUTE FUNCTION refuse_revival();

-- By HMAC of the address. Not confirmed: claimed by a request whose event is not on record yet, and may never be.
CREATE TABLE email_claim (
    digest      bytea       PRIMARY KEY,
    customer_id text        NOT NULL,
    token       uuid        NOT NULL DEFAULT gen_random_uuid(),
    claimed_at  timestamptz NOT NULL DEFAULT now(),
    confirmed   boolean     NOT NULL DEFAULT false
);

CREATE INDEX email_claim_customer ON email_claim (customer_id);

GRANT USAGE ON SCHEMA customer_keys TO ${writer}, ${reader};
GRANT SELECT ON data_key TO ${writer}, ${reader};
GRANT INSERT, UPDATE ON data_key TO ${writer};
GRANT SELECT, INSERT, UPDATE, DELETE ON email_claim TO ${writer};
