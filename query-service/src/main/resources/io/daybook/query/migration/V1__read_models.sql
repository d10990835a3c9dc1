-- The read models. Every row can be derived again from the events; "position" is that of the last event it shows.

CREATE TABLE token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    stored_at      text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 10);

CREATE TABLE product (
    sku               text    PRIMARY KEY,
    name              text    NOT NULL,
    stocked           boolean NOT NULL,
    category          text,
    withdrawn         boolean NOT NULL,
    withdrawal_reason text,
    position          bigint  NOT NULL
);

CREATE TABLE list_price (
    sku        text        PRIMARY KEY,
    amount     numeric     NOT NULL,
    currency   text        NOT NULL,
    valid_from timestamptz NOT NULL,
    position   bigint      NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE stock_item (
    sku      text   PRIMARY KEY,
    on_hand  bigint NOT NULL,
    reserved bigint NOT NULL,
    refusals bigint NOT NULL,
    position bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE customer_order (
    order_id            text        PRIMARY KEY,
    customer_id         text,
    country             text        NOT NULL,
    currency            text        NOT NULL,
    placed_at           timestamptz NOT NULL,
    status              text        NOT NULL,
    line_count          integer     NOT NULL,
    units               bigint      NOT NULL,
    amount              numeric     NOT NULL,
    paid                numeric     NOT NULL,
    returned_units      bigint      NOT NULL,
    returned_amount     numeric     NOT NULL,
    shipped_at          timestamptz,
    cancelled_at        timestamptz,
    cancellation_reason text,
    position            bigint      NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX customer_order_placed_at ON customer_order (placed_at DESC, order_id DESC);
CREATE INDEX customer_order_customer ON customer_order (customer_id, placed_at DESC, order_id DESC);
CREATE INDEX customer_order_country ON customer_order (country, placed_at DESC, order_id DESC);

-- Written once beside the order, so that a change of status never rewrites them.
CREATE TABLE order_lines (
    order_id text PRIMARY KEY,
    lines    text NOT NULL
);

CREATE TABLE order_refused_lines (
    order_id text PRIMARY KEY,
    lines    text NOT NULL
);

-- Keyed by position: a return of an order has an id of its own only within that order.
CREATE TABLE goods_return (
    position    bigint      PRIMARY KEY,
    return_id   text        NOT NULL,
    order_id    text,
    customer_id text,
    country     text        NOT NULL,
    currency    text        NOT NULL,
    returned_at timestamptz NOT NULL,
    units       bigint      NOT NULL,
    amount      numeric     NOT NULL,
    lines       text        NOT NULL
);

CREATE INDEX goods_return_customer ON goods_return (customer_id, position DESC);
CREATE INDEX goods_return_order ON goods_return (order_id, position DESC);

-- The sales book: a row for each document booked, and one for each of its lines. Only ever appended to.
CREATE TABLE sales_document (
    position    bigint      PRIMARY KEY,
    kind        text        NOT NULL,
    document_id text        NOT NULL,
    booked_at   timestamptz NOT NULL,
    day         date        NOT NULL,
    country     text,
    customer_id text,
    currency    text        NOT NULL,
    units       bigint      NOT NULL,
    amount      numeric     NOT NULL
);

CREATE INDEX sales_document_day ON sales_document (day);
CREATE INDEX sales_document_customer ON sales_document (customer_id, day);

CREATE TABLE sales_line (
    position    bigint  NOT NULL,
    line        integer NOT NULL,
    kind        text    NOT NULL,
    sku         text    NOT NULL,
    day         date    NOT NULL,
    country     text,
    customer_id text,
    currency    text    NOT NULL,
    units       bigint  NOT NULL,
    amount      numeric NOT NULL,
    PRIMARY KEY (position, line)
);

CREATE INDEX sales_line_day ON sales_line (day);
CREATE INDEX sales_line_customer ON sales_line (customer_id, day);
CREATE INDEX sales_line_sku ON sales_line (sku);
