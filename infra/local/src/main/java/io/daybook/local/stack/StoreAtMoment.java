package io.daybook.local.stack;

import io.daybook.local.LocalPostgres;
import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The store of a running stack as it was at a moment. What reads and brings it is the event store's own program, as the
 * command service of this build has it.
 */
public final class StoreAtMoment {

    private static final String PROGRAM = "io.daybook.eventstore.StoreRecoveryMain";
    private static final List<String> ROLES = List.of("daybook_owner", "daybook_command", "daybook_query");

    private final Stack stack;

    public StoreAtMoment(Stack stack) {
        this.stack = stack;
    }

    /** What would be missing after a moment, in words. */
    public String preview(String moment) {
        return run(postgres(), List.of(moment));
    }

    /** Brings what there was at a moment into a new database of the stack's server; tells so in words. */
    public String into(String moment, String database) {
        LocalPostgres postgres = postgres();
        postgres.createDatabase(database);
        return run(postgres, List.of(moment, postgres.jdbcUrl(database)));
    }

    private LocalPostgres postgres() {
        StackState state = stack.state()
                .filter(_ -> stack.isSupervised())
                .orElseThrow(
                        () -> new LocalStackException("There is no running stack in %s; start it with infra/daybook up"
                                .formatted(stack.folder().root())));
        return new LocalPostgres(
                stack.folder().data(StackProcess.POSTGRESQL),
                StackProcess.POSTGRESQL.port(state.portBase()),
                stack.folder().log(StackProcess.POSTGRESQL));
    }

    private String run(LocalPostgres postgres, List<String> what) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dlogback.configurationFile=" + quietLogging(),
                "-cp",
                new ServiceJar(StackProcess.COMMAND_SERVICE, stack.home(), stack.folder(), List.of()).classPath(),
                PROGRAM,
                postgres.jdbcUrl()));
        command.addAll(ROLES);
        command.addAll(what);
        try {
            Process program =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            program.getOutputStream().close();
            String words = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (program.waitFor() != 0) {
                throw new LocalStackException(words);
            }
            return words;
        } catch (IOException e) {
            throw new LocalStackException("The event store's program cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }

    private static String quietLogging() {
        return Objects.requireNonNull(StoreAtMoment.class.getResource("/io/daybook/local/cli/cli-logback.xml"))
                .toString();
    }
}
