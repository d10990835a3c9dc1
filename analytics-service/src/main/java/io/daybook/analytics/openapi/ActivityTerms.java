package io.daybook.analytics.openapi;

import io.daybook.api.activity.Activity;
import io.daybook.apidescription.ComponentTerms;
import java.lang.reflect.RecordComponent;

/** An activity that is posted may leave out its time, which is then that of its arrival. */
final class ActivityTerms implements ComponentTerms {

    @Override
    public boolean isRequired(RecordComponent component) {
        boolean isTime =
                component.getName().equals("at") && Activity.class.isAssignableFrom(component.getDeclaringRecord());
        return !isTime && ComponentTerms.super.isRequired(component);
    }
}
