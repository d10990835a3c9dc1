package io.daybook.analytics.platform.courier;

import io.daybook.analytics.platform.AnalyticsProperties;

/** The names of the consumer groups, which all instances of one application share. */
record CourierGroups(String applicationId) {

    static CourierGroups of(AnalyticsProperties properties) {
        return new CourierGroups(properties.applicationId());
    }

    String of(Road road) {
        return applicationId + "-courier-" + road.name();
    }
}
