package io.daybook.local.traffic;

import java.math.BigDecimal;

/** One line of an order or of a return. */
public record TradeLine(String sku, long quantity, BigDecimal unitPrice) {}
