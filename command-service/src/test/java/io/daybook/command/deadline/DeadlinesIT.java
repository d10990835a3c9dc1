package io.daybook.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandServiceScenario;
import io.daybook.command.deadline.Deadline.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table as the watches of several instances see it, in a future that the service's own watch never comes to. */
class DeadlinesIT extends CommandServiceScenario {

    private static final Instant DUE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final int NUMBER = 60;

    @Autowired
    private Deadlines deadlines;

    private final String order = fresh("O");

    @AfterEach
    void forget() {
        deadlines.removeOfOrder(order);
    }

    @Test
    void givesEachToOneOfSeveralThatTakeAtOnce() {
        IntStream.range(0, NUMBER).forEach(this::set);

        List<CompletableFuture<List<String>>> takers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> takeAll(DUE.plusNanos(1_000))))
                .toList();
        List<String> taken =
                takers.stream().flatMap(taker -> taker.join().stream()).toList();

        assertThat(taken).hasSize(NUMBER).doesNotHaveDuplicates();
    }

    @Test
    void givesNothingBeforeItIsLateAndGivesItAgainOnlyAfterAWhile() {
        set(0);
        Instant late = DUE.plusNanos(1_000);

        assertThat(takeAll(DUE.minusNanos(1_000))).isEmpty();
        assertThat(takeAll(DUE)).isEmpty();
        assertThat(takeAll(late)).hasSize(1);
        assertThat(takeAll(late.plus(RETRY_AFTER))).isEmpty();
        assertThat(takeAll(late.plus(RETRY_AFTER).plusNanos(1_000))).hasSize(1);
    }

    @Test
    void keepsADeadlineThatIsSetAgainAndForgetsOneThatIsRemoved() {
        set(0);
        set(0);
        set(1);

        deadlines.remove(id(1));

        assertThat(takeAll(DUE.plusSeconds(1))).containsExactly(id(0));
    }

    private void set(int number) {
        deadlines.set(new Deadline(
                id(number), Kind.RESERVATION, order, "A", order + "/" + number, DUE, "correlation", "event"));
    }

    private String id(int number) {
        return order + "/" + number + "/RESERVATION";
    }

    /** Those of this test's order that can be had at a time, five at once. */
    private List<String> takeAll(Instant now) {
        List<String> taken = new ArrayList<>();
        List<Deadline> some;
        do {
            some = deadlines.take(now, 5, RETRY_AFTER);
            some.stream()
                    .filter(deadline -> deadline.orderId().equals(order))
                    .map(Deadline::id)
                    .forEach(taken::add);
        } while (!some.isEmpty());
        return taken;
    }
}
