package io.daybook.command;

import io.daybook.testing.TestKafka;
import io.daybook.testing.TestPostgres;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A second instance of the service on the store and the broker of the first, in the same JVM, with a web server of its own. */
public final class TwoInstances implements AutoCloseable {

    private final ConfigurableApplicationContext second;
    private final List<RestTestClient> clients;

    /** Starts the second instance beside the first, of which this is a client. */
    public TwoInstances(RestTestClient first, TestPostgres postgres, String... properties) {
        second = new SpringApplicationBuilder(CommandServiceApplication.class, SecondNode.class)
                .properties("spring.jmx.enabled=false")
                .properties(properties)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.jdbcUrl(),
                        "--spring.kafka.bootstrap-servers=" + TestKafka.shared().bootstrapServers());
        String port = second.getEnvironment().getRequiredProperty("local.server.port");
        RestTestClient other = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        clients = List.of(first, other);
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
