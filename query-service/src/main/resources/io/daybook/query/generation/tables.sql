-- The read models of one generation, in a schema of its own. Every row can be derived again from the events. Behind its own
-- columns each has those of the trail: the position and the version of the last event that it shows, how many events it was
-- folded from and the sum of their positions, and the hash of its content. Tables whose rows are written once get their
-- key with the other indexes, when they are filled.

CREATE TABLE token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    stored_at      text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 10);

-- The count of each model's rows and the sum of their hashes, in shares by segment: see Digests.
CREATE TABLE digest (
    model   text    NOT NULL,
    segment integer NOT NULL,
    rows    bigint  NOT NULL,
    hash    numeric NOT NULL,
    PRIMARY KEY (model, segment)
) WITH (fillfactor = 10);

-- Events that could not be applied, and those that wait behind one; they stay in the store, here are their places.
CREATE TABLE dead_letter (
    model        text        NOT NULL,
    entity       text        NOT NULL,
    position     bigint      NOT NULL,
    aggregate_id text        NOT NULL,
    sequence     bigint      NOT NULL,
    event_type   text        NOT NULL,
    cause        text        NOT NULL,
    message      text        NOT NULL,
    parked_at    timestamptz NOT NULL DEFAULT now(),
    attempts     integer     NOT NULL DEFAULT 1,
    PRIMARY KEY (model, entity, position)
);

CREATE TABLE product (
    sku               text    PRIMARY KEY,
    name              text    NOT NULL,
    stocked           boolean NOT NULL,
    category          text,
    withdrawn         boolean NOT NULL,
    withdrawal_reason text,
    ${trail}
);

-- The price of a SKU with what is scheduled, its policy and its open proposal, as JSON.
CREATE TABLE price (
    sku   text PRIMARY KEY,
    state text NOT NULL,
    ${trail}
) WITH (fillfactor = 50);

-- What happened to prices, by position.
CREATE TABLE price_change (
    number bigint NOT NULL,
    sku    text   NOT NULL,
    change text   NOT NULL,
    ${trail}
);

-- The prices of a SKU by their starts, as JSON: all of 400 days, and what is needed of those before.
CREATE TABLE price_timeline (
    sku      text PRIMARY KEY,
    timeline text NOT NULL,
    ${trail}
) WITH (fillfactor = 50);

CREATE TABLE stock_item (
    sku      text   PRIMARY KEY,
    on_hand  bigint NOT NULL,
    reserved bigint NOT NULL,
    refusals bigint NOT NULL,
    ${trail}
) WITH (fillfactor = 50);

CREATE TABLE customer_order (
    order_id            text        PRIMARY KEY,
    customer_id         text,
    country             text        NOT NULL,
    currency            text        NOT NULL,
    placed_at           timestamptz NOT NULL,
    payment_terms       text        NOT NULL,
    status              text        NOT NULL,
    line_count          bigint      NOT NULL,
    units               bigint      NOT NULL,
    amount              numeric     NOT NULL,
    paid                numeric     NOT NULL,
    returned_units      bigint      NOT NULL,
    returned_amount     numeric     NOT NULL,
    shipped_at          timestamptz,
    cancelled_at        timestamptz,
    cancellation_cause  text,
    cancellation_reason text,
    ${trail}
) WITH (fillfactor = 70);

-- Written once beside the order, so that a change of status never rewrites them.
CREATE TABLE order_lines (
    order_id text PRIMARY KEY,
    lines    text NOT NULL,
    ${trail}
);

CREATE TABLE order_refused_lines (
    order_id text PRIMARY KEY,
    refused  text NOT NULL,
    ${trail}
);

-- What each order waits for; "due" is null for those that wait for nothing.
CREATE TABLE fulfilment (
    order_id     text        PRIMARY KEY,
    step         text,
    since        timestamptz NOT NULL,
    due          timestamptz,
    attempts     bigint      NOT NULL,
    last_failure text,
    ${trail}
) WITH (fillfactor = 70);

CREATE TABLE goods_return (
    number      bigint      NOT NULL,
    return_id   text        NOT NULL,
    order_id    text,
    customer_id text,
    country     text        NOT NULL,
    currency    text        NOT NULL,
    returned_at timestamptz NOT NULL,
    units       bigint      NOT NULL,
    amount      numeric     NOT NULL,
    lines       text        NOT NULL,
    ${trail}
);

-- The sales book: a row for each document booked, by position, and one for each of its lines.
CREATE TABLE sales_document (
    number      bigint      NOT NULL,
    kind        text        NOT NULL,
    document_id text        NOT NULL,
    booked_at   timestamptz NOT NULL,
    day         date        NOT NULL,
    country     text,
    customer_id text,
    currency    text        NOT NULL,
    units       bigint      NOT NULL,
    amount      numeric     NOT NULL,
    ${trail}
);

CREATE TABLE sales_line (
    line_number bigint  NOT NULL,
    document    bigint  NOT NULL,
    line        bigint  NOT NULL,
    kind        text    NOT NULL,
    sku         text    NOT NULL,
    day         date    NOT NULL,
    country     text,
    customer_id text,
    currency    text    NOT NULL,
    units       bigint  NOT NULL,
    amount      numeric NOT NULL,
    ${trail}
);

-- Personal data as it is sealed in the event that carried it last; nothing of it once the customer is erased.
CREATE TABLE customer (
    customer_id    text        PRIMARY KEY,
    status         text        NOT NULL,
    registered_at  timestamptz NOT NULL,
    revised_at     timestamptz,
    erased_at      timestamptz,
    erasure_reason text,
    sealed_in      text,
    sealed_version bigint,
    nonce          text,
    ciphertext     text,
    digest         text,
    ${trail}
) WITH (fillfactor = 70);

-- What operators did: see platform.operation.
CREATE TABLE operation (
    id         text        PRIMARY KEY,
    action     text        NOT NULL,
    target     text        NOT NULL,
    parameters text        NOT NULL,
    actor      text        NOT NULL,
    reason     text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    outcome    text,
    detail     text,
    ${trail}
);

-- The evidence is JSON; beside it what alerts are looked for by.
CREATE TABLE alert (
    alert_id        text        PRIMARY KEY,
    watch           text        NOT NULL,
    watch_version   bigint      NOT NULL,
    severity        text        NOT NULL,
    status          text        NOT NULL,
    measure         text,
    grouped         text        NOT NULL,
    since           timestamptz NOT NULL,
    evidence        text        NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    resolved_by     text,
    resolved_at     timestamptz,
    note            text,
    ${trail}
) WITH (fillfactor = 70);

CREATE TABLE watch (
    name       text        PRIMARY KEY,
    defined    bigint      NOT NULL,
    kind       text        NOT NULL,
    measure    text,
    severity   text        NOT NULL,
    definition text        NOT NULL,
    defined_at timestamptz NOT NULL,
    retired_at timestamptz,
    retirement text,
    ${trail}
) WITH (fillfactor = 70);
