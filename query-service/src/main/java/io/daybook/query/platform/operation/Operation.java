package io.daybook.query.platform.operation;

import io.daybook.api.operation.event.OperationEnded;
import io.daybook.api.operation.event.OperationEvent;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.BuildProgress;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation that has been written down and is under way in this instance. */
public final class Operation {

    private static final Logger logger = LoggerFactory.getLogger(Operation.class);
    private static final String TYPE = "Operation";
    private static final int LONGEST_DETAIL = 2_000;

    private final String id;
    private final PostgresEventStorageEngine engine;
    private final Clock clock;
    private final MetaData metadata;
    private final Runnable atEnd;
    private final BuildProgress progress = new BuildProgress();
    private final AtomicLong sequence = new AtomicLong();

    Operation(String id, PostgresEventStorageEngine engine, Clock clock, MetaData metadata, Runnable atEnd) {
        this.id = id;
        this.engine = engine;
        this.clock = clock;
        this.metadata = metadata;
        this.atEnd = atEnd;
    }

    public String id() {
        return id;
    }

    /** Where whoever does it tells how far it has come. */
    public BuildProgress progress() {
        return progress;
    }

    /** It is done. */
    public void ended(String detail) {
        end("SUCCEEDED", detail);
    }

    /** It could not be done. */
    public void failed(String why) {
        end("FAILED", why);
    }

    /** What has been done cannot be undone by a log that is away: the operation then stands there without an end. */
    private void end(String outcome, String detail) {
        String kept = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        try {
            append(new OperationEnded(id, outcome, kept, clock.instant()));
        } catch (RuntimeException failure) {
            logger.error("The end of operation {} could not be written down: {} {}", id, outcome, kept, failure);
        } finally {
            atEnd.run();
        }
    }

    void append(OperationEvent event) {
        engine.appendEvents(
                new GenericDomainEventMessage<>(TYPE, "operation:" + id, sequence.getAndIncrement(), event, metadata));
    }
}
