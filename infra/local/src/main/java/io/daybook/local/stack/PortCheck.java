package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import io.daybook.local.LoopbackPorts;
import java.util.Arrays;
import java.util.List;

/** Refuses to start on ports that somebody else has, and says who that is. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(int portBase) {
        List<String> taken = Arrays.stream(StackProcess.values())
                .flatMap(process -> process.ports(portBase).stream()
                        .filter(port -> !LoopbackPorts.isFree(port))
                        .map(port -> describe(process, port)))
                .toList();
        if (!taken.isEmpty()) {
            throw new LocalStackException("%s%nStop it, or choose other ports: infra/daybook up --port-base %d"
                    .formatted(String.join(System.lineSeparator(), taken), portBase + 1000));
        }
    }

    private static String describe(StackProcess process, int port) {
        return "Port %d, wanted for %s, is taken by %s"
                .formatted(port, process.title(), PortOwner.of(port).orElse("a process we may not look at"));
    }
}
