package io.daybook.local.demo;

import java.math.BigDecimal;

/** Something the simulated shop sells. */
record Product(String sku, String name, boolean stocked, BigDecimal price) {}
