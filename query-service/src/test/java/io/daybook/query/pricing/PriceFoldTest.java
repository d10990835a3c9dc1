package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.pricing.query.PriceStartView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.model.MissingRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFoldTest {

    private static final String SKU = "85123A";
    private static final Instant MORNING = Instant.parse("2011-01-04T10:00:00Z");
    private static final Instant NOON = Instant.parse("2011-01-04T12:00:00Z");
    private static final PriceExplanation WHY = new PriceExplanation(
            new BigDecimal("3.5"),
            new BigDecimal("2.55"),
            List.of("CEILING"),
            "CEILING",
            1L,
            0,
            "model 1",
            List.of(new PriceInput("stock", "120")),
            MORNING);

    @Test
    void showsTheLastPriceSetWithItsVersion() {
        PriceView view = after(set("2.55", MORNING), set("0.001", MORNING.plusSeconds(60)))
                .at(NOON);

        assertThat(view.current())
                .isEqualTo(new PriceStartView(
                        new BigDecimal("0.001"), MORNING.plusSeconds(60), 1, "SET", null, null, null, null));
        assertThat(view.upcoming()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,2.55,1", "0,1.95,0", "1,1.95,0"})
    void showsAScheduledPriceFromItsStartOn(long nanos, BigDecimal amount, int upcoming) {
        PriceView view = after(set("2.55", MORNING), scheduled("S-1", NOON)).at(NOON.plusNanos(nanos));

        assertThat(current(view).amount()).isEqualTo(amount);
        assertThat(view.upcoming()).hasSize(upcoming);
    }

    @Test
    void keepsWhatIsScheduledWhenThePriceChangesBeforeAndForgetsWhatIsOver() {
        PriceState state = after(
                set("2.55", MORNING),
                scheduled("S-1", NOON),
                scheduled("S-2", NOON.plusSeconds(60)),
                set("2.45", NOON.plusSeconds(1)));

        assertThat(state.starts()).extracting(PriceStartView::version).containsExactly(3L, 2L);
    }

    @Test
    void dropsACancelledPrice() {
        PriceState state = after(
                set("2.55", MORNING), scheduled("S-1", NOON), new ScheduledPriceCancelled(SKU, "S-1", "no", MORNING));

        assertThat(state.at(NOON).upcoming()).isEmpty();
        assertThat(current(state.at(NOON)).amount()).isEqualTo(new BigDecimal("2.55"));
    }

    @Test
    void showsAPolicyTheOpenProposalAndWhatBecameOfIt() {
        PriceState open = after(set("2.55", MORNING), policy(), proposed("P-1"));
        assertThat(Objects.requireNonNull(open.policy()).version()).isEqualTo(1);
        assertThat(Objects.requireNonNull(open.openProposal()).explanation()).isEqualTo(WHY);
        assertThat(PriceFold.apply(open, declined()).openProposal()).isEqualTo(open.openProposal());
        assertThat(PriceFold.apply(open, new PriceProposalRejected(SKU, "P-1", "no", NOON))
                        .openProposal())
                .isNull();

        PriceState approved = PriceFold.apply(open, changed("P-1", "ann"));

        assertThat(approved.openProposal()).isNull();
        assertThat(current(approved.at(NOON)))
                .isEqualTo(new PriceStartView(new BigDecimal("2.99"), NOON, 3, "PROPOSED", "P-1", "ann", null, WHY));
    }

    @Test
    void leavesAnOpenProposalWhereAnotherTookEffectByItself() {
        assertThat(after(
                                set("2.55", MORNING),
                                policy(),
                                proposed("P-1"),
                                new PriceChanged(SKU, "P-2", new BigDecimal("2.99"), "GBP", NOON, null, WHY))
                        .openProposal())
                .isNotNull();
    }

    @Test
    void beginsWithAPriceAScheduleOrAPolicyOnly() {
        assertThat(after(policy()).at(NOON).current()).isNull();
        assertThat(after(scheduled("S-1", NOON)).at(MORNING).current()).isNull();
        for (PricingEvent event : List.of(
                proposed("P-1"),
                declined(),
                changed("P-1", "ann"),
                new PriceProposalRejected(SKU, "P-1", "no", NOON),
                new ScheduledPriceCancelled(SKU, "S-1", "no", NOON))) {
            assertThatExceptionOfType(MissingRow.class).isThrownBy(() -> PriceFold.apply(null, event));
        }
    }

    private static PriceState after(PricingEvent first, PricingEvent... others) {
        PriceState state = PriceFold.apply(null, first);
        for (PricingEvent event : others) {
            state = PriceFold.apply(state, event);
        }
        return state;
    }

    private static PriceStartView current(PriceView view) {
        return Objects.requireNonNull(view.current());
    }

    private static ListPriceSet set(String amount, Instant validFrom) {
        return new ListPriceSet(SKU, new BigDecimal(amount), "GBP", validFrom);
    }

    private static PriceScheduled scheduled(String id, Instant startsAt) {
        return new PriceScheduled(SKU, id, new BigDecimal("1.95"), "GBP", startsAt, MORNING, null);
    }

    private static PricingPolicySet policy() {
        return new PricingPolicySet(SKU, "GBP", BigDecimal.ONE, BigDecimal.TEN, null, "PT0S", ".99", "PROPOSE");
    }

    private static PriceProposed proposed(String id) {
        return new PriceProposed(SKU, id, new BigDecimal("2.99"), "GBP", MORNING, null, WHY);
    }

    private static PriceProposalDeclined declined() {
        return new PriceProposalDeclined(SKU, "P-9", "GBP", "NO_CHANGE", null, MORNING, WHY);
    }

    private static PriceChanged changed(String id, String approvedBy) {
        return new PriceChanged(SKU, id, new BigDecimal("2.99"), "GBP", NOON, approvedBy, WHY);
    }
}
