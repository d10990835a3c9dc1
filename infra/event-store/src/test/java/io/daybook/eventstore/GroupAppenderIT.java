package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class GroupAppenderIT {

    private static final AtomicLong IDS = new AtomicLong();

    private PostgresStore store;

    @BeforeEach
    void open() {
        store = PostgresStore.fresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void appendsThatWaitTogetherShareOneTransaction() throws Exception {
        try (GroupAppender appender = appender(512);
                Connection holder = HeldHead.hold(store)) {
            List<PendingAppend> appends = submitWhileTheFirstIsUnderWay(
                    appender,
                    IntStream.range(0, 64)
                            .mapToObj(number -> append("note:" + number, 0))
                            .toList());
            holder.rollback();

            for (int number = 0; number < 64; number++) {
                assertThat(outcome(appends.get(number))).isEqualTo(number + 1L);
            }
        }
        assertThat(store.transactions()).isEqualTo(2);
    }

    @Test
    void aBatchHoldsNoMoreRowsThanItShould() throws Exception {
        try (GroupAppender appender = appender(10);
                Connection holder = HeldHead.hold(store)) {
            List<PendingAppend> appends = submitWhileTheFirstIsUnderWay(
                    appender,
                    IntStream.rangeClosed(0, 60)
                            .mapToObj(number -> append("note:" + number, 0))
                            .toList());
            holder.rollback();
            appends.forEach(GroupAppenderIT::outcome);
        }
        assertThat(store.transactions()).isEqualTo(7);
    }

    @Test
    void appendsOfOneAggregateKeepTheirOrderAndNoneIsLost() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long[] next = new long[12];
        List<PendingAppend> appends = new ArrayList<>();
        for (int number = 0; number < 600; number++) {
            int aggregate = random.nextInt(next.length);
            appends.add(append("note:" + aggregate, next[aggregate]++));
        }
        try (GroupAppender appender = appender(7);
                Connection holder = HeldHead.hold(store)) {
            submitWhileTheFirstIsUnderWay(appender, appends);
            holder.rollback();
            assertThat(appends.stream().map(GroupAppenderIT::outcome))
                    .as("outcomes, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 600).boxed().toList());
        }
    }

    @Test
    void anAppendThatCannotBeStoredFailsAloneInItsBatch() throws Exception {
        try (GroupAppender appender = appender(512);
                Connection holder = HeldHead.hold(store)) {
            List<PendingAppend> appends = new ArrayList<>();
            for (int number = 0; number < 21; number++) {
                appends.add(append("note:" + number, 0));
            }
            appends.set(10, append("poison", 0, "no\u0000type"));
            submitWhileTheFirstIsUnderWay(appender, appends);
            holder.rollback();

            PendingAppend poison = appends.remove(10);
            assertThatThrownBy(() -> outcome(poison)).isInstanceOf(EventStoreException.class);
            assertThat(appends.stream().map(GroupAppenderIT::outcome))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
        }
        assertThat(store.number("SELECT position FROM %s.head")).isEqualTo(20);
    }

    @Test
    void aBatchWhoseAnswerWasLostIsStoredOnceAndAcknowledged() throws Exception {
        LostAnswers lossy = new LostAnswers(store.source(TestPostgres.COMMAND));
        try (GroupAppender appender = appender(lossy.dataSource(), 512, Duration.ofSeconds(20))) {
            PendingAppend first = append("note:1", 0);
            appender.submit(first);
            assertThat(outcome(first)).isEqualTo(1);

            lossy.loseNext(2);
            PendingAppend stored = append("note:1", 1);
            appender.submit(stored);
            assertThat(outcome(stored)).isEqualTo(2);

            lossy.loseNext(1);
            Receipt receipt = Receipt.of("k", new byte[] {1}, new byte[] {2});
            PendingAppend withReceipt = PendingAppend.of(append("note:2", 0).rows(), receipt);
            appender.submit(withReceipt);
            assertThat(outcome(withReceipt)).isEqualTo(3);

            lossy.loseNext(1);
            PendingAppend conflict = append("note:1", 0);
            appender.submit(conflict);
            assertThatThrownBy(() -> outcome(conflict)).isInstanceOf(AggregateStreamCreationException.class);
        }
        assertThat(lossy.lost()).isEqualTo(4);
        assertThat(store.number("SELECT count(*) FROM %s.event")).isEqualTo(3);
        assertThat(store.number("SELECT count(*) FROM %s.receipt")).isEqualTo(1);
    }

    @Test
    void anAppendFailsWhenTheDatabaseIsAwayLongerThanThePatience() throws Exception {
        LostAnswers lossy = new LostAnswers(store.source(TestPostgres.COMMAND));
        try (GroupAppender appender = appender(lossy.dataSource(), 512, Duration.ofMillis(300))) {
            lossy.loseNext(1_000);
            PendingAppend append = append("note:1", 0);
            appender.submit(append);
            assertThatThrownBy(() -> outcome(append)).isInstanceOf(EventStoreException.class);

            lossy.loseNext(0);
            PendingAppend next = append("note:2", 0);
            appender.submit(next);
            assertThat(outcome(next)).as("the appender goes on").isEqualTo(2);
        }
    }

    @Test
    void closingLetsTheBatchUnderWayFinishAndRefusesTheRest() throws Exception {
        GroupAppender appender = appender(1);
        List<PendingAppend> appends = IntStream.range(0, 6)
                .mapToObj(number -> append("note:" + number, 0))
                .toList();
        try (Connection holder = HeldHead.hold(store)) {
            submitWhileTheFirstIsUnderWay(appender, appends);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(appender::close);
            Awaitility.await().until(() -> refusedAtOnce(appender));
            holder.rollback();
            closing.get(20, TimeUnit.SECONDS);
        }
        assertThat(outcome(appends.getFirst())).isEqualTo(1);
        appends.stream()
                .skip(1)
                .forEach(append -> assertThatThrownBy(() -> outcome(append)).isInstanceOf(EventStoreException.class));
        assertThat(store.number("SELECT count(*) FROM %s.event")).isEqualTo(1);
    }

    @Test
    void closingAnIdleAppenderIsImmediateAndNeverLeavesACallerWaiting() {
        long start = System.nanoTime();
        for (int round = 0; round < 100; round++) {
            GroupAppender appender = appender(512);
            PendingAppend append = append("note:" + round, 0);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(appender::close);
            appender.submit(append);
            closing.join();
            assertThat(append.outcome().handle((position, refusal) -> true).orTimeout(20, TimeUnit.SECONDS))
                    .succeedsWithin(Duration.ofSeconds(20));
        }
        // the patience of one of them would be half of this
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @CsvSource({"WRITE, daybook_command, note:", "RESTRICTED, daybook_query, operation:"})
    void appendsDoNotScanTheStoredEvents(Access access, String role, String prefix) throws Exception {
        AppendStatement statement = new AppendStatement(store.schema(), access);
        long sequence = 0;
        try (Connection connection = store.connect(role)) {
            connection.setAutoCommit(false);
            for (int batch = 0; batch < 100; batch++) {
                List<PendingAppend> appends = new ArrayList<>();
                for (int number = 0; number < 20; number++) {
                    appends.add(append(prefix + number, sequence));
                }
                sequence++;
                assertThat(statement.execute(connection, appends, batch % 10 == 9))
                        .doesNotContain(-1);
            }
            try (var query = connection.createStatement();
                    var answer = query.executeQuery(
                            "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'event' AND schemaname = '%s'"
                                    .formatted(store.schema()))) {
                answer.next();
                assertThat(answer.getLong(1)).isLessThan(10_000);
            }
            connection.rollback();
        }
    }

    /** Submits the first, and the others when it waits for the held head. */
    private List<PendingAppend> submitWhileTheFirstIsUnderWay(GroupAppender appender, List<PendingAppend> appends) {
        appender.submit(appends.getFirst());
        Awaitility.await().until(() -> store.blocked() > 0);
        appends.stream().skip(1).forEach(appender::submit);
        return appends;
    }

    private static boolean refusedAtOnce(GroupAppender appender) {
        PendingAppend probe = append("probe:" + IDS.incrementAndGet(), 5);
        appender.submit(probe);
        return probe.outcome().isCompletedExceptionally();
    }

    private GroupAppender appender(int maxRows) {
        return appender(store.source(TestPostgres.COMMAND), maxRows, Duration.ofSeconds(20));
    }

    private GroupAppender appender(DataSource source, int maxRows, Duration patience) {
        return new GroupAppender(
                source, new AppendStatement(store.schema(), Access.WRITE), maxRows, 1 << 22, patience, position -> {});
    }

    private static PendingAppend append(String aggregate, long sequence) {
        return append(aggregate, sequence, "noted");
    }

    private static PendingAppend append(String aggregate, long sequence, String payloadType) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return PendingAppend.of(List.of(new EventRow(
                0,
                aggregate,
                sequence,
                "Note",
                "event-" + IDS.incrementAndGet(),
                Instant.parse("2026-11-23T12:00:00Z"),
                payloadType,
                null,
                json,
                json)));
    }

    private static long outcome(PendingAppend append) {
        try {
            return append.outcome().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (java.util.concurrent.CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    /** Connections that carry out what they are told and then, when asked to, break before they answer. */
    private static final class LostAnswers {
        private final DataSource target;
        private final AtomicLong toLose = new AtomicLong();
        private final AtomicLong lost = new AtomicLong();

        LostAnswers(DataSource target) {
            this.target = target;
        }

        void loseNext(long answers) {
            toLose.set(answers);
        }

        long lost() {
            return lost.get();
        }

        DataSource dataSource() {
            return proxy(
                    DataSource.class,
                    (method, result) -> result instanceof Connection c ? connection(c) : result,
                    target);
        }

        private Connection connection(Connection real) {
            return proxy(
                    Connection.class,
                    (method, result) -> result instanceof java.sql.PreparedStatement s ? statement(s) : result,
                    real);
        }

        private java.sql.PreparedStatement statement(java.sql.PreparedStatement real) {
            return proxy(
                    java.sql.PreparedStatement.class,
                    (method, result) -> {
                        if (method.equals("executeQuery") && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            lost.incrementAndGet();
                            throw new SQLException("the answer was lost", "08006");
                        }
                        return result;
                    },
                    real);
        }

        private static <T> T proxy(Class<T> type, Answer answer, T target) {
            return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return answer.of(method.getName(), method.invoke(target, arguments));
                        } catch (java.lang.reflect.InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }

        private interface Answer {
            Object of(String method, Object result) throws SQLException;
        }
    }
}
