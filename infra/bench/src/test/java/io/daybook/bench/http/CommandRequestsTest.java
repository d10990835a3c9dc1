package io.daybook.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandRequestsTest {

    private final CommandRequests requests = new CommandRequests("Authorization: Bearer t\r\n");

    @Test
    void registersProductsBeforeItRevisesThem() {
        List<String> first = next(600);

        assertThat(first.subList(0, 512)).allMatch(request -> request.startsWith("POST /products HTTP/1.1\r\n"));
        assertThat(first.subList(512, 600))
                .filteredOn(request -> request.startsWith("PUT "))
                .hasSize(44);
        assertThat(first.subList(512, 600))
                .filteredOn(request -> request.startsWith("PUT "))
                .allMatch(request ->
                        first.subList(0, 512).stream().anyMatch(made -> made.contains("\"" + sku(request) + "\"")));
    }

    @Test
    void everyRequestHasAKeyOfItsOwnAndTheFurtherHeaders() {
        List<String> all = next(1_000);

        assertThat(all.stream().map(CommandRequestsTest::key).distinct()).hasSize(1_000);
        assertThat(all).allMatch(request -> request.contains("\r\nAuthorization: Bearer t\r\n"));
    }

    private List<String> next(int count) {
        return Stream.generate(requests)
                .limit(count)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .toList();
    }

    private static String sku(String request) {
        return request.substring("PUT /products/".length(), request.indexOf(" HTTP"));
    }

    private static String key(String request) {
        return request.lines()
                .filter(line -> line.startsWith("Idempotency-Key: "))
                .findFirst()
                .orElseThrow();
    }
}
