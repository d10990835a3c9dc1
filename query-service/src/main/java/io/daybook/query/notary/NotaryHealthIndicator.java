package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down where the notary does not sign, for one because an event's content no longer fits its hash. That is no reason to
 * take an instance out of service, so it is not part of its readiness.
 */
@Component
final class NotaryHealthIndicator implements HealthIndicator {

    private final Notary notary;
    private final Signers signers;
    private final PostgresEventStorageEngine engine;

    NotaryHealthIndicator(Notary notary, Signers signers, PostgresEventStorageEngine engine) {
        this.notary = notary;
        this.signers = signers;
        this.engine = engine;
    }

    @Override
    public Health health() {
        if (signers.verifier().isEmpty()) {
            return Health.up().withDetail("sealing", "there is no key").build();
        }
        Health.Builder health =
                Health.up().withDetail("sealed", notary.sealed()).withDetail("head", engine.knownHead());
        String problem = notary.problem();
        return problem == null
                ? health.build()
                : health.down().withDetail("problem", problem).build();
    }
}
