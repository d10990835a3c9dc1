package io.daybook.eventstore;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Makes version 7 UUIDs (RFC 9562, section 5.7): the time in milliseconds leads, so that new identifiers go to the
 * right edge of an index and appending costs the same however large the store is. They are unique, not secret: a secure
 * source of randomness, which all threads share, costs more than the rest of an event's metadata. Found by Axon as a
 * service.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16;
        long high = time | VERSION_7 | (random.nextLong() & 0xFFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low).toString();
    }
}
