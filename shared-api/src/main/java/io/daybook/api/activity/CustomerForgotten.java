package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;

/** The customer wants what it did up to this time forgotten. */
public record CustomerForgotten(String customerId, Instant at) implements Activity {
    public CustomerForgotten {
        customerId = Require.identifier(customerId, "customerId");
        Require.time(at, "at");
    }

    @Override
    public String key() {
        return customerId;
    }
}
