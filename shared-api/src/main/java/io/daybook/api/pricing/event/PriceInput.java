package io.daybook.api.pricing.event;

/** A named figure that a proposal was computed from. */
public record PriceInput(String name, String value) {}
