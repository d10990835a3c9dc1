-- Personal data as it is sealed in the event that carried it last; nothing of it once the customer is erased.
CREATE TABLE customer (
    customer_id    text        PRIMARY KEY,
    status         text        NOT NULL,
    registered_at  timestamptz NOT NULL,
    revised_at     timestamptz,
    erased_at      timestamptz,
    erasure_reason text,
    sealed_in      text,
    sealed_version integer,
    nonce          text,
    ciphertext     text,
    digest         text,
    position       bigint      NOT NULL
) WITH (fillfactor = 70);
