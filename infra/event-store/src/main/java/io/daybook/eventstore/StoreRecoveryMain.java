package io.daybook.eventstore;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.AxonException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Recovers a store from the command line: {@code SOURCE-URL OWNER WRITER READER MOMENT [TARGET-URL]}. Without a target
 * it only says what would be missing. Both databases let the owner in as the URLs say.
 */
public final class StoreRecoveryMain {

    private static final String SCHEMA = "events";

    private StoreRecoveryMain() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Answers the exit code: 0, 1 where it cannot be done, or 2 for a moment that is none of the store's. */
    static int run(PrintStream out, PrintStream problems, String... arguments) {
        try {
            return recovered(out, problems, arguments);
        } catch (IllegalStateException | AxonException failure) {
            problems.println(failure.getMessage());
            return 1;
        }
    }

    private static int recovered(PrintStream out, PrintStream problems, String... arguments) {
        String owner = arguments[1];
        StoreRecovery recovery = new StoreRecovery(source(arguments[0], owner), SCHEMA);
        long position = position(recovery, arguments[4]);
        if (position < 1 || position > recovery.head()) {
            problems.printf(
                    "%s is no moment of this store: a position from 1 to %d, or an instant from its first event on%n",
                    arguments[4], recovery.head());
            return 2;
        }
        if (arguments.length == 5) {
            out.println(recovery.lossAfter(position).words());
            return 0;
        }
        recovery.into(source(arguments[5], owner), List.of(arguments[2]), List.of(arguments[3]), position);
        out.printf("The store up to position %,d is in %s; every hash was compared%n", position, arguments[5]);
        return 0;
    }

    private static long position(StoreRecovery recovery, String moment) {
        if (moment.matches("[0-9]{1,18}")) {
            return Long.parseLong(moment);
        }
        try {
            return recovery.positionAt(Instant.parse(moment));
        } catch (DateTimeException _) {
            return 0;
        }
    }

    private static PGSimpleDataSource source(String url, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        return source;
    }
}
