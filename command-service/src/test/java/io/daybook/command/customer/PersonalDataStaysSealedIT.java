package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.command.CommandServiceScenario;
import io.daybook.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Sends what is easily recognised, in all ways that succeed and fail, and looks for it everywhere. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataStaysSealedIT extends CommandServiceScenario {

    private static final String NAME = "Zebedee Quagmire";
    private static final String STREET = "Xylophone Alley";
    private static final String MAILBOX = "zebedee.quagmire";

    @Autowired
    private TestPostgres postgres;

    @Test
    void nothingPersonalIsInTheDatabaseTheLogOrAReply(CapturedOutput output) {
        String id = fresh("C");
        String email = MAILBOX + "@" + fresh("quagmire") + ".example";
        assertThat(replies(id, email))
                .allSatisfy(reply -> assertThat(reply)
                        .doesNotContainIgnoringCase(NAME)
                        .doesNotContainIgnoringCase(STREET)
                        .doesNotContainIgnoringCase(MAILBOX));
        CustomerRegistered registered =
                (CustomerRegistered) eventsOf("customer:" + id).getFirst();

        assertThat(found(registered.sealed().ciphertext())).containsExactly("events.event");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(id)).contains("customer_keys.data_key", "events.event"));
        assertThat(Stream.of(NAME, STREET, MAILBOX, email).flatMap(plain -> found(plain).stream()))
                .isEmpty();
        assertThat(output.getAll())
                .contains("sees-this")
                .doesNotContainIgnoringCase(NAME)
                .doesNotContainIgnoringCase(STREET)
                .doesNotContainIgnoringCase(MAILBOX);
    }

    /** The bodies of what is answered to fit, repeated, clashing and unfit requests. */
    private List<String> replies(String id, String email) {
        LoggerFactory.getLogger(getClass()).warn("the capture sees-this");
        String other = fresh("C");
        return Stream.of(
                        post("/customers", body(id, email)),
                        post("/customers", body(id, email)),
                        post("/customers", body(other, email)),
                        post("/customers", body(id, "x" + email)),
                        put("/customers/" + id, body(id, "new." + email)),
                        put("/customers/" + other, body(other, "other." + email)),
                        post("/customers", body(other, MAILBOX)),
                        post("/customers", body(NAME + ":", email)),
                        post("/customers", "{\"name\":[\"" + NAME + "\"],\"email\":\"" + email + "\"}"),
                        post("/customers", "{\"name\":\"" + NAME + "\",\"registeredAt\":\"" + email + "\"}"),
                        post("/customers", "{\"name\":\"" + NAME + "\",\"address\":\"" + STREET + "\"}"),
                        post("/customers", "{\"name\":\"" + NAME + "\",\"email\":" + email + "}"))
                .map(reply -> reply.expectBody(String.class).returnResult())
                .map(result -> result.getStatus() + " " + result.getResponseHeaders() + " " + result.getResponseBody())
                .toList();
    }

    private static String body(String id, String email) {
        return """
                {"customerId":"%s","name":"%s","email":"%s",
                "address":{"lines":["7 %s"],"city":"London","country":"UK"}}""".formatted(id, NAME, email, STREET);
    }

    /** The tables that have this text in any form that a row may have it in. */
    private List<String> found(String text) {
        JdbcClient all = JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl(), "postgres", ""));
        return all.sql("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""").query((row, _) -> row.getString(1)).list().stream()
                .filter(table -> forms(text)
                        .anyMatch(form -> all.sql("SELECT EXISTS (SELECT FROM %s t WHERE strpos(lower(t::text), ?) > 0)"
                                        .formatted(table))
                                .param(form)
                                .query(Boolean.class)
                                .single()))
                .toList();
    }

    /**
     * As text, as the hexadecimal digits of bytes, and as the part of a Base64 text that is the same wherever it
     * begins.
     */
    private static Stream<String> forms(String text) {
        return Stream.concat(
                        Stream.of(text, text.toLowerCase(Locale.ROOT))
                                .flatMap(form -> Stream.of(form, HexFormat.of().formatHex(bytes(form)))),
                        Stream.of("", "1", "12").flatMap(before -> {
                            String base64 = Base64.getEncoder().encodeToString(bytes(before + text));
                            String inner = base64.substring(4, base64.length() - 4);
                            return Stream.of(inner, HexFormat.of().formatHex(bytes(inner)));
                        }))
                .map(form -> form.toLowerCase(Locale.ROOT));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
