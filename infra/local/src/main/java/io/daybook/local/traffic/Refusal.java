package io.daybook.local.traffic;

/** A request that was refused, and why. */
public record Refusal(RequestKind kind, String subject, Outcome.Refused why) {}
