package io.daybook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.local.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPostgresIT {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void commitsAreDurable(String setting) throws SQLException {
        assertThat(query(TestPostgres.shared().jdbcUrl(), TestPostgres.QUERY, "SHOW " + setting))
                .isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestPostgres.COMMAND, TestPostgres.QUERY})
    void aServiceMayCreateItsOwnSchemaAndNotUsePublic(String role) throws SQLException {
        TestPostgres postgres = TestPostgres.shared().freshDatabase();

        execute(postgres.jdbcUrl(), role, "CREATE SCHEMA its_own; CREATE TABLE its_own.t (n int)");

        assertThatThrownBy(() -> execute(postgres.jdbcUrl(), role, "CREATE TABLE public.t (n int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void freshDatabasesDoNotSeeEachOther() throws SQLException {
        TestPostgres one = TestPostgres.shared().freshDatabase();
        TestPostgres other = TestPostgres.shared().freshDatabase();
        execute(one.jdbcUrl(), TestPostgres.OWNER, "CREATE SCHEMA only_here");

        assertThat(query(other.jdbcUrl(), TestPostgres.OWNER, "SELECT to_regnamespace('only_here')"))
                .isNull();
    }

    @Test
    void whatWasCommittedSurvivesKillNine() throws SQLException {
        try (LocalPostgres postgres = TestPostgres.privateServer()) {
            execute(
                    postgres.jdbcUrl(),
                    TestPostgres.OWNER,
                    "CREATE SCHEMA kept; CREATE TABLE kept.t AS SELECT generate_series(1, 1000) AS n");
            ProcessHandle before = postgres.process().orElseThrow();

            postgres.killNine();
            assertThat(before.isAlive()).isFalse();
            postgres.start();

            assertThat(query(postgres.jdbcUrl(), TestPostgres.OWNER, "SELECT count(*) FROM kept.t"))
                    .isEqualTo("1000");
        }
    }

    @Test
    void startTakesOverFromAServerWhoseOwnerWasKilled() throws SQLException {
        LocalPostgres owner = TestPostgres.privateServer();
        ProcessHandle first = owner.process().orElseThrow();
        execute(owner.jdbcUrl(), TestPostgres.OWNER, "CREATE SCHEMA kept");

        owner.start();

        assertThat(first.isAlive()).isFalse();
        assertThat(query(owner.jdbcUrl(), TestPostgres.OWNER, "SELECT to_regnamespace('kept')"))
                .isEqualTo("kept");
        owner.stop();
    }

    private static void execute(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, null);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String query(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, null);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
