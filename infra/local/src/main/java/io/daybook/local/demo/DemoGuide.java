package io.daybook.local.demo;

import io.daybook.local.traffic.Services;
import io.daybook.local.traffic.Trade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What to try on the simulated shop with curl; every id is one of its data. */
public final class DemoGuide {

    private static final String CURL = "curl -s -H \"Authorization: Bearer $TOKEN\"";

    private final Services services;
    private final List<String> lines = new ArrayList<>();

    DemoGuide(Services services, Trade order, Trade returned, Trade cancelled) {
        this.services = services;
        figures();
        orders(order, returned, cancelled);
        windows();
        commands();
    }

    /** The guide, line by line. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void figures() {
        lines.add("The data is simulated. Things to try, once the shell has a token:");
        lines.add("");
        lines.add("TOKEN=$(infra/daybook token)");
        section("Figures");
        query("/sales/summary");
        query("/sales/days?from=%s&until=%s".formatted(Calendar.FIRST_DAY, Calendar.FIRST_DAY.plusWeeks(1)));
        query("/sales/countries");
        query("/sales/products?from=%s".formatted(PriceHistory.OFFER_DAY));
    }

    private void orders(Trade order, Trade returned, Trade cancelled) {
        section("An order; one a piece of which came back; one cancelled; one rejected because bells sold out");
        query("/orders/" + order.id());
        query("/orders/" + returned.id());
        query("/orders/" + cancelled.id());
        query("/orders/" + BellStory.orderThatIsRejected().id());
        query("/stock/" + Assortment.BELL.sku());
        query("/orders?status=REJECTED");
        query("/customers/" + BellStory.orderThatGetsThem().customerId() + "/orders");
    }

    private void windows() {
        section("Windows: a product by the hour on the first Saturday, and the best sellers of that day");
        LocalDate saturday = Calendar.FIRST_DAY.plusDays(5);
        lines.add(curl("%s/windows/products/MUG-CREAM?size=PT1H&from=%s&until=%s"
                .formatted(services.analytics(), saturday, saturday.plusDays(1))));
        lines.add(curl("%s/windows/top?at=%s&size=P1D&by=units&limit=5"
                .formatted(services.analytics(), saturday.plusDays(1))));
    }

    private void commands() {
        section("Trade yourself: get two bells in, sell one at its list price, and a moment later look at it");
        post("/stock/BELL-BRASS/receipts", "{\"quantity\":2}");
        post(
                "/orders",
                "{\"orderId\":\"MINE-1\",\"country\":\"United Kingdom\",\"currency\":\"GBP\","
                        + "\"lines\":[{\"sku\":\"BELL-BRASS\",\"quantity\":1}]}");
        query("/orders/MINE-1");
        section("How far each service has come in the log");
        lines.add(curl(services.command() + "/positions"));
        query("/positions");
        lines.add(curl(services.analytics() + "/positions"));
    }

    private void section(String title) {
        lines.add("");
        lines.add("# " + title);
    }

    private void query(String pathAndQuery) {
        lines.add(curl(services.query() + pathAndQuery));
    }

    private void post(String path, String body) {
        lines.add(CURL + " -H 'Content-Type: application/json' -d '%s' %s%s".formatted(body, services.command(), path));
    }

    private static String curl(String address) {
        return address.indexOf('?') < 0 ? CURL + " " + address : CURL + " '" + address + "'";
    }
}
