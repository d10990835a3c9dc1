package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogOrderTest {

    private final LogOrder<String> order = new LogOrder<>();

    @Test
    void holdsWhatComesBeforeItsTurn() {
        assertThat(order.take(2, "second")).isEmpty();
        assertThat(order.take(3, "third")).isEmpty();
        assertThat(order.held()).containsOnlyKeys(2L, 3L);

        assertThat(order.take(1, "first")).containsExactly("first", "second", "third");
        assertThat(order.last()).isEqualTo(3);
        assertThat(order.held()).isEmpty();
    }

    @Test
    void passesOverWhatComesAgain() {
        order.take(1, "first");

        assertThat(order.take(1, "again")).isEmpty();
        assertThat(order.held()).isEmpty();
    }

    @Test
    void goesOnAfterAPosition() {
        order.take(9, "ninth");

        order.goOnFrom(8);

        assertThat(order.turn()).containsExactly("ninth");
        assertThat(order.take(8, "of before")).isEmpty();
    }

    @Test
    void restoresAnyOrder() {
        long seed = System.nanoTime();
        List<Long> positions =
                new ArrayList<>(LongStream.rangeClosed(1, 2_000).boxed().toList());
        positions.addAll(positions.subList(0, 500));
        Collections.shuffle(positions, new Random(seed));
        LogOrder<Long> shuffled = new LogOrder<>();
        List<Long> given = new ArrayList<>();

        positions.forEach(position -> given.addAll(shuffled.take(position, position)));

        assertThat(given)
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
    }
}
