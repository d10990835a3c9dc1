package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

    private static final long MOST = 1_000_000_000_000L;

    @Test
    void bindsQuantitiesToTheirLimits() {
        refused(() -> Require.quantity(0, "field"));
        assertThat(Require.quantity(1, "field")).isEqualTo(1);
        assertThat(Require.quantity(MOST, "field")).isEqualTo(MOST);
        refused(() -> Require.quantity(MOST + 1, "field"));
        refused(() -> Require.notNegative(-1, "field"));
        assertThat(Require.notNegative(0, "field")).isZero();
        refused(() -> Require.notNegative(MOST + 1, "field"));
    }

    @Test
    void bindsTextsToTheirLength() {
        refused(() -> Require.text(null, "field"));
        refused(() -> Require.text(" ", "field"));
        assertThat(Require.text(" x ", "field")).isEqualTo("x");
        assertThat(Require.text("x".repeat(500), "field")).hasSize(500);
        refused(() -> Require.text("x".repeat(501), "field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\uD800b"})
    void refusesTextsThatNoDatabaseTakes(String text) {
        refused(() -> Require.text(text, "field"));
    }

    @ParameterizedTest
    @CsvSource({"85123A", "BANK CHARGES", "536365/1", "a.b_c-d#e", "\u00e4pfel", "7", "'  85123A ', "})
    void takesIdentifiers(String identifier) {
        assertThat(Require.identifier(identifier, "field")).isEqualTo(identifier.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", ".a", "-a", "a:b", "a;b", "a%b", "a?b", "a\\b", "a\u00a0b"})
    void refusesWhatIsNoIdentifier(String identifier) {
        refused(() -> Require.identifier(identifier, "field"));
    }

    @Test
    void bindsIdentifiersToTheirLengthAndLeavesRoomToComposeThem() {
        String longest = "x".repeat(100);
        assertThat(Require.identifier(longest, "field")).isEqualTo(longest);
        refused(() -> Require.identifier(longest + "x", "field"));
        String composed = "order:" + longest + ":" + longest + ":5000";
        assertThat(Require.reference(composed, "field")).isEqualTo(composed);
        assertThatCode(() -> Require.reference("x".repeat(300), "field")).doesNotThrowAnyException();
        refused(() -> Require.reference("x".repeat(301), "field"));
    }

    @Test
    void bindsCategoriesToTheirLengthAndLetsThemBeLeftOut() {
        refused(() -> Require.categoryOrNull(" ", "field"));
        refused(() -> Require.categoryOrNull("a\nb", "field"));
        refused(() -> Require.category(null, "field"));
        assertThat(Require.categoryOrNull(null, "field")).isNull();
        assertThat(Require.categoryOrNull(" Kitchen/Mugs ", "field")).isEqualTo("Kitchen/Mugs");
        assertThat(Require.category("x", "field")).isEqualTo("x");
        assertThat(Require.category("x".repeat(100), "field")).hasSize(100);
        refused(() -> Require.category("x".repeat(101), "field"));
    }

    @Test
    void bindsTimesToWhatDatabasesAndWindowsHold() {
        assertThat(Require.time(Instant.EPOCH, "field")).isEqualTo(Instant.EPOCH);
        refused(() -> Require.time(Instant.EPOCH.minusNanos(1), "field"));
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        assertThat(Require.time(last, "field")).isEqualTo(last);
        refused(() -> Require.time(last.plusNanos(1), "field"));
    }

    @Test
    void bindsListsToTheirLengthAndEveryLineToBeThere() {
        refused(() -> Require.lines(null, "field"));
        refused(() -> Require.lines(List.of(), "field"));
        assertThat(Require.lines(Collections.nCopies(5_000, "x"), "field")).hasSize(5_000);
        refused(() -> Require.lines(Collections.nCopies(5_001, "x"), "field"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Require.lines(Arrays.asList("x", null), "field"))
                .extracting(InvalidValue::field)
                .isEqualTo("field[1]");
    }

    private static void refused(ThrowingCallable check) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(check)
                .extracting(InvalidValue::field)
                .isEqualTo("field");
    }
}
