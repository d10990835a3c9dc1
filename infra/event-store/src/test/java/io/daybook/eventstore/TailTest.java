package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tail over a log that is a number, its head, with pages of ten and an event of a byte at each position. */
@Timeout(30)
class TailTest {

    private static final int PAGE = 10;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<Long> reads = Collections.synchronizedList(new ArrayList<>());
    private volatile long head;

    @Test
    void aPageIsReadOnceAndItsMessagesAreShared() throws Exception {
        Tail tail = tail(100, 1_000);
        head = 3;

        Page first = tail.after(0);
        Page second = tail.after(0);

        assertThat(positions(first)).containsExactly(1L, 2L, 3L);
        assertThat(second.messages().getFirst()).isSameAs(first.messages().getFirst());
        head = 5;
        assertThat(positions(tail.after(3))).containsExactly(4L, 5L);
        assertThat(positions(tail.after(3))).containsExactly(4L, 5L);
        assertThat(reads).containsExactly(0L, 3L);
    }

    @Test
    void aStreamMayComeInTheMiddleOfAPage() throws Exception {
        Tail tail = tail(100, 1_000);
        head = 7;
        tail.after(0);

        Page rest = tail.after(4);

        assertThat(positions(rest)).containsExactly(5L, 6L, 7L);
        assertThat(rest.until()).isEqualTo(7);
        assertThat(reads).containsExactly(0L);
    }

    @Test
    void nothingNewIsNotKept() throws Exception {
        Tail tail = tail(100, 1_000);

        assertThat(tail.after(0).isEmpty()).isTrue();
        head = 1;
        assertThat(positions(tail.after(0))).containsExactly(1L);
    }

    @Test
    void aPageThatUpcastersEmptiedIsKeptToo() throws Exception {
        Tail tail = new Tail(100, 1_000, LONG, () -> head, position -> {
            reads.add(position);
            return new Page(position, position + 4, List.of(), 4);
        });
        head = 4;

        assertThat(tail.after(0)).isEqualTo(tail.after(0));
        assertThat(tail.after(2)).isEqualTo(new Page(2, 4, List.of(), 4));
        assertThat(reads).containsExactly(0L);
    }

    @Test
    void severalMessagesOfOneRowStayTogether() throws Exception {
        Tail tail = new Tail(
                100,
                1_000,
                LONG,
                () -> head,
                position -> new Page(position, 2, List.of(message(1), message(1), message(2), message(2)), 2));
        head = 2;

        assertThat(positions(tail.after(0))).containsExactly(1L, 1L, 2L, 2L);
        assertThat(positions(tail.after(1))).containsExactly(2L, 2L);
    }

    @Test
    void aStreamFarBehindReadsForItselfAndEvictsNothing() throws Exception {
        Tail tail = tail(30, 1_000);
        head = 1_000;
        tail.after(990);
        reads.clear();

        for (long position = 0; position < 900; position += PAGE) {
            assertThat(tail.after(position).after()).isEqualTo(position);
        }
        assertThat(reads).hasSize(90);
        tail.after(990);
        assertThat(reads).hasSize(90);
    }

    @Test
    void aStreamThatFellBehindThePagesReadsForItself() throws Exception {
        Tail tail = tail(100, 1_000);
        head = 50;
        tail.after(40);

        assertThat(positions(tail.after(35))).hasSize(10);
        assertThat(positions(tail.after(35))).hasSize(10);
        tail.after(45);

        assertThat(reads).containsExactly(40L, 35L, 35L);
    }

    @Test
    void holdsNoMoreEventsThanItMay() throws Exception {
        Tail tail = tail(20, 1_000);
        follow(tail, 40);
        reads.clear();

        tail.after(20);
        tail.after(30);
        tail.after(19);

        assertThat(reads).containsExactly(19L);
    }

    @Test
    void holdsNoMoreBytesThanItMay() throws Exception {
        Tail tail = tail(100, 25);
        follow(tail, 40);
        reads.clear();

        tail.after(20);
        tail.after(30);
        tail.after(10);

        assertThat(reads).containsExactly(10L);
    }

    @Test
    void aPageLargerThanTheTailIsNotKept() throws Exception {
        Tail tail = tail(100, 9);
        head = 10;

        tail.after(0);
        tail.after(0);

        assertThat(reads).containsExactly(0L, 0L);
    }

    @Test
    void aTailOfNoEventsLeavesAllToTheLog() throws Exception {
        Tail tail = tail(0, 0);
        head = 1;

        tail.after(0);
        tail.after(0);

        assertThat(reads).containsExactly(0L, 0L);
    }

    @Test
    void whoComesWhileAPageIsReadWaitsForIt() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        Tail tail = new Tail(100, 1_000, LONG, () -> head, slowly(answered));
        head = 1;
        try (ExecutorService readers = Executors.newCachedThreadPool()) {
            List<Future<Page>> pages = new ArrayList<>();
            for (int reader = 0; reader < 6; reader++) {
                pages.add(readers.submit(() -> tail.after(0)));
            }
            Awaitility.await().until(() -> tail.waiting() == 5);
            answered.countDown();
            for (Future<Page> page : pages) {
                assertThat(positions(page.get())).containsExactly(1L);
            }
        }
        assertThat(reads).containsExactly(0L);
    }

    @Test
    void nobodyWaitsForEverForAReadThatHangs() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        LongFunction<Page> firstHangs =
                position -> reads.isEmpty() ? slowly(answered).apply(position) : page(position);
        Tail tail = new Tail(100, 1_000, Duration.ofMillis(50), () -> head, firstHangs);
        head = 1;
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Page> hanging = reader.submit(() -> tail.after(0));
            Awaitility.await().until(() -> !reads.isEmpty());

            assertThat(positions(tail.after(0))).containsExactly(1L);

            assertThat(hanging).isNotDone();
            answered.countDown();
            assertThat(positions(hanging.get())).containsExactly(1L);
        }
    }

    @Test
    void aReadThatFailsIsItsReadersOwn() throws Exception {
        Tail tail = new Tail(100, 1_000, LONG, () -> head, position -> {
            if (reads.isEmpty()) {
                reads.add(-1L);
                throw new IllegalStateException("the database is away");
            }
            return page(position);
        });
        head = 1;

        assertThatIllegalStateException().isThrownBy(() -> tail.after(0));
        assertThat(positions(tail.after(0))).containsExactly(1L);
    }

    private Tail tail(long maxEvents, long maxBytes) {
        return new Tail(maxEvents, maxBytes, LONG, () -> head, this::page);
    }

    private void follow(Tail tail, long until) throws InterruptedException {
        for (long position = 0; position < until; position += PAGE) {
            head = position + PAGE;
            tail.after(position);
        }
    }

    private Page page(long position) {
        reads.add(position);
        long until = Math.min(head, position + PAGE);
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        LongStream.rangeClosed(position + 1, until).forEach(each -> messages.add(message(each)));
        return new Page(position, until, messages, messages.size());
    }

    private LongFunction<Page> slowly(CountDownLatch answered) {
        return position -> {
            Page page = page(position);
            try {
                assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interruption) {
                throw new IllegalStateException(interruption);
            }
            return page;
        };
    }

    private static TrackedEventMessage<?> message(long position) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("at " + position));
    }

    private static List<Long> positions(Page page) {
        return page.messages().stream()
                .map(message -> PostgresEventStorageEngine.position(message.trackingToken()))
                .toList();
    }
}
