package io.daybook.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.platform.InnerDispatch.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class LanesTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(threads);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void linesOfOneKindGoSideBySide() {
        CountDownLatch bothUnderWay = new CountDownLatch(2);

        List<CompletableFuture<Answer>> answers = List.of(
                start("/stock/MUG/receipts", () -> meet(bothUnderWay)),
                start("/stock/CUP/receipts", () -> meet(bothUnderWay)));

        answers.forEach(CompletableFuture::join);
        assertThat(done).hasSize(2);
    }

    @Test
    void linesOfOneEntityKeepTheirOrder() {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Answer> first = start("/stock/MUG/receipts", () -> await(held));
        CompletableFuture<Answer> second = start("/stock/MUG/receipts", () -> {});
        start("/stock/CUP/receipts", () -> {}).join();
        assertThat(second).isNotDone();

        held.countDown();
        CompletableFuture.allOf(first, second).join();

        assertThat(done).containsExactly("/stock/CUP/receipts", "/stock/MUG/receipts", "/stock/MUG/receipts");
    }

    @Test
    void aLineOfAnotherKindWaitsForAllEarlierOnes() {
        Thread reader = Thread.currentThread();
        CompletableFuture<Answer> product = start("/products", () -> untilItWaits(reader));

        CompletableFuture<Answer> receipt = start("/stock/MUG/receipts", () -> {});
        boolean waited = product.isDone();
        receipt.join();

        assertThat(waited).isTrue();
        assertThat(done).containsExactly("/products", "/stock/MUG/receipts");
    }

    private CompletableFuture<Answer> start(String path, Runnable work) {
        String line = "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"%s\"}".formatted(path);
        return lanes.start(LineRequest.read(new JsonMapper(), line.getBytes(StandardCharsets.UTF_8)), () -> {
            work.run();
            done.add(path);
            return new Answer(201, new HttpHeaders(), new byte[0]);
        });
    }

    private static void untilItWaits(Thread reader) {
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        await(all);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
