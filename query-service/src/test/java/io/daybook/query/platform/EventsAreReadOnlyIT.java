package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.query.QueryServiceScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsAreReadOnlyIT extends QueryServiceScenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.event SELECT * FROM events.event",
                "UPDATE events.event SET type = 'x'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "UPDATE events.head SET position = 0",
                "INSERT INTO events.snapshot SELECT * FROM events.snapshot"
            })
    void theRoleOfTheServiceMayNotWriteEvents(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void theRoleOfTheServiceMayReadThem() {
        assertThat(jdbc.sql("SELECT position FROM events.head")
                        .query(Long.class)
                        .single())
                .isEqualTo(log.head());
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("daybook_query");
        assertThat(jdbc.sql(
                                "SELECT has_function_privilege(oid, 'execute') FROM pg_proc WHERE proname = 'append' AND pronamespace = 'events'::regnamespace")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
