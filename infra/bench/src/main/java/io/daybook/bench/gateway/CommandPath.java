package io.daybook.bench.gateway;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The command service's own beans between a controller and the store: its bus, its aggregate cache and one of its
 * aggregates. REST, automations and publication stay out.
 */
@ConfigurationPropertiesScan("io.daybook.command.platform")
@ComponentScan(
        basePackages = {"io.daybook.command.platform", "io.daybook.command.catalog"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "io\\.daybook\\.command\\.platform\\.AxonConfiguration",
                            "io\\.daybook\\.command\\.catalog\\.Product"
                        }))
class CommandPath {}
