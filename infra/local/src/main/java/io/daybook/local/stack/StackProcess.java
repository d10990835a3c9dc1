package io.daybook.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The processes of the stack, in the order in which a reader wants to see them. */
public enum StackProcess {
    COMMAND_SERVICE("command-service", "command-service", 0, 6),
    QUERY_SERVICE("query-service", "query-service", 1, 7),
    ANALYTICS_SERVICE("analytics-service", "analytics-service", 2, 8),
    AUTHORIZATION("authorization", "infra/authorization", 5, 5),
    POSTGRESQL("postgresql", "", 3, 3),
    KAFKA("kafka", "", 4, 4);

    /** How many ports in a row a stack takes. */
    public static final int PORTS = 9;

    private final String title;
    private final String module;
    private final int portOffset;
    private final int managementPortOffset;

    /** The port of the actuator is that for the world where there is no actuator. */
    StackProcess(String title, String module, int portOffset, int managementPortOffset) {
        this.title = title;
        this.module = module;
        this.portOffset = portOffset;
        this.managementPortOffset = managementPortOffset;
    }

    public String title() {
        return title;
    }

    public int port(int portBase) {
        return portBase + portOffset;
    }

    /** Where the actuator of a service answers. */
    int managementPort(int portBase) {
        return portBase + managementPortOffset;
    }

    List<Integer> ports(int portBase) {
        return IntStream.of(port(portBase), managementPort(portBase))
                .distinct()
                .boxed()
                .toList();
    }

    /** The folder in the repository of the module that holds the program. */
    String module() {
        return module;
    }

    /** Those that read the log and can tell how far they have come. */
    public static List<StackProcess> withPositions() {
        return List.of(COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE);
    }

    /** Group by group, those that need others before those they need. */
    static List<List<StackProcess>> stopOrder() {
        List<StackProcess> ours =
                Arrays.stream(values()).filter(StackProcess::isService).toList();
        return List.of(ours, List.of(KAFKA), List.of(POSTGRESQL));
    }

    /** Whether it is a program of this repository. */
    public boolean isService() {
        return switch (this) {
            case COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE, AUTHORIZATION -> true;
            case POSTGRESQL, KAFKA -> false;
        };
    }
}
