package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private final TimeOrderedIdentifiers identifiers = new TimeOrderedIdentifiers();

    @Test
    void areTheOnesThatAxonUses() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void areVersionSevenUuidsOfNow() {
        UUID id = UUID.fromString(identifiers.generateIdentifier());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Duration.between(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void doNotRepeat() {
        List<String> many =
                Stream.generate(identifiers::generateIdentifier).limit(10_000).toList();

        assertThat(many).doesNotHaveDuplicates();
    }
}
