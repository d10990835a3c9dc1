-- What each order waits for; "due" is null for those that wait for nothing.

CREATE TABLE fulfilment (
    order_id     text        PRIMARY KEY,
    step         text,
    since        timestamptz NOT NULL,
    due          timestamptz,
    attempts     integer     NOT NULL,
    last_failure text,
    position     bigint      NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX fulfilment_due ON fulfilment (due, order_id) WHERE due IS NOT NULL;

ALTER TABLE customer_order ADD COLUMN payment_terms text NOT NULL;
ALTER TABLE customer_order ADD COLUMN cancellation_cause text;
