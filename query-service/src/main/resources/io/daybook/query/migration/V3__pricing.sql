-- The price of a SKU with what is scheduled, its policy and its open proposal; which price is the current one depends on the
-- clock, so the state is kept whole, as JSON.
DROP TABLE list_price;

CREATE TABLE price (
    sku      text   PRIMARY KEY,
    state    text   NOT NULL,
    position bigint NOT NULL
) WITH (fillfactor = 50);

-- What happened to prices, only ever appended to.
CREATE TABLE price_change (
    position bigint PRIMARY KEY,
    sku      text   NOT NULL,
    change   text   NOT NULL
);

CREATE INDEX price_change_sku ON price_change (sku, position DESC);
