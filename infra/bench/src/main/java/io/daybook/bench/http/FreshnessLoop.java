package io.daybook.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands at a steady rate, and asks for what each has made as soon as it is accepted: most with the position
 * that they were told, and one of a hundred again and again, each millisecond, until it shows, which is a measure that
 * trusts no header. All from one thread.
 */
final class FreshnessLoop {

    private static final Duration AFTERMATH = Duration.ofSeconds(5);
    private static final int POLLED = 100;
    private static final long POLL_NANOS = 1_000_000;
    /** To each service: as many as a pool of clients would have. What finds none free waits, and its time goes on. */
    private static final int CONNECTIONS = 256;

    private final SocketAddress commands;
    private final SocketAddress queries;
    private final CommandRequests requests;
    private final String headers;

    /**
     * A loop.
     *
     * @param headers what lets a request in
     */
    FreshnessLoop(int commandPort, int queryPort, CommandRequests requests, String headers) {
        this.commands = new InetSocketAddress(InetAddress.getLoopbackAddress(), commandPort);
        this.queries = new InetSocketAddress(InetAddress.getLoopbackAddress(), queryPort);
        this.requests = requests;
        this.headers = headers;
    }

    FreshnessResult run(double perSecond, Duration duration) {
        try (Selector selector = Selector.open()) {
            return new Run(selector, perSecond, duration).result();
        } catch (IOException e) {
            throw new IllegalStateException("The load could not be sent", e);
        }
    }

    /** What is under way on a connection: a command, or the question for what it has made. */
    private static final class Visit {
        private final String sku;
        private final long due;
        private final boolean polled;
        private long accepted;
        private long version;
        private String position = "";

        Visit(String sku, long due, boolean polled) {
            this.sku = sku;
            this.due = due;
            this.polled = polled;
        }

        boolean isAccepted() {
            return accepted != 0;
        }
    }

    private final class Run {

        private final Selector selector;
        private final Pool forCommands = new Pool(commands);
        private final Pool forQueries = new Pool(queries);
        private final Deque<Visit> toAsk = new ArrayDeque<>();
        private final Map<LoadConnection, Visit> underWay = new HashMap<>();
        private final Map<Visit, Long> toPoll = new HashMap<>();
        private final FreshnessResult result = new FreshnessResult();
        private final double interval;
        private final long total;
        private final long start = System.nanoTime();
        private final long end;
        private long sent;
        private long ended;

        Run(Selector selector, double perSecond, Duration duration) {
            this.selector = selector;
            this.interval = 1e9 / perSecond;
            this.total = Math.round(perSecond * duration.toNanos() / 1e9);
            this.end = start + duration.plus(AFTERMATH).toNanos();
        }

        FreshnessResult result() throws IOException {
            try {
                while (ended < total && System.nanoTime() < end) {
                    sendWhatIsDue();
                    pollAgain();
                    askWhatWaits();
                    selector.select(this::receive, 1);
                }
            } finally {
                for (SelectionKey key : selector.keys()) {
                    ((LoadConnection) key.attachment()).close();
                }
            }
            result.lost(total - ended);
            return result;
        }

        private void sendWhatIsDue() throws IOException {
            long now = System.nanoTime();
            while (sent < total && due(sent) <= now) {
                LoadConnection connection = forCommands.take();
                if (connection == null) {
                    return;
                }
                byte[] request = requests.get();
                send(connection, request, new Visit(requests.lastSku(), due(sent), sent % POLLED == 0));
                sent++;
            }
        }

        private long due(long number) {
            return start + Math.round(number * interval);
        }

        private void send(LoadConnection connection, byte[] request, Visit visit) throws IOException {
            underWay.put(connection, visit);
            connection.send(request, visit.due);
        }

        private void askWhatWaits() throws IOException {
            while (!toAsk.isEmpty()) {
                LoadConnection connection = forQueries.take();
                if (connection == null) {
                    return;
                }
                Visit visit = toAsk.remove();
                String position = visit.polled ? "" : "Min-Position: " + visit.position + "\r\n";
                String request =
                        "GET /products/" + visit.sku + " HTTP/1.1\r\nHost: localhost\r\n" + position + headers + "\r\n";
                send(connection, request.getBytes(StandardCharsets.US_ASCII), visit);
            }
        }

        private void pollAgain() {
            long now = System.nanoTime();
            for (Iterator<Map.Entry<Visit, Long>> each = toPoll.entrySet().iterator(); each.hasNext(); ) {
                Map.Entry<Visit, Long> next = each.next();
                if (next.getValue() <= now) {
                    each.remove();
                    toAsk.add(next.getKey());
                }
            }
        }

        private void receive(SelectionKey key) {
            LoadConnection connection = (LoadConnection) key.attachment();
            try {
                int status = connection.receive();
                if (status != 0) {
                    Visit visit = underWay.remove(connection);
                    if (visit != null) {
                        received(connection, status, visit);
                    }
                    free(connection, status, visit);
                }
            } catch (IOException e) {
                throw new IllegalStateException("A connection failed", e);
            }
        }

        private void free(LoadConnection connection, int status, @Nullable Visit visit) throws IOException {
            Pool pool = connection.isTo(commands) ? forCommands : forQueries;
            if (status < 0 || connection.isUsedUp()) {
                pool.close(connection);
            } else {
                Objects.requireNonNull(visit, "a reply that nobody asked for");
                pool.free.push(connection);
            }
        }

        private void received(LoadConnection connection, int status, Visit visit) throws IOException {
            long now = System.nanoTime();
            if (!visit.isAccepted()) {
                accepted(connection, status, visit, now);
                return;
            }
            boolean shows = status == 200 && version(connection) >= visit.version;
            if (visit.polled && (shows || status == 404 || status == 200)) {
                if (!shows) {
                    toPoll.put(visit, now + POLL_NANOS);
                    return;
                }
                result.polled(visit.accepted, now);
            } else if (shows) {
                result.asked(visit.due, visit.accepted, now);
            } else {
                result.wrong(status);
            }
            ended++;
        }

        private void accepted(LoadConnection connection, int status, Visit visit, long now) throws IOException {
            if (status != 200 && status != 201) {
                result.wrong(status);
                ended++;
                return;
            }
            visit.accepted = now;
            visit.version = version(connection);
            visit.position = connection.header("Event-Position").orElseThrow();
            result.accepted(visit.due, now);
            toAsk.add(visit);
        }

        private static long version(LoadConnection connection) {
            return connection
                    .header("ETag")
                    .map(tag -> Long.parseLong(tag.replace("\"", "")))
                    .orElse(-1L);
        }

        /** The connections to one service. */
        private final class Pool {

            private final SocketAddress address;
            private final Deque<LoadConnection> free = new ArrayDeque<>();
            private int open;

            Pool(SocketAddress address) {
                this.address = address;
            }

            /** One that is free, or null. */
            @Nullable LoadConnection take() throws IOException {
                if (free.isEmpty() && open < CONNECTIONS) {
                    open++;
                    return new LoadConnection(address, selector);
                }
                return free.poll();
            }

            void close(LoadConnection connection) throws IOException {
                free.remove(connection);
                connection.close();
                open--;
            }
        }
    }
}
