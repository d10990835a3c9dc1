package io.daybook.analytics.sink;

import io.daybook.analytics.sink.SinkStatus.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells of sinks that fail. The service is up all the same. */
final class SinksHealthIndicator implements HealthIndicator {

    private final Sinks sinks;

    SinksHealthIndicator(Sinks sinks) {
        this.sinks = sinks;
    }

    @Override
    public Health health() {
        boolean failing = sinks.status().stream().anyMatch(sink -> sink.state() == State.RETRYING);
        Health.Builder health = failing ? Health.status("DEGRADED") : Health.up();
        sinks.status()
                .forEach(sink -> health.withDetail(
                        sink.name(),
                        sink.state() == State.RETRYING ? sink.state() + ": " + sink.error() : sink.state()));
        return health.build();
    }
}
