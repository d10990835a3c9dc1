package io.daybook.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuttingProxyTest {

    private static final int QUESTION = '?';
    private static final int ANSWER = '!';

    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server = open();
    private final CuttingProxy proxy = new CuttingProxy(server.getLocalPort(), Conversations.REQUESTS);

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    InputStream questions = client.getInputStream();
                    for (int question = questions.read(); question >= 0; question = questions.read()) {
                        asked.add(question);
                        client.getOutputStream().write(ANSWER);
                    }
                } catch (IOException e) {
                    // cut, or closed
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void handsOnWhatIsSaid() throws IOException {
        assertThat(answer()).isEqualTo(ANSWER);
    }

    @Test
    void keepsOneAnswerToItselfWhenArmedAlthoughTheServerWasAsked() throws IOException {
        proxy.arm();

        assertThat(answer()).isEqualTo(-1);
        assertThat(asked).containsExactly(QUESTION);
        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(answer()).isEqualTo(ANSWER);
    }

    private int answer() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.getOutputStream().write(QUESTION);
            return client.getInputStream().read();
        }
    }

    @Test
    void tellsAConnectionThatAppendsAndTheEndOfItsAnswer() {
        assertThat(Conversations.APPENDS.concerns("SELECT last_position FROM events.append(?, ?)".getBytes(UTF_8)))
                .isTrue();
        assertThat(Conversations.APPENDS.concerns("SELECT position FROM events.head".getBytes(UTF_8)))
                .isFalse();
        assertThat(Conversations.APPENDS.isAnswered(new byte[] {'C', 0, 'Z', 0, 0, 0, 5, 'I'}))
                .isTrue();
        assertThat(Conversations.APPENDS.isAnswered(new byte[] {'Z', 0, 0, 0, 5, 'T'}))
                .isFalse();
        assertThat(Conversations.APPENDS.isAnswered(new byte[] {'I'})).isFalse();
    }
}
