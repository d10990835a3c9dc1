package io.daybook.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.ServerCpu;
import io.daybook.bench.gateway.DaybookContender;
import io.daybook.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the command path to its budgets of statements, WAL and heap: counts, which no busy machine can spoil. */
class AppendBudgetIT {

    private static final int MANY = 64;

    private static DaybookContender contender;
    private static CostMeter meter;
    private static CommandMix mix;

    @BeforeAll
    static void start() {
        String database = TestPostgres.shared().freshDatabase().jdbcUrl();
        contender = DaybookContender.counted(database);
        meter = new CostMeter(database, contender.context().getBean(StatementCounter.class), ServerCpu.unknown());
        mix = new CommandMix(contender, MANY);
        mix.warmUp();
    }

    @AfterAll
    static void stop() {
        contender.close();
    }

    @Test
    void creatingKeepsItsBudget() {
        assertThat(Budgets.load().exceeded("create_1", meter.of(1, 200, mix.creations())))
                .isEmpty();
        assertThat(Budgets.load().exceeded("create_64", meter.of(MANY, 4_000, mix.creations())))
                .isEmpty();
    }

    @Test
    void updatingKeepsItsBudget() {
        assertThat(Budgets.load().exceeded("update_1", meter.of(1, 200, mix.updates())))
                .isEmpty();
        assertThat(Budgets.load().exceeded("update_64", meter.of(MANY, 4_000, mix.updates())))
                .isEmpty();
    }

    @Test
    void aFurtherStatementForEachCommandBreaksTheBudget() {
        assertThat(Budgets.load().exceeded("create_1", meter.of(1, 200, alsoAsking(mix.creations()))))
                .containsKey("create_1.statements");
        assertThat(Budgets.load().exceeded("update_64", meter.of(MANY, 2_000, alsoAsking(mix.updates()))))
                .containsKey("update_64.statements");
    }

    /** As a careless change of the command path would. */
    private static IntConsumer alsoAsking(IntConsumer command) {
        DataSource database = contender.context().getBean(DataSource.class);
        return client -> {
            command.accept(client);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        };
    }
}
