package io.daybook.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The roles of the system and a database they may work in; running it again changes nothing. */
public final class DatabaseSetup {

    private DatabaseSetup() {}

    static void createRolesAndDatabase(LocalPostgres postgres, String database) {
        createRolesAndDatabase(
                postgres.jdbcUrl("postgres"), postgres.jdbcUrl(database), LocalPostgres.SUPERUSER, "", database);
    }

    /** Works with any server that lets a superuser in. */
    public static void createRolesAndDatabase(
            String serverUrl, String databaseUrl, String superuser, String password, String database) {
        try (Connection server = DriverManager.getConnection(serverUrl, superuser, password);
                Statement statement = server.createStatement()) {
            statement.execute(resource("roles.sql"));
            if (!exists(server, database)) {
                statement.execute(
                        "CREATE DATABASE " + statement.enquoteIdentifier(database, true) + " OWNER daybook_owner");
            }
        } catch (SQLException e) {
            throw new LocalStackException("Cannot create the database " + database + ": " + e.getMessage(), e);
        }
        try (Connection inside = DriverManager.getConnection(databaseUrl, superuser, password);
                Statement statement = inside.createStatement()) {
            statement.execute(resource("database.sql"));
        } catch (SQLException e) {
            throw new LocalStackException("Cannot set up the database " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection server, String database) throws SQLException {
        try (PreparedStatement query = server.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String resource(String name) {
        try (InputStream sql = DatabaseSetup.class.getResourceAsStream(name)) {
            if (sql == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
