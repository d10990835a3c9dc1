-- Made when the tables are filled: that is faster than keeping them while rows come in.
-- None on what changes often, such as the status of an order or what is in stock: each change would have to be made in every index.
-- The words of products are those of ProductSearch.
CREATE INDEX product_words ON product USING gin ((setweight(to_tsvector('english'::regconfig, translate(name, '/', ' ')), 'A') || setweight(to_tsvector('english'::regconfig, translate(coalesce(category, ''), '/', ' ')), 'B') || setweight(to_tsvector('simple'::regconfig, sku || ' ' || translate(sku, '/._#-', '     ')), 'C')));
CREATE INDEX product_name_trigrams ON product USING gin (name query.gin_trgm_ops);
CREATE INDEX product_name ON product (name, sku);
CREATE INDEX product_category ON product (category, sku);
CREATE INDEX customer_registered_at ON customer (registered_at, customer_id);
CREATE INDEX customer_order_amount ON customer_order (amount, order_id);
CREATE INDEX goods_return_returned_at ON goods_return (returned_at, number);
CREATE INDEX customer_order_placed_at ON customer_order (placed_at DESC, order_id DESC);
CREATE INDEX customer_order_customer ON customer_order (customer_id, placed_at DESC, order_id DESC);
CREATE INDEX customer_order_country ON customer_order (country, placed_at DESC, order_id DESC);
CREATE INDEX fulfilment_due ON fulfilment (due, order_id) WHERE due IS NOT NULL;
CREATE INDEX goods_return_customer ON goods_return (customer_id, number DESC);
CREATE INDEX goods_return_order ON goods_return (order_id, number DESC);
CREATE INDEX price_change_sku ON price_change (sku, number DESC);
CREATE INDEX sales_document_day ON sales_document (day);
CREATE INDEX sales_document_customer ON sales_document (customer_id, day);
CREATE INDEX sales_line_day ON sales_line (day);
CREATE INDEX sales_line_customer ON sales_line (customer_id, day);
CREATE INDEX sales_line_sku ON sales_line (sku);
CREATE INDEX operation_started_at ON operation (started_at DESC, id DESC);
CREATE UNIQUE INDEX price_change_key ON price_change (number);
CREATE UNIQUE INDEX goods_return_key ON goods_return (number);
CREATE UNIQUE INDEX sales_document_key ON sales_document (number);
CREATE UNIQUE INDEX sales_line_key ON sales_line (line_number);
CREATE INDEX alert_since ON alert (since DESC, alert_id DESC);
CREATE INDEX alert_watch ON alert (watch, since DESC, alert_id DESC);
