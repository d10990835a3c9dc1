package io.daybook.e2e;

import io.daybook.local.traffic.SalesSummary;
import io.daybook.local.traffic.ServiceAnswers;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the query-service and the analytics-service answer. */
final class ReadSide implements AutoCloseable {

    private final ServiceAnswers answers;
    private final RunningSystem system;

    ReadSide(RunningSystem system) {
        this.system = system;
        this.answers = new ServiceAnswers(system.services().tokens());
    }

    SalesSummary summary(String filters) {
        return get(system.services().query(), "/sales/summary" + filters, SalesSummary.class);
    }

    /** Revenue by row of {@code /sales/days}, {@code months} or {@code countries}. */
    Map<String, BigDecimal> revenueBy(String rows, String key) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        for (JsonNode row : query("/sales/" + rows).get("items")) {
            revenue.put(
                    row.get(key).asString(), new BigDecimal(row.get("revenue").asString()));
        }
        return revenue;
    }

    JsonNode query(String pathAndQuery) {
        return get(system.services().query(), pathAndQuery, JsonNode.class);
    }

    /** Available pieces by SKU, page by page. */
    Map<String, Long> availableStock() {
        Map<String, Long> available = new TreeMap<>();
        String cursor = "";
        while (true) {
            JsonNode page = query("/stock?limit=200" + cursor);
            for (JsonNode item : page.get("items")) {
                available.put(
                        item.get("sku").asString(),
                        item.get("onHand").asLong() - item.get("reserved").asLong());
            }
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return available;
            }
            cursor = "&cursor=" + encoded(page.get("next").asString());
        }
    }

    /** What the windows add up to. */
    record Totals(long units, BigDecimal revenue) {}

    Totals totals(String range) {
        return get(system.services().analytics(), "/windows/totals" + range, Totals.class);
    }

    /** Units of each day by the product's windows of 24 hours; only right where no clock is changed. */
    Map<LocalDate, Long> unitsByDay(String sku, LocalDate from, LocalDate until) {
        JsonNode windows = get(
                        system.services().analytics(),
                        "/windows/products/%s?size=P1D&from=%s&until=%s".formatted(encoded(sku), from, until),
                        JsonNode.class)
                .get("windows");
        Map<LocalDate, Long> units = new TreeMap<>();
        for (JsonNode window : windows) {
            if (window.get("units").asLong() != 0) {
                units.put(
                        LocalDate.parse(window.get("start").asString().substring(0, 10)),
                        window.get("units").asLong());
            }
        }
        return units;
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T get(URI service, String pathAndQuery, Class<T> type) {
        try {
            return answers.get(service, pathAndQuery, type);
        } catch (IOException e) {
            throw new AssertionError(pathAndQuery, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(pathAndQuery, e);
        }
    }

    @Override
    public void close() {
        answers.close();
    }
}
