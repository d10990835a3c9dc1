package io.daybook.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Connects a Spring Boot test to a database as one of the system's roles. */
public record PostgresConnection(TestPostgres postgres, String role) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return postgres.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return role;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }
}
