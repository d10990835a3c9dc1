package io.daybook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.PlaintextSearch.Searched;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PlaintextSearchIT {

    private static final TestPostgres DATABASE = TestPostgres.shared().freshDatabase();

    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(DATABASE.jdbcUrl(), TestPostgres.SUPERUSER, ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ann', 'x quarrelsomeword y', '', '{}', '{}'",
                "'ann', 'QuarrelsomeWord', '', '{}', '{}'",
                "'ann', '', convert_to('x quarrelsomeword', 'UTF8'), '{}', '{}'",
                "'ann', '', '', '{\"a\": {\"b\": \"quarrelsomeword\"}}', '{}'",
                "'ann', '', '', '{}', '{one, quarrelsomeword}'",
                "'ann', encode('quarrelsomeword', 'base64'), '', '{}', '{}'",
                "'ann', encode('a quarrelsomeword b', 'base64'), '', '{}', '{}'",
                "'ann', encode('ab quarrelsomeword b', 'base64'), '', '{}', '{}'"
            })
    void findsAWordWhateverTheColumnIs(String values) {
        jdbc.sql("CREATE SCHEMA hidden").update();
        jdbc.sql("CREATE TABLE hidden.place (id text, t text, b bytea, j jsonb, a text[])")
                .update();
        jdbc.sql("INSERT INTO hidden.place VALUES (" + values + ")").update();

        Searched searched = PlaintextSearch.of("quarrelsomeword").database(DATABASE.jdbcUrl(), TestPostgres.SUPERUSER);
        Searched other = PlaintextSearch.of("otherwordaltogether").database(DATABASE.jdbcUrl(), TestPostgres.SUPERUSER);
        jdbc.sql("DROP SCHEMA hidden CASCADE").update();

        assertThat(searched.findings()).containsExactly("hidden.place");
        assertThat(other.findings()).isEmpty();
        assertThat(searched.rows()).isPositive();
    }

    @Test
    void findsAWordInThePlannersStatistics() {
        jdbc.sql("CREATE TABLE public.sampled AS SELECT 'statisticalword' AS t FROM generate_series(1, 1000)")
                .update();
        jdbc.sql("ANALYZE public.sampled").update();
        jdbc.sql("DELETE FROM public.sampled").update();

        Searched searched = PlaintextSearch.of("statisticalword").database(DATABASE.jdbcUrl(), TestPostgres.SUPERUSER);
        jdbc.sql("DROP TABLE public.sampled").update();

        assertThat(searched.findings()).containsExactly("pg_catalog.pg_statistic");
    }

    @Test
    void findsAWordInBytes() {
        PlaintextSearch search = PlaintextSearch.of("quarrelsomeword");

        assertThat(search.isIn("\0Quarrelsomeword\u1234".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(search.isIn(Base64.getEncoder().encode("ab quarrelsomeword c".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(search.isIn("quarrelsome word".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
