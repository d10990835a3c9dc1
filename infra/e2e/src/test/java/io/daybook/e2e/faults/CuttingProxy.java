package io.daybook.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server on this machine and hands on what they say. Once armed, it keeps the next answer
 * to itself and cuts the connection: the server has done what was asked, and the client does not learn of it.
 */
final class CuttingProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final int serverPort;
    private final Conversation conversation;
    private final ServerSocket door;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int serverPort, Conversation conversation) {
        this.serverPort = serverPort;
        this.conversation = conversation;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + door.getLocalPort()).start(this::admit);
    }

    /** What the proxy has to understand of what is said. */
    interface Conversation {

        /** Whether a client that has said this will go on to ask what may be cut. */
        boolean concerns(byte[] said);

        /** Whether this is the end of an answer. */
        boolean isAnswered(byte[] said);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Has the next answer cut. */
    void arm() {
        armed.set(true);
    }

    boolean isArmed() {
        return armed.get();
    }

    /** Has no answer cut any more. */
    void disarm() {
        armed.set(false);
    }

    /** How many answers have been cut. */
    int cuts() {
        return cuts.get();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // closed, which the loop's condition tells
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            AtomicBoolean concerned = new AtomicBoolean();
            Thread.ofVirtual().start(() -> handOnRequests(client, server, concerned));
            handOnAnswers(server, client, concerned);
        } catch (IOException e) {
            // the server is not there, or one of them has gone: so has this connection
        }
    }

    private void handOnRequests(Socket client, Socket server, AtomicBoolean concerned) {
        byte[] buffer = new byte[BUFFER];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!concerned.get() && conversation.concerns(Arrays.copyOf(buffer, count))) {
                    concerned.set(true);
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // as above
        }
    }

    private void handOnAnswers(Socket server, Socket client, AtomicBoolean concerned) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (armed.get()
                    && concerned.get()
                    && conversation.isAnswered(Arrays.copyOf(buffer, count))
                    && armed.compareAndSet(true, false)) {
                cuts.incrementAndGet();
                return;
            }
            out.write(buffer, 0, count);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
