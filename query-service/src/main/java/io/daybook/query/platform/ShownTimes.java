package io.daybook.query.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Times are shown in microseconds, as tables keep them: what is folded from events then reads like what is stored. */
@JacksonComponent
final class ShownTimes extends ValueSerializer<Instant> {

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
        json.writeString(time.truncatedTo(ChronoUnit.MICROS).toString());
    }
}
