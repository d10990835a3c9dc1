package io.daybook.query.platform.freshness;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.instance.Instances;
import io.daybook.query.platform.model.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Tells the other instances how far this one's segments are, at most every ten milliseconds, when something is new; and
 * all of it once a second, in case it was not heard. It looks at the processors only while they have not passed all of
 * the log that is known.
 */
@Component
final class ProgressTeller extends ProgressLoop {

    static final String CHANNEL = "query_progress";

    private static final String TELL = "SELECT pg_notify('" + CHANNEL + "', told) FROM unnest(?::text[]) told";
    private static final long BETWEEN = Duration.ofMillis(10).toNanos();
    private static final long LOOK = Duration.ofMillis(2).toNanos();
    /** Where a processor stands still for long there is no hurry. */
    private static final long SLOW_LOOK = Duration.ofMillis(50).toNanos();

    private static final int QUICK_LOOKS = 500;
    private static final long ALL = Duration.ofSeconds(1).toNanos();

    private final PostgresEventStorageEngine engine;
    private final GenerationPath path;
    private final LocalSegments local;
    private final Instances instances;
    private final List<String> processors;

    ProgressTeller(
            DataSource pool,
            PostgresEventStorageEngine engine,
            GenerationPath path,
            LocalSegments local,
            Instances instances,
            List<Projection> projections) {
        super("progress-teller", pool, instances);
        this.engine = engine;
        this.path = path;
        this.local = local;
        this.instances = instances;
        this.processors = projections.stream().map(Projection::group).toList();
        engine.onHead(this::wake);
    }

    @Override
    void work(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement();
                PreparedStatement tell = connection.prepareStatement(TELL)) {
            settings.execute("SET synchronous_commit = off");
            try {
                tell(connection, tell);
            } finally {
                settings.execute("RESET synchronous_commit");
            }
        }
    }

    private void tell(Connection connection, PreparedStatement tell) throws SQLException {
        Set<String> told = new HashSet<>();
        Set<String> tellsTo = Set.of();
        long allTold = 0;
        int looks = 0;
        while (goesOn()) {
            long now = System.nanoTime();
            if (!instances.others().equals(tellsTo) || now - allTold > ALL) {
                told.clear();
                tellsTo = instances.others();
                allTold = now;
            }
            Map<String, Progress> all = progress();
            List<String> news = new ArrayList<>(all.keySet());
            news.removeAll(told);
            if (!news.isEmpty()) {
                tell.setArray(1, connection.createArrayOf("text", news.toArray()));
                tell.execute();
                told.clear();
                told.addAll(all.keySet());
                looks = 0;
                rest(BETWEEN);
            } else if (isBehind(all)) {
                LockSupport.parkNanos(this, ++looks < QUICK_LOOKS ? LOOK : SLOW_LOOK);
            } else {
                LockSupport.parkNanos(this, ALL);
            }
        }
    }

    /** However often it is woken. */
    private static void rest(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What there is to tell, by its text. */
    private Map<String, Progress> progress() {
        while (true) {
            Generation live = path.live();
            Map<String, Progress> all = new HashMap<>();
            for (String processor : processors) {
                Progress progress = new Progress(instances.own(), live.id(), processor, local.of(List.of(processor)));
                all.put(progress.text(), progress);
            }
            // between the two the processors may have moved to another generation
            if (path.live().id() == live.id()) {
                return all;
            }
        }
    }

    private boolean isBehind(Map<String, Progress> all) {
        long head = engine.knownHead();
        return all.values().stream()
                .flatMap(progress -> progress.segments().values().stream())
                .anyMatch(reached -> reached.position() < head);
    }
}
