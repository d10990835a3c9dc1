package io.daybook.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects the events that a processor handles in one transaction and hands them over together, in order, just before it
 * commits. So a projection reads and writes once a batch and not once an event, with the token in the same transaction.
 *
 * @param <E> the events
 */
public final class Batch<E> {

    private final String name;
    private final Consumer<List<Positioned<E>>> write;

    /**
     * A collector.
     *
     * @param name unique among the collectors of a processor
     * @param write stores what follows from a batch
     */
    public Batch(String name, Consumer<List<Positioned<E>>> write) {
        this.name = name;
        this.write = write;
    }

    /** Adds the event that is being handled. */
    public void add(E event, TrackingToken token) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<Positioned<E>> events = unitOfWork.getOrComputeResource("batch:" + name, _ -> {
            List<Positioned<E>> collected = new ArrayList<>();
            unitOfWork.onPrepareCommit(_ -> write.accept(collected));
            return collected;
        });
        events.add(new Positioned<>(event, token.position().orElseThrow()));
    }
}
