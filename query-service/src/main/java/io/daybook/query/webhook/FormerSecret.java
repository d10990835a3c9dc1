package io.daybook.query.webhook;

import java.time.Instant;

/** A wrapped secret that has been replaced and still signs, until a time. */
record FormerSecret(String secret, Instant until) {}
