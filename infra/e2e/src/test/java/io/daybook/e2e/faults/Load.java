package io.daybook.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Clients that send requests to both instances until they are stopped. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 8;
    /** Room for the faults' own work on a machine with two cores. */
    private static final Duration BETWEEN = Duration.ofMillis(15);
    /** One in this many requests is given up after its first sending, whatever became of it. */
    private static final int GIVEN_UP = 12;
    /** One in this many is sent to the other instance too when its outcome is known. */
    private static final int ASKED_AGAIN = 10;
    /** Longer than the longest fault; a request without an outcome after that is not acknowledged. */
    private static final int SENDINGS = 60;

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Cluster cluster;
    private final ShopClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean stopped;

    Load(Cluster cluster, ToldLog log) {
        this.cluster = cluster;
        this.client = new ShopClient(log);
    }

    void start(long seed) {
        List<ShopRequest> opening = ShopTraffic.opening();
        for (int number = 0; number < opening.size(); number++) {
            client.send("open-" + number, opening.get(number), route(number, SENDINGS));
        }
        for (int number = 0; number < CLIENTS; number++) {
            String name = "client" + number;
            Random random = new Random(seed + number);
            running.add(threads.submit(() -> trade(name, random)));
        }
    }

    private void trade(String name, Random random) {
        ShopTraffic traffic = new ShopTraffic(name, random);
        for (int number = 0; !stopped; number++) {
            ShopRequest request = traffic.next();
            String key = name + "." + number;
            int first = random.nextInt(Cluster.INSTANCES);
            Told told = client.send(key, request, route(first, random.nextInt(GIVEN_UP) == 0 ? 1 : SENDINGS));
            sent.incrementAndGet();
            if (told.isSuccess() && request.path().equals("/orders")) {
                Matcher id = ID.matcher(told.body());
                if (id.find()) {
                    traffic.ordered(id.group(1));
                }
            }
            if (told.isConclusive() && random.nextInt(ASKED_AGAIN) == 0) {
                client.send(key, request, cluster.instance(first + 1));
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** From one instance to the other and back. */
    private List<Instance> route(int first, int sendings) {
        return IntStream.range(first, first + sendings)
                .mapToObj(cluster::instance)
                .toList();
    }

    /** How many requests have come to an end, or were given up. */
    int sent() {
        return sent.get();
    }

    /** Has the clients finish what they are about, and returns when they have. */
    void stop() throws Exception {
        stopped = true;
        for (Future<?> one : running) {
            one.get();
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
        client.close();
    }
}
