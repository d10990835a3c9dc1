package io.daybook.local.stack;

import java.util.Arrays;
import java.util.List;

/** The processes of the stack, in the order in which a reader wants to see them. */
public enum StackProcess {
    COMMAND_SERVICE("command-service", 0),
    QUERY_SERVICE("query-service", 1),
    ANALYTICS_SERVICE("analytics-service", 2),
    POSTGRESQL("postgresql", 3),
    KAFKA("kafka", 4);

    private final String title;
    private final int portOffset;

    StackProcess(String title, int portOffset) {
        this.title = title;
        this.portOffset = portOffset;
    }

    public String title() {
        return title;
    }

    public int port(int portBase) {
        return portBase + portOffset;
    }

    public static List<StackProcess> services() {
        return Arrays.stream(values()).filter(StackProcess::isService).toList();
    }

    /** Group by group, those that need others before those they need. */
    static List<List<StackProcess>> stopOrder() {
        return List.of(services(), List.of(KAFKA), List.of(POSTGRESQL));
    }

    public boolean isService() {
        return switch (this) {
            case COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE -> true;
            case POSTGRESQL, KAFKA -> false;
        };
    }
}
