package io.daybook.bench.rebuild;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.rebuild.pooled.PooledReadSide;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The reference's only turn, for it would take an hour to the end: for some time, from the beginning of the log, in
 * slices.
 */
final class PooledTurn {

    private static final int SLICES = 5;

    private final RebuildSettings settings;

    PooledTurn(RebuildSettings settings) {
        this.settings = settings;
    }

    /** Events a second in each slice; those that it does not handle count as passed, in their share of the log. */
    List<Double> rates(String jdbcUrl, ServerCpu cpu, Report report) {
        double handledShare = handledShare(jdbcUrl);
        List<Double> rates = new ArrayList<>();
        try (PooledReadSide reference = PooledReadSide.on(jdbcUrl)) {
            pass(settings.pooledWarmUp());
            long before = reference.handled();
            Turn whole = Turn.of(cpu, () -> {
                for (int slice = 0; slice < SLICES; slice++) {
                    long start = reference.handled();
                    Turn turn =
                            Turn.of(cpu, () -> pass(settings.pooledMeasured().dividedBy(SLICES)));
                    rates.add((reference.handled() - start) / handledShare / turn.seconds());
                }
            });
            double passed = Math.max(1, (reference.handled() - before) / handledShare);
            report.figure("stock_pooled_client_cpu_s_per_million", whole.clientCpu() * 1e6 / passed, "s");
            report.figure("stock_pooled_postgres_cpu_s_per_million", whole.serverCpu() * 1e6 / passed, "s");
        }
        return rates;
    }

    private static void pass(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static double handledShare(String jdbcUrl) {
        Object[] handled = Stream.of(
                        StockReceived.class,
                        StockReserved.class,
                        OrderPlaced.class,
                        OrderConfirmed.class,
                        GoodsReturned.class)
                .map(Class::getName)
                .toArray();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "daybook_owner", null);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT avg((payload_type = ANY (?))::integer) FROM events.event WHERE position > 12000")) {
            statement.setArray(1, connection.createArrayOf("text", handled));
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getDouble(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The events could not be counted", failure);
        }
    }
}
