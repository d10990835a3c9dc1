package io.daybook.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a steady rate, each on a free connection, from one thread, which takes the service as little of the
 * machine as can be. A request that finds no connection free waits, and its wait counts.
 */
final class OpenLoop {

    private static final int CONNECTIONS = 256;
    private static final Duration AFTERMATH = Duration.ofSeconds(2);
    private static final int CREATED = 201;

    private final SocketAddress address;
    private final Supplier<byte[]> requests;

    OpenLoop(int port, Supplier<byte[]> requests) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
    }

    LoadResult run(double perSecond, Duration duration) {
        try (Selector selector = Selector.open()) {
            return new Run(selector, perSecond, duration).result();
        } catch (IOException e) {
            throw new IllegalStateException("The load could not be sent", e);
        }
    }

    private final class Run {

        private final Selector selector;
        private final Deque<LoadConnection> free = new ArrayDeque<>();
        private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        private final double interval;
        private final double perSecond;
        private final long total;
        private final long start = System.nanoTime();
        private final long end;
        private long sent;
        private long answered;
        private long answeredInTime;
        private long refused;

        Run(Selector selector, double perSecond, Duration duration) {
            this.selector = selector;
            this.perSecond = perSecond;
            this.interval = 1e9 / perSecond;
            this.total = Math.round(perSecond * duration.toNanos() / 1e9);
            this.end = start + duration.toNanos();
        }

        LoadResult result() throws IOException {
            try {
                while (answered < total && System.nanoTime() < end + AFTERMATH.toNanos()) {
                    sendWhatIsDue();
                    selector.select(this::receive, 1);
                }
            } finally {
                for (SelectionKey key : selector.keys()) {
                    ((LoadConnection) key.attachment()).close();
                }
            }
            return new LoadResult(perSecond, (double) answeredInTime / total, refused, micros);
        }

        private void sendWhatIsDue() throws IOException {
            long now = System.nanoTime();
            while (sent < total && due(sent) <= now) {
                LoadConnection connection = free.poll();
                if (connection == null) {
                    if (selector.keys().size() >= CONNECTIONS) {
                        return;
                    }
                    connection = new LoadConnection(address, selector);
                }
                connection.send(requests.get(), due(sent));
                sent++;
            }
        }

        private long due(long number) {
            return start + Math.round(number * interval);
        }

        private void receive(SelectionKey key) {
            LoadConnection connection = (LoadConnection) key.attachment();
            try {
                int status = connection.receive();
                if (status < 0) {
                    lost(connection);
                } else if (status > 0) {
                    answered(connection, status);
                }
            } catch (IOException e) {
                throw new IllegalStateException("A connection failed", e);
            }
        }

        /** It may have been free; where it was not, its request has no answer. */
        private void lost(LoadConnection connection) throws IOException {
            connection.close();
            if (!free.remove(connection)) {
                answered++;
                refused++;
            }
        }

        private void answered(LoadConnection connection, int status) throws IOException {
            long now = System.nanoTime();
            micros.recordValue(Math.max(0, (now - connection.due()) / 1_000));
            answered++;
            answeredInTime += now <= end ? 1 : 0;
            refused += status > CREATED ? 1 : 0;
            if (connection.isUsedUp()) {
                connection.close();
            } else {
                free.push(connection);
            }
        }
    }
}
