package io.daybook.api.catalog.command;

import io.daybook.api.Command;

/** A command to the product with this SKU. */
public sealed interface CatalogCommand extends Command
        permits DescribeProduct, RegisterProduct, ReviseProduct, WithdrawProduct {

    String sku();

    @Override
    default String aggregateId() {
        return "product:" + sku();
    }
}
