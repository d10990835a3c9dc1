package io.daybook.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;

/** Ports on the loopback address: which are free, and whether something listens on one. */
public final class LoopbackPorts {

    private static final int CONNECT_MILLIS = 200;
    private static final int HIGHEST_PORT = 65_535;

    private LoopbackPorts() {}

    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException("No free port on the loopback address", e);
        }
    }

    /** The first of several free ports that follow one another. */
    public static int anyFreeRun(int length) {
        return IntStream.generate(LoopbackPorts::anyFree)
                .limit(1_000)
                .filter(first -> first + length <= HIGHEST_PORT
                        && IntStream.range(first, first + length).noneMatch(LoopbackPorts::listens))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("No %d free ports in a row".formatted(length)));
    }

    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
