package io.daybook.local.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the command-service, a bounded number at a time over kept-alive connections, and counts what came
 * of them. Requests start in the order in which they are handed over; they may end in another.
 */
public final class RequestSender implements AutoCloseable {

    private record Job(ShopRequest request, Batch batch) {}

    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Tally tally = new Tally();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final CommandClient client;

    public RequestSender(URI commandService, AccessTokens tokens, int inFlight, Patience patience) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(workers)
                .build();
        this.client = new CommandClient(new AuthorizedHttp(http, tokens), commandService, patience);
        for (int worker = 0; worker < inFlight; worker++) {
            workers.execute(this::work);
        }
    }

    /** Hands requests over; their outcomes are counted in {@link #tally()}. */
    public Batch send(List<ShopRequest> requests) {
        Batch batch = new Batch(requests.size(), failure);
        requests.forEach(request -> waiting.add(new Job(request, batch)));
        return batch;
    }

    public Tally tally() {
        return tally;
    }

    /** How many attempts had to be repeated. */
    public long retries() {
        return client.retries();
    }

    private void work() {
        try {
            while (true) {
                Job job = waiting.take();
                try {
                    run(job.request());
                } finally {
                    job.batch().done();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ShopRequest request) throws InterruptedException {
        if (failure.get() != null) {
            return;
        }
        try {
            tally.add(request, client.send(request));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        http.shutdownNow();
        workers.close();
    }
}
