package io.daybook.command.platform;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Identifiers may have slashes in them, and stand in paths. */
@Configuration(proxyBeanMethods = false)
class PathConfiguration {

    /** An encoded slash is part of an identifier: Tomcat hands it on, and Spring decodes each segment by itself. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInIdentifiers() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
