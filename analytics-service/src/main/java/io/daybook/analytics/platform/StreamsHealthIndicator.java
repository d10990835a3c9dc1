package io.daybook.analytics.platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of readiness: out of service, with the reason, while the stores cannot be asked. */
final class StreamsHealthIndicator implements HealthIndicator {

    private final StreamsReadiness readiness;

    StreamsHealthIndicator(StreamsReadiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Health health() {
        return readiness
                .obstacle()
                .map(reason ->
                        Health.outOfService().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
