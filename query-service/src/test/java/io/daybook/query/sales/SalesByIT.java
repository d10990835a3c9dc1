package io.daybook.query.sales;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.event.OrderLine;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Random trade around two turns of the year, in a currency of its own; what is answered is compared with a plain fold
 * of it.
 */
class SalesByIT extends QueryServiceScenario {

    private static final String CURRENCY = "XSB";
    private static final Map<String, String> CATEGORIES = Map.of("XSB-A", "Mugs", "XSB-B", "Mugs", "XSB-C", "Tins");

    private static final List<Sold> TRADE = new ArrayList<>();

    private record Sold(
            String document,
            LocalDate day,
            String country,
            @Nullable String customer,
            String sku,
            int units,
            BigDecimal amount) {

        String week() {
            return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        String category() {
            return CATEGORIES.getOrDefault(sku, "uncategorised");
        }
    }

    @BeforeEach
    void trade() {
        if (!TRADE.isEmpty()) {
            return;
        }
        CATEGORIES.forEach(
                (sku, category) -> log.append("product:" + sku, new ProductRegistered(sku, sku, true, category)));
        Random random = new Random(2011);
        for (int i = 0; i < 120; i++) {
            // the last days of 2010 are of week 52, the first of 2011 too; those of 2012 are of a week 1
            LocalDate day = LocalDate.of(i % 2 == 0 ? 2010 : 2012, 12, 20).plusDays(random.nextInt(24));
            String customer = random.nextInt(3) == 0 ? null : "XSB-" + random.nextInt(4);
            OrderEvents order = new OrderEvents(
                    "XSB-" + i,
                    customer,
                    random.nextBoolean() ? "France" : "Spain",
                    CURRENCY,
                    day.atTime(12, 0).toInstant(ZoneOffset.UTC));
            OrderLine[] lines = {
                line(
                        1,
                        "XSB-" + "ABCD".charAt(random.nextInt(4)),
                        1 + random.nextInt(5),
                        "0.0" + random.nextInt(1, 100)),
                line(2, "XSB-" + "ABCD".charAt(random.nextInt(4)), 1, "1.25")
            };
            log.append("order:" + order.orderId(), order.placed(lines), order.confirmed(lines));
            for (OrderLine line : lines) {
                TRADE.add(new Sold(
                        order.orderId(),
                        day,
                        order.country(),
                        customer,
                        line.sku(),
                        Math.toIntExact(line.quantity()),
                        line.amount()));
            }
        }
        awaitProjections();
    }

    @ParameterizedTest
    @CsvSource({
        "'day', 'day'",
        "'week', 'week'",
        "'month', 'month'",
        "'country', 'country'",
        "'category', 'category'",
        "'product', 'sku'",
        "'customer', 'customer'",
        "'month,country', 'month,country'",
        "'week,category', 'week,category'",
        "'customer,product', 'customer,sku'",
        "'country,customer', 'country,customer'"
    })
    void breaksTheFiguresDown(String by, String fields) {
        List<String> names = List.of(fields.split(",", -1));

        Map<String, String> answered = rows("/sales?limit=7&currency=XSB&by=" + by, names);

        assertThat(answered).isEqualTo(folded(names, _ -> true)).hasSizeGreaterThan(1);
        assertThat(rows("/sales?limit=200&sort=-units&currency=XSB&by=" + by, names))
                .isEqualTo(answered);
    }

    @SuppressWarnings("NullAway") // it is sold under a category
    @Test
    void filtersLinesByProductAndCategory() {
        assertThat(rows("/sales?by=month&currency=XSB&sku=XSB-A&sku=XSB-D", List.of("month")))
                .isEqualTo(folded(
                        List.of("month"), sold -> List.of("XSB-A", "XSB-D").contains(sold.sku())));
        assertThat(rows("/sales?by=country&currency=XSB&category=Mugs&until=2011-01-01", List.of("country")))
                .isEqualTo(folded(
                        List.of("country"),
                        sold -> sold.category().equals("Mugs") && sold.day().getYear() == 2010));
        assertThat(rows("/sales?by=week&currency=XSB&category=uncategorised&customer=XSB-1", List.of("week")))
                .isEqualTo(folded(
                        List.of("week"),
                        sold -> sold.category().equals("uncategorised") && "XSB-1".equals(sold.customer())));
        assertThat(get("/sales/summary?currency=XSB&category=Tins").text("revenue"))
                .isEqualTo(folded(List.of(), sold -> sold.category().equals("Tins"))
                        .get("")
                        .split(" ", -1)[0]);
    }

    @Test
    void hasTheUsualBreakdownsUnderNamesAndWhole() {
        for (String[] name : new String[][] {
            {"days", "day"},
            {"weeks", "week"},
            {"months", "month"},
            {"countries", "country"},
            {"categories", "category"},
            {"products", "sku"},
            {"customers", "customer"}
        }) {
            JsonNode answer = get("/sales/" + name[0] + "?currency=XSB").body();

            assertThat(answer.path("currency").asString()).isEqualTo(CURRENCY);
            assertThat(answer.path("next").isNull()).isTrue();
            assertThat(answer.path("items"))
                    .hasSameSizeAs(folded(List.of(name[1]), _ -> true).keySet());
        }
    }

    @Test
    void isSortedThroughTimeAndElseByRevenue() {
        assertThat(pages("/sales?by=week&limit=2&currency=XSB"))
                .extracting(row -> row.path("week").asString())
                .isSorted()
                .contains("2010-W52", "2013-W01");
        assertThat(pages("/sales?by=product&limit=1&currency=XSB"))
                .extracting(row -> new BigDecimal(row.path("revenue").asString()).negate())
                .isSorted();
        assertThat(get("/sales?by=month,country&currency=XSB&fields=month,revenue&limit=1")
                        .body()
                        .at("/items/0")
                        .propertyNames())
                .containsExactly("month", "revenue");
    }

    private Map<String, String> rows(String path, List<String> names) {
        Map<String, String> rows = new TreeMap<>();
        for (JsonNode row : pages(path)) {
            String key = names.stream()
                    .map(name ->
                            row.path(name).isNull() ? "null" : row.path(name).asString())
                    .collect(Collectors.joining("|"));
            String before = rows.put(
                    key,
                    "%s %d %d %d %d"
                            .formatted(
                                    row.path("revenue").asString(),
                                    row.path("units").asLong(),
                                    row.path("orders").asLong(),
                                    row.path("customers").asLong(),
                                    row.path("products").asLong()));
            assertThat(before).as(key).isNull();
        }
        return rows;
    }

    private static Map<String, String> folded(List<String> names, Predicate<Sold> wanted) {
        Map<String, List<Sold>> groups = TRADE.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        sold -> names.stream().map(name -> value(sold, name)).collect(Collectors.joining("|"))));
        Map<String, String> rows = new TreeMap<>();
        groups.forEach((key, group) -> rows.put(
                key,
                "%s %d %d %d %d"
                        .formatted(
                                shown(group.stream().map(Sold::amount).reduce(BigDecimal.ZERO, BigDecimal::add)),
                                group.stream().mapToInt(Sold::units).sum(),
                                distinct(group, Sold::document),
                                distinct(group, Sold::customer),
                                distinct(group, Sold::sku))));
        return rows;
    }

    private static String value(Sold sold, String name) {
        return switch (name) {
            case "day" -> sold.day().toString();
            case "week" -> sold.week();
            case "month" -> sold.day().toString().substring(0, 7);
            case "country" -> sold.country();
            case "customer" -> String.valueOf(sold.customer());
            case "sku" -> sold.sku();
            case "category" -> sold.category();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String shown(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }

    private static long distinct(List<Sold> group, Function<Sold, @Nullable String> value) {
        return group.stream().map(value).filter(Objects::nonNull).distinct().count();
    }
}
