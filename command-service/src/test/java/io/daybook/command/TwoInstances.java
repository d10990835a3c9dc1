package io.daybook.command;

import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.TestKafka;
import io.daybook.testing.TestPostgres;
import io.daybook.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A second instance of the service on the store and the broker of the first, in the same JVM, with a web server of its
 * own.
 */
public final class TwoInstances implements AutoCloseable {

    private final ConfigurableApplicationContext second;
    private final List<RestTestClient> clients;

    /** Starts the second instance beside the first. */
    public TwoInstances(ApplicationContext first) {
        this(first, Map.of());
    }

    /** Starts the second instance beside the first, with properties of its own. */
    public TwoInstances(ApplicationContext first, Map<String, String> properties) {
        Map<String, String> settings = new TreeMap<>(TestTokens.settings());
        settings.put(
                MasterKeysForTests.PROPERTY, first.getEnvironment().getRequiredProperty(MasterKeysForTests.PROPERTY));
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("spring.datasource.url", first.getBean(TestPostgres.class).jdbcUrl());
        settings.put("spring.kafka.bootstrap-servers", TestKafka.shared().bootstrapServers());
        settings.putAll(properties);
        second = new SpringApplicationBuilder(CommandServiceApplication.class, SecondNode.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        clients = List.of(client(first), client(second));
    }

    /** Posts to the one or the other instance, in turn by number. */
    public RestTestClient.ResponseSpec post(int number, String path, String json) {
        return clients.get(Math.floorMod(number, clients.size()))
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    /** The context of the second instance. */
    public ConfigurableApplicationContext second() {
        return second;
    }

    private static RestTestClient client(ApplicationContext instance) {
        String port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> headers.setBearerAuth(TestTokens.withAllScopes()))
                .build();
    }

    @Override
    public void close() {
        second.close();
    }

    /** A claim on a segment is owned by a node, which by default is the JVM: in one JVM both instances would be one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SecondNode {

        @Bean
        TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
            return JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .serializer(serializer)
                    .nodeId("second")
                    .build();
        }
    }
}
