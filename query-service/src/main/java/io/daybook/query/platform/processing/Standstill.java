package io.daybook.query.platform.processing;

import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Brings processors to a standstill in all instances, for as long as an operator wishes or for as long as something
 * takes.
 */
@Component
public final class Standstill {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String KEY = "hashtext('daybook.query.processor/' || ?)";

    private final PausedProcessors paused;
    private final Follower follower;
    private final Tokens tokens;
    private final GenerationPath path;
    private final DataSource pool;

    Standstill(PausedProcessors paused, Follower follower, Tokens tokens, GenerationPath path, DataSource pool) {
        this.paused = paused;
        this.follower = follower;
        this.tokens = tokens;
        this.path = path;
        this.pool = pool;
    }

    /** Pauses a processor; answers whether it was not paused already. Other instances follow within about a second. */
    public boolean pause(String processor, String reason) {
        boolean changed = paused.add(processor, reason);
        follower.followPauses();
        return changed;
    }

    /** Lets a processor go on; answers whether it was paused. */
    public boolean resume(String processor) {
        return alone(processor, () -> {
            boolean was = paused.remove(processor);
            follower.followPauses();
            return was;
        });
    }

    /**
     * Does something to the live generation while no instance works on a processor. One that was paused before stays
     * so, any other goes on, whether the work succeeds or fails.
     */
    public <T> T during(String processor, String reason, Function<Generation, T> work) {
        return alone(processor, () -> {
            Generation generation = path.live();
            boolean pausedHere = pause(processor, reason);
            try {
                awaitReleased(generation, processor);
                return work.apply(generation);
            } finally {
                if (pausedHere) {
                    paused.remove(processor);
                    follower.followPauses();
                }
            }
        });
    }

    private void awaitReleased(Generation generation, String processor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isClaimed(generation, processor)) {
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "PROCESSOR_HELD",
                        "An instance did not let go of %s within %d s".formatted(processor, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean isClaimed(Generation generation, String processor) {
        return path.within(generation, tokens::places).stream()
                .anyMatch(place -> place.processor().equals(processor) && place.owner() != null);
    }

    /** One at a time does something to a processor; held by a connection, so a killed instance holds none. */
    private <T> T alone(String processor, Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            if (!asked(connection, "SELECT pg_try_advisory_lock(" + KEY + ")", processor)) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "PROCESSOR_BUSY",
                        "Another operation is at work on %s; see GET /operations".formatted(processor));
            }
            try {
                return work.get();
            } finally {
                asked(connection, "SELECT pg_advisory_unlock(" + KEY + ")", processor);
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("The lock of the processor cannot be had", failure);
        }
    }

    private static boolean asked(Connection connection, String question, String processor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, processor);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
