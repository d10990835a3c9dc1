package io.daybook.eventstore;

import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The refusal of an append whose expected version is not the stored one, as Axon knows it. */
final class AppendConflict {

    private AppendConflict() {}

    static RuntimeException of(List<EventRow> rows) {
        EventRow first = rows.getFirst();
        if (first.sequence() == 0) {
            return new AggregateStreamCreationException(
                    "An aggregate or event [%s] exists already: identifiers need to be unique"
                            .formatted(first.aggregateId()));
        }
        return new ConcurrencyException("The aggregate [%s] has changed: sequence %d is taken or does not follow"
                .formatted(first.aggregateId(), first.sequence()));
    }
}
