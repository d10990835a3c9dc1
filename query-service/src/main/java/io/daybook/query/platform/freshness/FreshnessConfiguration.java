package io.daybook.query.platform.freshness;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every request for read models pass the interceptor, behind all that choose a generation. */
@Configuration(proxyBeanMethods = false)
class FreshnessConfiguration implements WebMvcConfigurer {

    private final FreshnessInterceptor interceptor;

    FreshnessConfiguration(FreshnessInterceptor interceptor) {
        this.interceptor = interceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(Ordered.LOWEST_PRECEDENCE - 1);
    }
}
