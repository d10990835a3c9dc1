package io.daybook.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.EventTypes;
import io.daybook.api.order.event.OrderCancelled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EventSchemaTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void isAsItWasReviewed() throws IOException {
        String today = JSON.writeValueAsString(EventSchema.all()).replace("\r\n", "\n") + "\n";
        Path written = Path.of("target", "events.json");
        Files.writeString(written, today);

        assertThat(reviewed())
                .as(
                        "An event type has changed. Where a reader of what is stored would notice: raise its @Revision, add"
                                + " an upcaster and a sample. In any case copy %s over infra/event-schema/src/test/resources/"
                                + "events.json, so that the change is seen",
                        written)
                .isEqualTo(today);
    }

    @Test
    void isThereForEveryType() {
        assertThat(EventSchema.all()).hasSameSizeAs(EventTypes.all().values());
        assertThat(EventSchema.find("OrderCancelled"))
                .isEqualTo(EventSchema.find(OrderCancelled.class.getName()))
                .hasValueSatisfying(type -> assertThat(type.revision()).isEqualTo(2));
        assertThat(EventSchema.find("Nothing")).isEmpty();
    }

    @Test
    void tellsWhatMayBeAbsentOrNullAndWhatIsPersonal() {
        JsonNode reserved = EventSchema.find("StockReserved").orElseThrow().schema();
        assertThat(reserved.path("required")).hasToString("[\"sku\",\"reservationId\",\"quantity\"]");
        assertThat(reserved.at("/properties/expiresAt")).hasToString("{\"type\":\"string\",\"format\":\"date-time\"}");
        JsonNode confirmed = EventSchema.find("OrderConfirmed").orElseThrow().schema();
        assertThat(confirmed.at("/properties/customerId/type")).hasToString("[\"string\",\"null\"]");
        assertThat(confirmed
                        .at("/properties/lines/items/properties/unitPrice/format")
                        .asString())
                .isEqualTo("decimal");
        JsonNode registered =
                EventSchema.find("CustomerRegistered").orElseThrow().schema();
        assertThat(registered.at("/properties/sealed/x-personal-data").asBoolean())
                .isTrue();
        assertThat(registered.at("/properties/customerId/x-personal-data").isMissingNode())
                .isTrue();
    }

    private static String reviewed() throws IOException {
        try (InputStream file = EventSchemaTest.class.getResourceAsStream("/events.json")) {
            return new String(
                    Objects.requireNonNull(file, "There is no events.json: copy the one in target")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
