-- Derived from the events by the processor "deadlines", and can be derived again: no more than what is still to be watched.
-- "not_before" is when one may be taken: when it is due, and after it has been taken, when it may be taken again.

CREATE TABLE deadline (
    id             text        PRIMARY KEY,
    kind           text        NOT NULL,
    order_id       text        NOT NULL,
    sku            text        NOT NULL,
    reservation_id text        NOT NULL,
    due            timestamptz NOT NULL,
    not_before     timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    caused_by      text        NOT NULL
);

CREATE INDEX deadline_not_before ON deadline (not_before);
CREATE INDEX deadline_order ON deadline (order_id);
