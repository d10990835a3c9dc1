package io.daybook.command.publication;

import io.daybook.api.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes every event to Kafka, in the order of positions, each once. It sees every position, so when the one at hand
 * does not follow the one before, the log was entered anew (a start, a take-over, a failed batch): it then reads from
 * Kafka what each partition already has and skips that. A batch ends when Kafka has acknowledged all of it.
 */
@Component
@ProcessingGroup(EventPublication.GROUP)
class EventPublication {

    /** The processing group; its name is the key of its place in the log. */
    static final String GROUP = "publication";

    private final ProducerFactory<String, byte[]> producers;
    private final PublishedPositions published;
    private final EventRecords records;
    private long last = -1;
    private long[] have = {};

    EventPublication(ProducerFactory<String, byte[]> producers, PublishedPositions published, EventRecords records) {
        this.producers = producers;
        this.published = published;
        this.records = records;
    }

    @EventHandler
    void publish(DomainEventMessage<?> event, TrackingToken token, UnitOfWork<?> unitOfWork) {
        long position = token.position().orElseThrow();
        if (position != last + 1) {
            have = published.byPartition(Topics.EVENTS);
        }
        last = position;
        int partition = records.partition(event.getAggregateIdentifier(), have.length);
        if (position > have[partition]) {
            Producer<String, byte[]> producer = producers.createProducer();
            Future<?> sent = producer.send(records.record(event, position, partition));
            acknowledgements(unitOfWork).add(sent);
            if (sent.isDone()) {
                // refused before it was sent: the next one must not get into the topic before it
                awaitAll(List.of(sent));
            }
        }
    }

    private List<Future<?>> acknowledgements(UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> batch = unitOfWork.root();
        return batch.getOrComputeResource(GROUP, _ -> {
            List<Future<?>> sent = new ArrayList<>();
            batch.onPrepareCommit(_ -> awaitAll(sent));
            batch.onRollback(_ -> last = -1);
            return sent;
        });
    }

    private void awaitAll(List<Future<?>> sent) {
        @Nullable Exception failure = null;
        for (Future<?> acknowledgement : sent) {
            try {
                acknowledgement.get();
            } catch (ExecutionException refused) {
                failure = refused;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = interrupted;
            }
        }
        if (failure != null) {
            // a producer that has lost a record cannot keep the order: the next batch gets a new one
            producers.reset();
            throw new IllegalStateException("Kafka did not acknowledge a batch of events", failure);
        }
    }
}
