package io.daybook.query.platform.cache;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Where answers from memory stand among the filters. */
@Configuration(proxyBeanMethods = false)
class ResponseCacheConfiguration {

    /** Behind them: to observe one would cost an eighth of it, and they are counted. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> requestObservations(ObservationRegistry observations) {
        var registration = new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }
}
