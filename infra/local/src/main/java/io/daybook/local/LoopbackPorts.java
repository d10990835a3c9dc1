package io.daybook.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports on the loopback address: which are free, and whether something listens on one.
 *
 * <p>Those given out lie below the ports that systems give to outgoing connections (32768 and up on Linux, 49152 by
 * RFC 6335): a port from there may be taken, until its server starts, by any client on the machine, even by a client
 * that knocks at that very port and so gets connected to itself.
 */
public final class LoopbackPorts {

    private static final int CONNECT_MILLIS = 200;
    private static final int LOWEST = 12_000;
    private static final int BEYOND = 32_000;

    /** Moves on, so that two who ask before either has bound its port are not given the same one. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(BEYOND - LOWEST));

    private LoopbackPorts() {}

    public static int anyFree() {
        return anyFreeRun(1);
    }

    /** The first of several free ports that follow one another. */
    public static int anyFreeRun(int length) {
        return IntStream.generate(() -> next(length))
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + length).allMatch(LoopbackPorts::isFree))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("No %d free ports in a row".formatted(length)));
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int next(int length) {
        return LOWEST + Math.floorMod(NEXT.getAndAdd(length), BEYOND - LOWEST - length);
    }
}
