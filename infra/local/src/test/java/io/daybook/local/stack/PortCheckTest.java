package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.local.LocalStackException;
import io.daybook.local.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void namesThePortItsHolderAndTheWayOut() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int portBase = holder.getLocalPort() - 3;

            assertThatThrownBy(() -> PortCheck.requireFree(portBase))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port %d, wanted for postgresql".formatted(holder.getLocalPort()))
                    .hasMessageContaining(
                            "process %d (".formatted(ProcessHandle.current().pid()))
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void isContentWithFreePorts() {
        int portBase = LoopbackPorts.anyFreeRun(StackProcess.PORTS);

        assertThatNoException().isThrownBy(() -> PortCheck.requireFree(portBase));
    }
}
