package io.daybook.local.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.RequestKind;
import io.daybook.local.traffic.ShopRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers of the real file, added up from the very requests that an import sends. */
@EnabledIf(
        value = "io.daybook.local.onlineretail.RetailData#isThere",
        disabledReason = "The Online Retail file is neither in ../shared/data nor in the folder DAYBOOK_DATA")
class WholeYearMappingTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<RequestKind, Long> REQUESTS = new EnumMap<>(RequestKind.class);
    private static final Map<String, BigDecimal> MONTHS = new HashMap<>();
    private static final Map<String, BigDecimal> DAYS = new HashMap<>();
    private static final Map<String, BigDecimal> COUNTRIES = new HashMap<>();
    private static final Map<String, BigDecimal> CUSTOMERS = new HashMap<>();
    private static final Set<String> IDS = new HashSet<>();
    private static final ImportRecord RECORD = new ImportRecord();
    private static BigDecimal cancelled = BigDecimal.ZERO;
    private static long lines;
    private static long rowsRead;

    @BeforeAll
    static void planTheWholeYear() throws IOException {
        try (RetailFile file = RetailFile.open(RetailData.file())) {
            TradingDays days = new TradingDays(file, LocalDate.MAX, RECORD::add);
            DayPlanner planner = new DayPlanner();
            TradingDay day = days.next();
            while (day != null) {
                RECORD.add(day);
                DayPlan plan = planner.plan(day);
                plan.products().forEach(WholeYearMappingTest::count);
                plan.pricesAndReceipts().forEach(WholeYearMappingTest::count);
                plan.trade().forEach(WholeYearMappingTest::book);
                day = days.next();
            }
            rowsRead = days.rowsRead();
        }
    }

    private static void count(ShopRequest request) {
        REQUESTS.merge(request.kind(), 1L, Long::sum);
    }

    private static void book(ShopRequest request) {
        count(request);
        JsonNode body = JSON.readTree(request.body());
        if (request.kind() == RequestKind.WRITE_OFF) {
            IDS.add(body.get("writeOffId").asString());
            lines++;
            return;
        }
        String idField = switch (request.kind()) {
            case ORDER -> "orderId";
            case RETURN -> "returnId";
            default -> "adjustmentId";
        };
        IDS.add(body.get(idField).asString());
        String timeField = switch (request.kind()) {
            case ORDER -> "placedAt";
            case RETURN -> "returnedAt";
            default -> "recordedAt";
        };
        BigDecimal amount = request.kind() == RequestKind.ADJUSTMENT ? adjusted(body) : sum(body.get("lines"));
        BigDecimal signed = request.kind() == RequestKind.RETURN ? amount.negate() : amount;
        cancelled = request.kind() == RequestKind.RETURN ? cancelled.add(signed) : cancelled;
        LocalDate date = LocalDate.ofInstant(Instant.parse(body.get(timeField).asString()), InvoiceRow.SHOP_ZONE);
        DAYS.merge(date.toString(), signed, BigDecimal::add);
        MONTHS.merge(date.toString().substring(0, 7), signed, BigDecimal::add);
        COUNTRIES.merge(body.get("country").asString(), signed, BigDecimal::add);
        if (body.has("customerId")) {
            CUSTOMERS.merge(body.get("customerId").asString(), signed, BigDecimal::add);
        }
    }

    private static BigDecimal adjusted(JsonNode body) {
        lines++;
        return new BigDecimal(body.get("amount").asString());
    }

    private static BigDecimal sum(JsonNode orderLines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : orderLines) {
            lines++;
            sum = sum.add(new BigDecimal(line.get("unitPrice").asString())
                    .multiply(BigDecimal.valueOf(line.get("quantity").asLong())));
        }
        return sum;
    }

    @Test
    void accountsForEveryRow() {
        assertThat(rowsRead).isEqualTo(541_909);
        assertThat(lines).isEqualTo(541_909);
        assertThat(RECORD.of(RowKind.BROKEN)).isZero();
        assertThat(RECORD.of(RowKind.ORDER_LINE) + RECORD.of(RowKind.FREE_LINE) + RECORD.of(RowKind.SERVICE_LINE))
                .isEqualTo(531_282);
        assertThat(RECORD.of(RowKind.RETURN_LINE)).isEqualTo(9_288);
        assertThat(RECORD.of(RowKind.WRITE_OFF)).isEqualTo(1_336);
        assertThat(RECORD.of(RowKind.ADJUSTMENT)).isEqualTo(3);
    }

    @Test
    void makesAsManyRequestsOfEachKindAsTheYearHasOccasions() {
        assertThat(REQUESTS)
                .containsEntry(RequestKind.PRODUCT, 4_070L)
                .containsEntry(RequestKind.ORDER, 20_725L)
                .containsEntry(RequestKind.RETURN, 3_836L)
                .containsEntry(RequestKind.WRITE_OFF, 1_336L)
                .containsEntry(RequestKind.ADJUSTMENT, 3L)
                .containsEntry(RequestKind.LIST_PRICE, 72_962L)
                .containsEntry(RequestKind.RECEIPT, 12_246L);
        assertThat(IDS).hasSize(20_725 + 3_836 + 1_336 + 3);
    }

    @Test
    void addsUpToTheRevenueOfTheYear() {
        assertThat(total(MONTHS)).isEqualByComparingTo("9747747.934");
        assertThat(RECORD.figures().revenue()).isEqualByComparingTo("9747747.934");
        assertThat(MONTHS.get("2011-11")).isEqualByComparingTo("1461756.25");
        assertThat(MONTHS.get("2010-12")).isEqualByComparingTo("748957.02");
        assertThat(MONTHS.get("2011-06")).isEqualByComparingTo("691123.12");
        assertThat(DAYS).hasSize(305);
        assertThat(DAYS.get("2011-11-14")).isEqualByComparingTo("112141.11");
        assertThat(DAYS.get("2011-01-05")).isEqualByComparingTo("-1566.23");
    }

    @Test
    void addsUpToTheFiguresOfCountriesAndCustomers() {
        assertThat(COUNTRIES).hasSize(38);
        assertThat(COUNTRIES.get("United Kingdom")).isEqualByComparingTo("8187806.364");
        assertThat(CUSTOMERS).hasSize(4_372);
        assertThat(CUSTOMERS.get("14646")).isEqualByComparingTo("279489.02");
    }

    @Test
    void addsUpToTheCancellations() {
        assertThat(cancelled).isEqualByComparingTo("-896812.49");
        assertThat(RECORD.figures().cancelled()).isEqualByComparingTo("-896812.49");
        assertThat(RECORD.figures().cancellations()).isEqualTo(3_836);
        assertThat(RECORD.figures().orders()).isEqualTo(20_725);
        assertThat(RECORD.figures().customers()).isEqualTo(4_372);
        assertThat(RECORD.figures().products()).isEqualTo(4_070);
    }

    private static BigDecimal total(Map<String, BigDecimal> figures) {
        return figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
