package io.daybook.local.onlineretail;

/** A row that cannot be mapped, and why. */
record BrokenRow(long line, String reason) implements Row {}
