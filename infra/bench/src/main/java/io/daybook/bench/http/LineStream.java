package io.daybook.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.IntStream;

/** One request with very many lines, made beforehand, on a connection of its own. */
final class LineStream {

    private static final int BLOCK = 10_000;

    private final int port;
    private final String authorization;
    private final byte[][] blocks;
    private final int lines;

    LineStream(int port, String authorization, int lines) {
        this.port = port;
        this.authorization = authorization;
        this.lines = lines;
        this.blocks = IntStream.range(0, lines / BLOCK)
                .mapToObj(block -> Visits.joined((long) block * BLOCK, BLOCK, "\n", "", "\n")
                        .getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    /** Answers how many lines a second were acknowledged. */
    double run() {
        return run(lines);
    }

    /**
     * The same of a request with another number of lines, which is a multiple of {@value #BLOCK}: the blocks go round.
     */
    double run(int wanted) {
        long length = 0;
        for (int block = 0; block < wanted / BLOCK; block++) {
            length += blocks[block % blocks.length].length;
        }
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(Visits.head(authorization, "application/x-ndjson", length).getBytes(UTF_8));
            for (int block = 0; block < wanted / BLOCK; block++) {
                out.write(blocks[block % blocks.length]);
            }
            out.flush();
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = answer.readLine();
            while (line != null && !line.contains("\"complete\"")) {
                line = answer.readLine();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (line == null || !line.contains("\"accepted\":" + wanted + ",")) {
                throw new IllegalStateException("Not every line was taken in: " + line);
            }
            return wanted / seconds;
        } catch (IOException e) {
            throw new IllegalStateException("The lines could not be sent", e);
        }
    }
}
