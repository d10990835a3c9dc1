package io.daybook.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.FakeShop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedShopTest {

    private final StringWriter said = new StringWriter();

    @Test
    void addsNothingWhenItIsOpenedAgain() throws Exception {
        try (FakeShop fake = new FakeShop()) {
            assertThat(shop(fake).open()).isTrue();
            List<String> first = fake.commands().bodies();
            List<String> visits = fake.visits();
            assertThat(shop(fake).open()).isTrue();

            assertThat(fake.commands().bodies()).isEqualTo(first);
            assertThat(fake.visits()).isEqualTo(visits);
            assertThat(first).anyMatch(body -> body.contains("\"orderId\":\"S-BELL-2\""));
            assertThat(said.toString()).contains("simulated").contains("0 changed something");
        }
    }

    @Test
    void asksForMoreBellsThanAreLeftOnlyAfterTheOthersAreSold() throws Exception {
        try (FakeShop fake = new FakeShop()) {
            shop(fake).open();
            List<String> bodies = fake.commands().bodies();

            assertThat(index(bodies, "S-BELL-1")).isLessThan(index(bodies, "S-BELL-2"));
        }
    }

    @Test
    void hasVisitorsWhoLookBeforeTheyOrder() throws Exception {
        try (FakeShop fake = new FakeShop()) {
            shop(fake).open();

            assertThat(fake.visits())
                    .hasSizeGreaterThan(5_000)
                    .doesNotHaveDuplicates()
                    .allMatch(visit -> visit.contains("\"at\":\"2026-1"))
                    .anyMatch(visit -> visit.startsWith("{\"type\":\"Searched\""))
                    .anyMatch(visit -> visit.startsWith("{\"type\":\"RemovedFromCart\""));
            assertThat(index(fake.visits(), "\"sessionId\":\"visit-S00001\"")).isZero();
        }
    }

    @Test
    void registersItsGoodsWithTheirCategories() throws Exception {
        try (FakeShop fake = new FakeShop()) {
            shop(fake).open();

            assertThat(fake.commands().bodies())
                    .contains("{\"sku\":\"MUG-CREAM\",\"name\":\"Cream enamel mug\",\"stocked\":true,"
                            + "\"category\":\"Kitchen/Tableware\"}")
                    .contains("{\"sku\":\"POSTAGE\",\"name\":\"Postage\",\"stocked\":false}");
        }
    }

    @Test
    void tellsWhatToTry() {
        try (FakeShop fake = new FakeShop()) {
            assertThat(shop(fake).guide().lines())
                    .anyMatch(line -> line.endsWith("/sales/summary"))
                    .anyMatch(line -> line.endsWith("/orders/S-BELL-2"))
                    .anyMatch(line -> line.contains("/windows/top?at=2026-10-11"));
        }
    }

    private SimulatedShop shop(FakeShop fake) {
        return new SimulatedShop(fake.services(), new PrintWriter(said));
    }

    private static int index(List<String> bodies, String part) {
        for (int index = 0; index < bodies.size(); index++) {
            if (bodies.get(index).contains(part)) {
                return index;
            }
        }
        throw new AssertionError("nobody asked for " + part);
    }
}
