package io.daybook.command.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what callers were told once nobody sends it again. */
@Component
class ReceiptPruning {

    private static final Logger logger = LoggerFactory.getLogger(ReceiptPruning.class);

    private final PostgresEventStorageEngine engine;
    private final Clock clock;
    private final PlatformProperties properties;

    ReceiptPruning(PostgresEventStorageEngine engine, Clock clock, PlatformProperties properties) {
        this.engine = engine;
        this.clock = clock;
        this.properties = properties;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void prune() {
        long pruned = engine.pruneReceipts(clock.instant().minus(properties.receiptsKept()));
        if (pruned > 0) {
            logger.info("Pruned {} receipts of requests older than {}", pruned, properties.receiptsKept());
        }
    }
}
