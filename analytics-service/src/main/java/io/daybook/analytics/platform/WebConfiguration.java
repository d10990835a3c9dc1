package io.daybook.analytics.platform;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server needs to be told beyond its properties. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** A SKU may hold a slash, which is percent-encoded in a path; the container refuses that by default. */
    @Bean
    TomcatConnectorCustomizer encodedSlashes() {
        return connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    }
}
