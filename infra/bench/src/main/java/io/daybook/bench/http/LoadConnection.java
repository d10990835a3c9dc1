package io.daybook.bench.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A kept-alive connection with at most one request under way. */
final class LoadConnection implements AutoCloseable {

    private static final int LARGEST_REPLY = 65_536;

    private final SocketAddress address;
    private final SocketChannel channel;
    private final ByteBuffer reply = ByteBuffer.allocate(LARGEST_REPLY);
    private long due;

    LoadConnection(SocketAddress address, Selector selector) throws IOException {
        this.address = address;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean isTo(SocketAddress service) {
        return address.equals(service);
    }

    /** When the request under way was due, in nanoseconds of the system's clock. */
    long due() {
        return due;
    }

    void send(byte[] request, long requestDue) throws IOException {
        due = requestDue;
        reply.clear();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) { // a request is smaller than the socket's buffer, which is empty
            channel.write(bytes);
        }
    }

    /** The status of the reply, or 0 where more of it has to come; -1 where the service has closed the connection. */
    int receive() throws IOException {
        return channel.read(reply) < 0 ? -1 : HttpReply.status(reply.array(), reply.position());
    }

    /**
     * Whether the last reply, which has come, was the last on this connection: a server lets one serve so many
     * requests.
     */
    boolean isUsedUp() {
        return HttpReply.closes(reply.array(), reply.position());
    }

    /** A header of the last reply, which has come; empty where it has none of this name. */
    Optional<String> header(String name) {
        return HttpReply.header(reply.array(), reply.position(), name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
