package io.daybook.violation.command.stock;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.spring.stereotype.Aggregate;

/** An aggregate that makes its own time and ids. */
@Aggregate
public final class ImpureAggregate {

    Instant time() {
        return Instant.now();
    }

    String id() {
        return UUID.randomUUID().toString();
    }
}
