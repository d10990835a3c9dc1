package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RejectionCode;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01"})
    void isADatabaseThatIsAway(String state) {
        assertThat(PassingFailure.is(storeFailure(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void isAPoolThatIsExhausted() {
        assertThat(PassingFailure.is(storeFailure(new SQLTransientConnectionException("no connection"))))
                .isTrue();
    }

    @Test
    void isAChangeThatOthersWereFasterWith() {
        assertThat(PassingFailure.is(new Rejected(RejectionCode.CONCURRENT_CHANGE, "again")))
                .isTrue();
    }

    @Test
    void isNoStatementThatTheDatabaseRefuses() {
        assertThat(PassingFailure.is(storeFailure(new SQLException("not in UTF-8", "22021"))))
                .isFalse();
    }

    @Test
    void isNoRefusalByTheDomain() {
        assertThat(PassingFailure.is(new Rejected(RejectionCode.STOCK_INSUFFICIENT, "too few")))
                .isFalse();
    }

    private static EventStoreException storeFailure(SQLException cause) {
        return new EventStoreException("The events could not be appended", cause);
    }
}
