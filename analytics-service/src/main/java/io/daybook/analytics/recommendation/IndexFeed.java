package io.daybook.analytics.recommendation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies records to the index: an event whose position its partition has passed counts no more. One that cannot be
 * read is left out, told and counted: a recommendation less is better than none at all.
 */
final class IndexFeed implements TopicFollower.Sink {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);

    private final RecommendationIndex index;
    private final String eventTopic;
    private final RecordReader reader = new RecordReader();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final AtomicLong skipped = new AtomicLong();

    IndexFeed(RecommendationIndex index, String eventTopic) {
        this.index = index;
        this.eventTopic = eventTopic;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> message) {
        try {
            if (message.topic().equals(eventTopic)) {
                applyEvent(message);
            } else {
                index.apply(reader.activity(message));
            }
        } catch (RuntimeException e) {
            skipped.incrementAndGet();
            LOG.error(
                    "Left out record {} of partition {} of {}",
                    message.offset(),
                    message.partition(),
                    message.topic(),
                    e);
        }
    }

    long skipped() {
        return skipped.get();
    }

    private void applyEvent(ConsumerRecord<byte[], byte[]> message) {
        long position = reader.position(message);
        if (position > positions.getOrDefault(message.partition(), 0L)) {
            positions.put(message.partition(), position);
            reader.event(message).ifPresent(index::applyEvent);
        }
    }
}
