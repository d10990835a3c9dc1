package io.daybook.query.pricing;

import static io.daybook.query.platform.list.ValueType.DECIMAL;
import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** {@code GET /prices}, and what happened to one. */
final class PriceLists {

    /** Which price is in force depends on the time, so it is looked up in the state of each. */
    private static final String PRICES = """
            price CROSS JOIN LATERAL (SELECT state::jsonb AS doc) parsed LEFT JOIN LATERAL (
                SELECT (start ->> 'amount')::numeric AS amount, (start ->> 'startsAt')::timestamptz AS starts_at
                FROM jsonb_array_elements(doc -> 'starts') start
                WHERE (start ->> 'startsAt')::timestamptz <= :now
                ORDER BY starts_at DESC LIMIT 1
            ) in_force ON true""";

    private static final String CHANGE_FACTS = " CROSS JOIN LATERAL (SELECT change::jsonb ->> 'kind' AS kind,"
            + " (change::jsonb ->> 'at')::timestamptz AS at) facts";

    /** What was folded for one answer, as rows. */
    private static final String FOLDED = """
            (SELECT (told ->> 'position')::bigint AS number, CAST(:ofSku AS text) AS sku, told::text AS change
                FROM json_array_elements(CAST(:folded AS json)) told) price_change""";

    private static final Json<List<PriceChangeView>> TOLD = Json.of(new TypeReference<List<PriceChangeView>>() {});

    static final Listing<PriceChangeView> CHANGES_OF_A_PRICE = changes("price_change");

    static final Listing<PriceChangeView> FOLDED_CHANGES = changes(FOLDED);

    private PriceLists() {}

    private static Listing<PriceChangeView> changes(String from) {
        return Listing.named("price-changes", PriceChangeView.class)
                .filters(Filter.of("kind", "kind", TEXT))
                .filters(Filter.range("at", "at", INSTANT))
                .key(Sort.by("position", "number", NUMBER))
                .order("-position")
                .of(
                        from + CHANGE_FACTS,
                        (row, _) -> PriceChangeRows.TABLE.view(row).view());
    }

    /** The prices as they are at a time; the first price of some may be still to come. */
    static Listing<PriceView> prices(Instant now) {
        return Listing.named("prices", PriceView.class)
                .filters(
                        Filter.of("sku", "sku", TEXT),
                        Filter.prefix("skuPrefix", "sku"),
                        Filter.of("currency", "(doc ->> 'currency')", TEXT),
                        Filter.flag("policy", "doc -> 'policy' <> 'null'"),
                        Filter.flag("openProposal", "doc -> 'openProposal' <> 'null'"),
                        Filter.flag(
                                "upcoming",
                                "EXISTS (SELECT FROM jsonb_array_elements(doc -> 'starts') start"
                                        + " WHERE (start ->> 'startsAt')::timestamptz > :now)"))
                .filters(Filter.range("amount", "amount", DECIMAL))
                .filters(Filter.range("starts", "starts_at", INSTANT))
                .sorts(Sort.byOptional("amount", "amount", DECIMAL), Sort.byOptional("startsAt", "starts_at", INSTANT))
                .key(Sort.by("sku", "sku", TEXT))
                .order("sku")
                .of(PRICES, (row, _) -> PriceRows.TABLE.view(row).at(now));
    }

    static Condition at(Instant now) {
        return new Condition("", Map.of("now", now.atOffset(ZoneOffset.UTC)));
    }

    static Condition of(String sku) {
        return new Condition("sku = :ofSku", Map.of("ofSku", sku));
    }

    static Condition folded(String sku, List<PriceChangeView> changes) {
        return new Condition("", Map.of("ofSku", sku, "folded", TOLD.text(changes)));
    }
}
