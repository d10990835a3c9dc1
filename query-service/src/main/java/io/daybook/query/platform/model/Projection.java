package io.daybook.query.platform.model;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the log with the models of one processing group. The events that a processor handles in one transaction are
 * collected and applied together just before it commits, with the token.
 */
public abstract class Projection {

    private final String group;
    private final List<ReadModel<?, ?>> models;
    private final Projector projector;
    private final JdbcTemplate jdbc;

    protected Projection(JdbcTemplate jdbc, ReadModel<?, ?>... models) {
        this.group = getClass().getAnnotation(ProcessingGroup.class).value();
        this.models = List.of(models);
        this.projector = new Projector(group, this.models);
        this.jdbc = jdbc;
    }

    /** The processing group, which is also the name of its processor. */
    public final String group() {
        return group;
    }

    public final List<ReadModel<?, ?>> models() {
        return models;
    }

    public final Projector projector() {
        return projector;
    }

    /** Takes the event that is being handled into the batch. */
    protected final void project(Object event, DomainEventMessage<?> message, TrackingToken token) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<Recorded<Object>> batch = unitOfWork.getOrComputeResource("projection:" + group, _ -> {
            List<Recorded<Object>> collected = new ArrayList<>();
            int segment = unitOfWork.getOrDefaultResource("Processor[%s]/SegmentId".formatted(group), 0);
            unitOfWork.onPrepareCommit(_ -> write(collected, segment));
            return collected;
        });
        batch.add(new Recorded<>(
                event,
                message.getAggregateIdentifier(),
                token.position().orElseThrow(),
                message.getSequenceNumber(),
                message.getTimestamp()));
    }

    private void write(List<Recorded<Object>> batch, int segment) {
        Transactional.run(jdbc, connection -> projector.write(connection, batch, segment));
    }

    @ResetHandler
    final void reset() {
        Transactional.run(jdbc, projector::clear);
    }
}
