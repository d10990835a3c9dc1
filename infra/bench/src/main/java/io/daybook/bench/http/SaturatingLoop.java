package io.daybook.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps a number of connections busy, each with its next request when the last is answered, from one thread. */
final class SaturatingLoop {

    private static final int CONNECTIONS = 32;
    private static final int SUCCESS = 2;

    private final SocketAddress address;
    private final Supplier<byte[]> requests;
    private long answered;

    SaturatingLoop(int port, Supplier<byte[]> requests) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
    }

    /** Answers how many requests a second were served. */
    double run(Duration duration) {
        answered = 0;
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (Selector selector = Selector.open()) {
            for (int each = 0; each < CONNECTIONS; each++) {
                new LoadConnection(address, selector).send(requests.get(), start);
            }
            while (System.nanoTime() < end) {
                selector.select(key -> receive(key, selector), 1);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (SelectionKey key : selector.keys()) {
                ((LoadConnection) key.attachment()).close();
            }
            return answered / seconds;
        } catch (IOException e) {
            throw new IllegalStateException("The load could not be sent", e);
        }
    }

    private void receive(SelectionKey key, Selector selector) {
        LoadConnection connection = (LoadConnection) key.attachment();
        try {
            int status = connection.receive();
            if (status == 0) {
                return;
            }
            if (status / 100 != SUCCESS) {
                throw new IllegalStateException("A request was answered with " + status);
            }
            answered++;
            LoadConnection next = connection;
            if (connection.isUsedUp()) {
                connection.close();
                next = new LoadConnection(address, selector);
            }
            next.send(requests.get(), 0);
        } catch (IOException e) {
            throw new IllegalStateException("A connection failed", e);
        }
    }
}
