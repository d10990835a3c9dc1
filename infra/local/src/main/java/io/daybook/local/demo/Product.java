package io.daybook.local.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something the simulated shop sells; a service is in no category. */
record Product(
        String sku, String name, boolean stocked, @Nullable String category, BigDecimal price) {}
