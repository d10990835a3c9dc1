package io.daybook.query.platform.generation;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the generations into the pool. */
@Configuration(proxyBeanMethods = false)
class GenerationConfiguration {

    @Bean
    static BeanPostProcessor generationDataSource(ObjectProvider<GenerationPath> path) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof GenerationDataSource)
                        ? new GenerationDataSource(pool, path.getObject())
                        : bean;
            }
        };
    }
}
