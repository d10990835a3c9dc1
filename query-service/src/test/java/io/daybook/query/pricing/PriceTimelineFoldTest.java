package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.model.MissingRow;
import io.daybook.query.platform.model.Recorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTimelineFoldTest {

    private static final String SKU = RandomPrices.SKU;
    private static final Instant DAY_0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Json<PriceTimeline> JSON = Json.of(PriceTimeline.class);

    @Test
    void keepsAScheduledPriceWithWhatMadeIt() {
        PriceTimeline timeline = after(set("9.00", 0), scheduled("S-1", "8.00", 5, 1));

        assertThat(timeline.entries())
                .containsExactly(
                        new PriceEntry(DAY_0, new BigDecimal("9.00"), "SET", null, 1, null),
                        new PriceEntry(day(5), new BigDecimal("8.00"), "SCHEDULED", "S-1", 2, null));
        assertThat(timeline.latest()).isEqualTo(day(1));
    }

    @Test
    void putsNoPriceInForceThatWasCalledOff() {
        PriceTimeline timeline = after(
                set("9.00", 0), scheduled("S-1", "8.00", 5, 1), cancelled("S-1", 2), scheduled("S-2", "7.00", 5, 3));

        assertThat(timeline.live()).extracting(PriceEntry::id).containsExactly(null, "S-2");
        assertThat(timeline.entries()).extracting(PriceEntry::cancelledAt).containsExactly(null, day(2), null);
    }

    @Test
    void supersedesAPriceThatStartsAtTheSameTime() {
        assertThat(after(scheduled("S-1", "8.00", 5, 1), set("7.00", 5)).live())
                .extracting(PriceEntry::source)
                .containsExactly("SET");
    }

    @Test
    void isNotPushedOutByAPriceOfAFarYear() {
        PriceTimeline timeline = after(set("9.00", 0), set("8.00", 1), scheduled("S-1", "7.00", 300_000, 2));

        assertThat(timeline.live()).hasSize(3);
        assertThat(timeline.wholeSince()).isNull();
    }

    /** The cut is at day {@code last - 400}: a price that was over by then is left out. */
    @ParameterizedTest
    @CsvSource({"409,3", "410,2", "411,2"})
    void leavesOutWhatWasOverFourHundredDaysBefore(int last, int entries) {
        PriceTimeline timeline = after(set("8.00", 0), set("9.00", 10), set("9.50", last));

        assertThat(timeline.entries()).hasSize(entries);
        assertThat(timeline.wholeSince()).isEqualTo(entries == 3 ? null : day(last - 400));
    }

    @Test
    void beginsAsThePriceItselfDoes() {
        PricingEvent policy =
                new PricingPolicySet(SKU, "GBP", BigDecimal.ONE, BigDecimal.TEN, null, "PT0S", null, "OFF");

        assertThat(after(policy).entries()).isEmpty();
        assertThatExceptionOfType(MissingRow.class).isThrownBy(() -> after(cancelled("S-1", 0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void hasThePriceInForceAtAnyTimeThatTheEventsMake(long seed) {
        List<Recorded<PricingEvent>> events = RandomPrices.events(seed, 300, Duration.ofHours(20));
        PriceTimeline timeline = null;
        PriceState state = null;
        for (Recorded<PricingEvent> recorded : events) {
            timeline = PriceTimelineFold.apply(timeline == null ? null : stored(timeline), recorded);
            state = PriceFold.apply(state, recorded.event());
            Instant now = recorded.at();
            for (int hours : new int[] {0, 7, 50, 1000}) {
                Instant time = now.plus(Duration.ofHours(hours));
                assertThat(amount(timeline, time))
                        .as("seed %s at %s of %s", seed, time, now)
                        .isEqualTo(Objects.requireNonNull(state.current(time)).amount());
            }
        }
        assertThat(Objects.requireNonNull(timeline).entries()).isEqualTo(fromScratch(events));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void tellsOfRecentReductionsWhatAllEventsTell(long seed) {
        List<Recorded<PricingEvent>> events = RandomPrices.events(seed, 1500, Duration.ofHours(40));
        PriceTimeline timeline = null;
        int checked = 0;
        for (int i = 0; i < events.size(); i++) {
            timeline = PriceTimelineFold.apply(timeline, events.get(i));
            if (i % 50 != 49) {
                continue;
            }
            Instant now = events.get(i).at();
            PriceTimeline whole = new PriceTimeline(SKU, "GBP", null, null, fromScratch(events.subList(0, i + 1)));
            for (Duration window : List.of(Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(90))) {
                Instant told = Objects.requireNonNullElse(timeline.wholeSince(), Instant.EPOCH);
                List<?> expected = Reductions.of(whole, window, now).latest(null, Integer.MAX_VALUE).stream()
                        .filter(reduction -> !reduction.since().isBefore(told.plus(KeptPrices.LONGEST_WINDOW)))
                        .toList();
                List<?> actual = Reductions.of(timeline, window, now).latest(null, Integer.MAX_VALUE);
                assertThat(actual.toString())
                        .as("seed %s, event %s, %s", seed, i, window)
                        .isEqualTo(expected.toString());
                checked += actual.size();
            }
            assertThat(timeline.live().size()).isLessThan(450);
        }
        assertThat(checked).isGreaterThan(1000);
        assertThat(Objects.requireNonNull(timeline).wholeSince()).isNotNull();
    }

    /** The entries of all events, none of them left out, called-off ones too. */
    private static List<PriceEntry> fromScratch(List<Recorded<PricingEvent>> events) {
        List<PriceEntry> entries = new ArrayList<>();
        for (Recorded<PricingEvent> recorded : events) {
            if (recorded.event() instanceof ScheduledPriceCancelled cancelled) {
                entries.replaceAll(entry ->
                        cancelled.scheduleId().equals(entry.id()) ? entry.cancelled(cancelled.cancelledAt()) : entry);
                continue;
            }
            PriceTimeline empty = new PriceTimeline(SKU, "GBP", null, null, List.of());
            for (PriceEntry entry : PriceTimelineFold.apply(empty, recorded).entries()) {
                entries.removeIf(other -> other.isLive() && other.start().equals(entry.start()));
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparing(PriceEntry::start).thenComparingLong(PriceEntry::position));
        return entries;
    }

    private static BigDecimal amount(PriceTimeline timeline, Instant time) {
        return timeline.live().stream()
                .filter(entry -> !entry.start().isAfter(time))
                .reduce((_, later) -> later)
                .orElseThrow()
                .amount();
    }

    private static PriceTimeline stored(PriceTimeline timeline) {
        return JSON.value(JSON.text(timeline));
    }

    private static PriceTimeline after(PricingEvent... events) {
        PriceTimeline timeline = null;
        for (PricingEvent event : events) {
            long position = timeline == null ? 1 : timeline.entries().size() + 1L;
            timeline = PriceTimelineFold.apply(timeline, new Recorded<>(event, "price:" + SKU, position, 0, DAY_0));
        }
        return Objects.requireNonNull(timeline);
    }

    private static Instant day(int number) {
        return DAY_0.plus(Duration.ofDays(number));
    }

    private static ListPriceSet set(String amount, int day) {
        return new ListPriceSet(SKU, new BigDecimal(amount), "GBP", day(day));
    }

    private static PriceScheduled scheduled(String id, String amount, int start, int at) {
        return new PriceScheduled(SKU, id, new BigDecimal(amount), "GBP", day(start), day(at), null);
    }

    private static ScheduledPriceCancelled cancelled(String id, int at) {
        return new ScheduledPriceCancelled(SKU, id, "no", day(at));
    }
}
