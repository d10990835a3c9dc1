package io.daybook.local.traffic;

import java.net.URI;
import java.time.Duration;

/** A service could not be reached for longer than anybody should wait. */
public final class ServiceAway extends RuntimeException {

    ServiceAway(URI service, Duration waited, String lastAnswer) {
        super("no answer from %s for %d s (last: %s)".formatted(service, waited.toSeconds(), lastAnswer));
    }
}
