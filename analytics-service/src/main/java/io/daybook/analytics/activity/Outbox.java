package io.daybook.analytics.activity;

import io.daybook.analytics.platform.ActivityWriter;
import io.daybook.analytics.platform.Refusal;
import io.daybook.api.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The way to the topic. What is under way has a bound, by bytes: who finds no room waits or is refused, so that nothing
 * piles up while Kafka is away.
 */
final class Outbox implements ActivityWriter, AutoCloseable {

    /** What a record takes beside its bytes. */
    private static final int OVERHEAD = 200;

    private final ActivityProperties properties;
    private final Producer<byte[], byte[]> producer;
    private final Runnable gate;
    private final ActivityFormat format;
    private final Semaphore room;

    /** @param gate refuses while there is nowhere to write to */
    Outbox(ActivityProperties properties, Producer<byte[], byte[]> producer, Runnable gate, ActivityFormat format) {
        this.properties = properties;
        this.producer = producer;
        this.gate = gate;
        this.format = format;
        this.room = new Semaphore((int) properties.buffer().toBytes());
    }

    /** An activity in the form of the topic. */
    Letter letter(Activity activity) {
        return new Letter(
                activity.key().getBytes(StandardCharsets.UTF_8), activity.at().toEpochMilli(), format.write(activity));
    }

    /**
     * An activity in the form of the topic.
     *
     * @param at its business time, in milliseconds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Letter(byte[] key, long at, byte[] value) {
        int size() {
            return key.length + value.length + OVERHEAD;
        }
    }

    @Override
    public CompletableFuture<Void> write(Activity activity) {
        Letter letter = letter(activity);
        Delivery delivery = new Delivery();
        try {
            makeRoom(letter.size(), Duration.ZERO);
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
        send(letter, delivery);
        delivery.seal();
        return delivery.done().exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
    }

    /** Takes room for so many bytes; refuses where there is none within the patience. */
    void makeRoom(int size, Duration patience) {
        gate.run();
        try {
            if (!room.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("As much as may wait for Kafka is waiting already.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The service stops.");
        }
    }

    /** Sends what has room, which it gives back when it has come to its end. */
    void send(Letter letter, Delivery delivery) {
        delivery.add();
        try {
            Future<?> _ = producer.send(
                    new ProducerRecord<>(properties.topic(), null, letter.at(), letter.key(), letter.value()),
                    (_, problem) -> ended(letter, delivery, problem));
        } catch (KafkaException | IllegalStateException problem) {
            ended(letter, delivery, problem);
        }
    }

    private void ended(Letter letter, Delivery delivery, @Nullable Exception problem) {
        room.release(letter.size());
        delivery.ended(problem);
    }

    static Refusal refusal(Throwable failure) {
        return failure instanceof Refusal refusal
                ? refusal
                : unavailable("Kafka did not acknowledge: " + failure.getMessage() + ".");
    }

    static Refusal unavailable(String why) {
        return Refusal.unavailable(
                "ACTIVITY_NOT_TAKEN",
                "Activities are not taken in now",
                why + " Send again what was not acknowledged; what carries an activityId counts once.",
                2);
    }

    @Override
    public void close() {
        producer.close(properties.acknowledgedWithin());
    }
}
