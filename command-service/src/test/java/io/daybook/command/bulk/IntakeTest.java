package io.daybook.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.InvalidValue;
import io.daybook.command.platform.InnerDispatch.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class IntakeTest {

    private static final int LINES = 2_000;

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void takesNoMoreLinesThanTheWindowHoldsWhileNobodyReadsOutcomes() throws InterruptedException {
        Semaphore read = new Semaphore(0);
        AtomicInteger furthestAhead = new AtomicInteger();
        CountDownLatch windowFull = new CountDownLatch(Intake.WINDOW);
        Thread intake = Thread.ofVirtual()
                .start(() -> new Intake(new Answering(windowFull::countDown), new JsonMapper())
                        .run(new Source(LINES, furthestAhead), target(read)));

        assertThat(windowFull.await(20, TimeUnit.SECONDS)).isTrue();
        read.release(LINES);
        intake.join();

        assertThat(told).hasValue(LINES);
        assertThat(furthestAhead).hasValue(Intake.WINDOW);
    }

    @Test
    void tellsTheOutcomesOfLinesThatWaitForTheirTurnWhenTheRequestEnds() {
        String line = "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/stock/MUG/receipts\"}\n";
        byte[] lines = line.repeat(10).getBytes(StandardCharsets.UTF_8);
        Thread reader = Thread.currentThread();

        new Intake(new Answering(() -> untilItWaits(reader)), new JsonMapper())
                .run(new ByteArrayInputStream(lines), target(new Semaphore(LINES)));

        assertThat(told).hasValue(10);
    }

    private static void untilItWaits(Thread reader) {
        while (reader.getState() != Thread.State.WAITING && reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void stopsReadingWhenNobodyTakesOutcomesAndEndsWhatIsUnderWay() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("the caller has gone");
            }
        };

        new Intake(new Answering(() -> {}), new JsonMapper()).run(new Source(LINES, new AtomicInteger()), gone);

        assertThat(taken.get()).isLessThanOrEqualTo(Intake.WINDOW + 1);
        assertThat(answered.get()).isEqualTo(taken.get());
    }

    @Test
    void tellsTheOutcomesOfAllThatCameBeforeTheStreamBroke() {
        InputStream breaking = new InputStream() {
            private final Source source = new Source(10, new AtomicInteger());

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = source.read(target, offset, length);
                if (count < 0) {
                    throw new IOException("the caller has gone");
                }
                return count;
            }
        };

        Semaphore read = new Semaphore(LINES);
        new Intake(new Answering(() -> {}), new JsonMapper()).run(breaking, target(read));

        assertThat(told).hasValue(10);
    }

    private OutputStream target(Semaphore read) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] line) {
                read.acquireUninterruptibly();
                told.incrementAndGet();
            }
        };
    }

    /** Gives a line at each read, and notes how far the lines taken are ahead of the outcomes told. */
    private final class Source extends InputStream {

        private final int lines;
        private final AtomicInteger furthestAhead;

        Source(int lines, AtomicInteger furthestAhead) {
            this.lines = lines;
            this.furthestAhead = furthestAhead;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (taken.get() == lines) {
                return -1;
            }
            int number = taken.incrementAndGet();
            furthestAhead.accumulateAndGet(number - told.get(), Math::max);
            byte[] line = "{\"key\":\"%1$d\",\"method\":\"POST\",\"path\":\"/stock/%1$d/receipts\",\"body\":{}}\n"
                    .formatted(number)
                    .getBytes(StandardCharsets.UTF_8);
            System.arraycopy(line, 0, target, offset, line.length);
            return line.length;
        }
    }

    private final class Answering implements Intake.Service {

        private final Runnable each;

        Answering(Runnable each) {
            this.each = each;
        }

        @Override
        public int largestBody() {
            return 1_000;
        }

        @Override
        public Answer send(long number, LineRequest line) {
            answered.incrementAndGet();
            each.run();
            return new Answer(201, new HttpHeaders(), new byte[0]);
        }

        @Override
        public Answer refuse(InvalidValue invalid) {
            throw new AssertionError(invalid);
        }

        @Override
        public Answer refuseMalformed(String detail) {
            throw new AssertionError(detail);
        }

        @Override
        public Answer refuseTooLarge() {
            throw new AssertionError("no line is too long");
        }
    }
}
