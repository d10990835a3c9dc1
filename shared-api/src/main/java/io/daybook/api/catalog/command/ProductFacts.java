package io.daybook.api.catalog.command;

/** What the write side needs to know of a product to sell it. */
public record ProductFacts(boolean stocked, boolean withdrawn) {}
