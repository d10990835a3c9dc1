package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.QueryServiceScenario;
import io.daybook.resourceserver.EndpointMatrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class EndpointScopesIT extends QueryServiceScenario {

    @Autowired
    private ApplicationContext service;

    @TestFactory
    Stream<DynamicTest> opensEachEndpointForItsScopeAlone() {
        return new EndpointMatrix(service, at("/")).tests();
    }

    @Test
    void showsTheActuatorOnItsOwnPortOnly() {
        assertThat(get("/actuator/health").status()).isEqualTo(403);
        assertThat(actuator("/metrics").status()).isEqualTo(200);
        assertThat(actuator("/env").status()).isEqualTo(401);
    }
}
