package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void givesPortsThatNoClientIsGiven() {
        assertThat(IntStream.range(0, 200).map(i -> LoopbackPorts.anyFree()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 1_024 && port < 32_768);
    }

    @Test
    void passesOverAPortThatIsTaken() throws IOException {
        int taken = LoopbackPorts.anyFree() + 2;
        try (ServerSocket holder = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            int first = LoopbackPorts.anyFreeRun(4);

            assertThat(IntStream.range(first, first + 4)).doesNotContain(holder.getLocalPort());
            assertThat(LoopbackPorts.isFree(taken)).isFalse();
        }
        assertThat(LoopbackPorts.isFree(taken)).isTrue();
    }
}
