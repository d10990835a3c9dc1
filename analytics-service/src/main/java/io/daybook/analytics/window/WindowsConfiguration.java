package io.daybook.analytics.window;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.TopologySource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Puts the windows by configuration together: a topology each. */
@Configuration(proxyBeanMethods = false)
@Import(WindowsConfiguration.Topologies.class)
class WindowsConfiguration {

    @Bean
    ConfiguredWindows configuredWindows(WindowProperties properties) {
        return new ConfiguredWindows(properties);
    }

    @Bean
    ToldResults toldResults(AnalyticsProperties analytics, WindowProperties properties) {
        return new ResultScan(analytics.bootstrapServers(), properties.windowsTopic());
    }

    /** As many beans as there are windows. */
    static final class Topologies implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            WindowProperties properties =
                    Binder.get(environment).bindOrCreate("daybook.analytics", WindowProperties.class);
            new ConfiguredWindows(properties)
                    .all()
                    .forEach(window -> registry.registerBean(
                            ConfiguredWindow.topologyOf(window.name()),
                            TopologySource.class,
                            bean -> bean.supplier(beans -> sourceOf(
                                    beans.bean(ConfiguredWindows.class)
                                            .find(window.name())
                                            .orElseThrow(),
                                    properties,
                                    beans.bean(AnalyticsProperties.class).topic(),
                                    beans.bean(Admin.class),
                                    beans.bean(ToldResults.class)))));
        }

        private static TopologySource sourceOf(
                ConfiguredWindow window,
                WindowProperties properties,
                String eventTopic,
                Admin admin,
                ToldResults told) {
            WindowDefinition definition = window.definition();
            String topic = definition.from().equals("activity") ? properties.activityTopic() : eventTopic;
            WindowTopology topology = new WindowTopology(definition, properties, window.open(), window.applied(), told);
            WindowTopics topics = new WindowTopics(admin, properties);
            return new TopologySource(
                    window.applied(),
                    definition.version(),
                    topic,
                    () -> topology.build(topic, topics.createFor(topic)));
        }
    }
}
