-- Made when the tables are filled: that is faster than keeping them while rows come in.
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
