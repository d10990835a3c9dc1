package io.daybook.query.platform.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is asked of lists from the database. */
@Component
final class Lists {

    private static final int ROWS_AT_ONCE = 500;

    private final NamedParameterJdbcTemplate pages;
    private final NamedParameterJdbcTemplate cursors;
    private final TransactionTemplate reading;
    private final JsonMapper mapper;

    Lists(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper mapper) {
        this.pages = new NamedParameterJdbcTemplate(jdbc);
        JdbcTemplate rowByRow = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        rowByRow.setFetchSize(ROWS_AT_ONCE);
        this.cursors = new NamedParameterJdbcTemplate(rowByRow);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.mapper = mapper;
    }

    /** Does something with the view of a row. */
    @FunctionalInterface
    interface Each {
        void row(JsonNode view);
    }

    /** A page as it is shown: the heading, the items, and the cursor of the next page. */
    <V> Map<String, @Nullable Object> page(Listed<V> listed) {
        List<JsonNode> items = new ArrayList<>();
        String next = pages.query(listed.sql(), listed.values(), rows -> {
            String last = null;
            while (rows.next()) {
                if (items.size() == listed.limit()) {
                    return last;
                }
                items.add(listed.fields().choose(view(listed, rows)));
                last = items.size() == listed.limit() ? cursor(listed, rows) : null;
            }
            return null;
        });
        Map<String, @Nullable Object> page = new LinkedHashMap<>(listed.heading());
        page.put("items", items);
        page.put("next", next);
        return page;
    }

    /** Every row, as the database sends them: so many at once are in memory, however many there are. */
    <V> void each(Listed<V> listed, Each each) {
        reading.executeWithoutResult(_ ->
                cursors.query(listed.sql(), listed.values(), (RowCallbackHandler) row -> each.row(view(listed, row))));
    }

    private <V> JsonNode view(Listed<V> listed, ResultSet row) throws SQLException {
        return mapper.valueToTree(listed.list().view.mapRow(row, 0));
    }

    private static String cursor(Listed<?> listed, ResultSet row) throws SQLException {
        List<@Nullable String> keys = new ArrayList<>();
        List<Keyset.Term> terms = listed.order().terms();
        for (int i = 0; i < terms.size(); i++) {
            keys.add(terms.get(i).sort().type().text(row, Listed.keyColumn(i)));
        }
        return Cursor.text(listed.question(), keys);
    }
}
