package io.daybook.api.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.watch.event.WatchDefined;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchDefinitionTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static Stream<WatchDefinition> definitions() {
        return Stream.of(
                Watches.band(),
                Watches.stuck(),
                measured(WatchKind.LEVEL_SHIFT, Measure.REVENUE, "GBP", Grouping.CATEGORY, null, null),
                measured(WatchKind.SILENCE, Measure.ORDERS, null, null, null, "3"),
                Watches.sequence(new WatchedSequence(
                        SequenceForm.REPEATED, List.of("PriceChanged"), List.of(), 3, Duration.ofHours(1))));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void isReadOffItsEventAsItWasDefined(WatchDefinition definition) {
        assertThat(WatchDefined.of("W", 1, definition, Watches.THEN).definition())
                .isEqualTo(definition);
    }

    @Test
    void takesTheDefaultsOfItsKind() {
        WatchDefinition band = measured(WatchKind.BAND, Measure.ORDERS, null, null, null, null);
        WatchDefinition silence = measured(WatchKind.SILENCE, Measure.ORDERS, null, null, null, null);

        assertThat(band.threshold()).isEqualTo("0.7");
        assertThat(band.tolerance()).isNull();
        assertThat(silence.tolerance()).isEqualTo("2");
        assertThat(silence.threshold()).isNull();
    }

    @Test
    void takesHoursForMeasuresAndThenIsQuietForLonger() {
        WatchDefinition hourly = every(WatchKind.BAND, Duration.ofHours(1), null);
        WatchDefinition byTheMinute = every(WatchKind.BAND, null, null);

        assertThat(hourly.every()).isEqualTo(Duration.ofHours(1));
        assertThat(hourly.quiet()).isEqualTo(Duration.ofHours(6));
        assertThat(byTheMinute.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(byTheMinute.quiet()).isEqualTo(Duration.ofMinutes(30));
        assertThat(WatchDefined.of("W", 1, hourly, Watches.THEN).definition()).isEqualTo(hourly);
    }

    @Test
    void takesNothingButMinutesAndHoursAndNoHoursForAPattern() {
        WatchedSequence pattern =
                new WatchedSequence(SequenceForm.REPEATED, List.of("PriceChanged"), List.of(), 3, TEN_MINUTES);

        for (Duration every : List.of(Duration.ZERO, Duration.ofSeconds(59), TEN_MINUTES, Duration.ofDays(1))) {
            assertThatThrownBy(() -> every(WatchKind.BAND, every, null))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("every"));
        }
        assertThatThrownBy(() -> every(WatchKind.SEQUENCE, Duration.ofHours(1), pattern))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("every"));
    }

    private static WatchDefinition every(WatchKind kind, @Nullable Duration every, @Nullable WatchedSequence sequence) {
        Measure measure = sequence == null ? Measure.ORDERS : null;
        return WatchDefinition.of(kind, measure, null, null, every, null, null, null, null, sequence, Severity.INFO);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("measure", WatchKind.BAND, null, null, null, null, null),
                Arguments.of("currency", WatchKind.BAND, Measure.REVENUE, null, null, null, null),
                Arguments.of("currency", WatchKind.BAND, Measure.ORDERS, "GBP", null, null, null),
                Arguments.of("groupBy", WatchKind.BAND, Measure.PRICE_MOVES, null, Grouping.COUNTRY, null, null),
                Arguments.of("threshold", WatchKind.BAND, Measure.ORDERS, null, null, "0", null),
                Arguments.of("threshold", WatchKind.BAND, Measure.ORDERS, null, null, "1.01", null),
                Arguments.of("threshold", WatchKind.SILENCE, Measure.ORDERS, null, null, "0.5", null),
                Arguments.of("tolerance", WatchKind.SILENCE, Measure.ORDERS, null, null, null, "0.99"),
                Arguments.of("tolerance", WatchKind.BAND, Measure.ORDERS, null, null, null, "2"),
                Arguments.of("sequence", WatchKind.SEQUENCE, null, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void namesTheFieldThatDoesNotFit(
            String field,
            WatchKind kind,
            @Nullable Measure measure,
            @Nullable String currency,
            @Nullable Grouping grouping,
            @Nullable String threshold,
            @Nullable String tolerance) {
        assertThatThrownBy(() -> measured(kind, measure, currency, grouping, threshold, tolerance))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    static Stream<Arguments> unfitSequences() {
        return Stream.of(
                sequence("sequence.first", SequenceForm.FOLLOWED, List.of("Nonsense"), List.of(), null, TEN_MINUTES),
                sequence("sequence.first", SequenceForm.FOLLOWED, List.of(), List.of(), null, TEN_MINUTES),
                sequence(
                        "sequence.second",
                        SequenceForm.FOLLOWED,
                        List.of("OrderPlaced"),
                        List.of("PriceChanged"),
                        null,
                        TEN_MINUTES),
                sequence(
                        "sequence.second",
                        SequenceForm.FOLLOWED,
                        List.of("OrderPlaced"),
                        List.of("OrderPlaced"),
                        null,
                        TEN_MINUTES),
                sequence(
                        "sequence.second[0]",
                        SequenceForm.FOLLOWED,
                        List.of("OrderPlaced"),
                        Arrays.asList((String) null),
                        null,
                        TEN_MINUTES),
                sequence("sequence.times", SequenceForm.REPEATED, List.of("PriceChanged"), List.of(), 1, TEN_MINUTES),
                sequence(
                        "sequence.times", SequenceForm.REPEATED, List.of("PriceChanged"), List.of(), null, TEN_MINUTES),
                sequence("sequence.times", SequenceForm.FOLLOWED, List.of("PriceChanged"), List.of(), 2, TEN_MINUTES),
                sequence(
                        "sequence.within",
                        SequenceForm.NOT_FOLLOWED,
                        List.of("OrderPlaced"),
                        List.of(),
                        null,
                        Duration.ofDays(1).plusMillis(1)));
    }

    @ParameterizedTest
    @MethodSource("unfitSequences")
    void namesTheFieldOfAPatternThatDoesNotFit(
            String field,
            SequenceForm form,
            List<String> first,
            List<String> second,
            @Nullable Integer times,
            Duration within) {
        assertThatThrownBy(() -> new WatchedSequence(form, first, second, times, within))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Arguments sequence(
            String field,
            SequenceForm form,
            List<String> first,
            List<String> second,
            @Nullable Integer times,
            Duration within) {
        return Arguments.of(field, form, first, second, times, within);
    }

    private static WatchDefinition measured(
            WatchKind kind,
            @Nullable Measure measure,
            @Nullable String currency,
            @Nullable Grouping grouping,
            @Nullable String threshold,
            @Nullable String tolerance) {
        return WatchDefinition.of(
                kind,
                measure,
                currency,
                grouping,
                null,
                null,
                threshold == null ? null : new BigDecimal(threshold),
                tolerance == null ? null : new BigDecimal(tolerance),
                null,
                null,
                Severity.INFO);
    }
}
