package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HeadSignalTest {

    private final HeadSignal signal = new HeadSignal();

    @Test
    void neverGoesBack() {
        signal.advance(7);
        signal.advance(3);

        assertThat(signal.head()).isEqualTo(7);
    }

    @Test
    void callsBackOncePerNews() {
        AtomicInteger calls = new AtomicInteger();
        Runnable callback = calls::incrementAndGet;
        signal.register(callback);
        signal.advance(7);
        signal.advance(7);
        signal.advance(6);
        signal.advance(8);
        signal.deregister(callback);
        signal.advance(9);

        assertThat(calls).hasValue(2);
    }

    @Test
    void aFailingCallbackStopsNeitherTheCallerNorTheOthers() {
        AtomicInteger calls = new AtomicInteger();
        signal.register(() -> {
            throw new IllegalStateException("a reader's own trouble");
        });
        signal.register(calls::incrementAndGet);

        signal.advance(1);

        assertThat(calls).hasValue(1);
    }

    @Test
    void waitsNoLongerThanAskedTo() throws InterruptedException {
        assertThat(signal.awaitBeyond(0, 1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(signal.awaitBeyond(0, -1, TimeUnit.NANOSECONDS)).isFalse();
    }

    @Test
    void wakesTheOneThatWaits() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return signal.awaitBeyond(4, 1, TimeUnit.DAYS);
            } catch (InterruptedException _) {
                return false;
            }
        });
        signal.advance(5);

        assertThat(waiting.join()).isTrue();
    }
}
