package io.daybook.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.daybook.api.order.event.OrderCancelled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was ever stored stays readable: a sample of every revision of every event type, read as the services read. */
class SamplesTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAndWrittenAsTheSampleOfToday(Sample sample) throws IOException {
        byte[] today = sample.ofToday().bytes();
        byte[] upcast = Upcasters.released().upcast(sample.type().getName(), sample.stored(), sample.bytes());

        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(upcast, byte[].class, sample.type().getName(), null));

        String whatToDo =
                ("%s is not read back as the sample of today. Where %s has changed: raise its @Revision, add an"
                                + " upcaster from the revision before to io.daybook.schema, and a sample of the new one."
                                + " A sample that was released is never changed")
                        .formatted(sample, sample.type().getSimpleName());
        assertThat(serializer.serialize(event, byte[].class).getData())
                .as(whatToDo)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(today, StandardCharsets.UTF_8));
        assertThat(STRICT.readTree(upcast)).as(whatToDo).isEqualTo(STRICT.readTree(today));
        assertThat(STRICT.readValue(upcast, sample.type())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsTheSchemaOnceItIsOfToday(Sample sample) throws IOException {
        byte[] upcast = Upcasters.released().upcast(sample.type().getName(), sample.stored(), sample.bytes());
        String schema =
                EventSchema.find(sample.type().getName()).orElseThrow().schema().toString();

        List<Error> errors =
                schemas.getSchema(schema).validate(new String(upcast, StandardCharsets.UTF_8), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isKeptAsItWas(Sample sample) throws IOException {
        assertThat(Sample.list())
                .as(
                        "%s is new, or was changed. Events like it may be stored: where it is in an earlier commit, put it back. A"
                                + " new one gets this line in shared-api/src/test/resources/samples.sha256",
                        sample)
                .contains(sample.kept());
    }

    @Test
    void noneIsTakenAway() throws IOException {
        List<String> kept = new ArrayList<>();
        for (Sample sample : Sample.all().toList()) {
            kept.add(sample.kept());
        }

        assertThat(kept).containsAll(Sample.list());
    }

    @Test
    void aMissingSampleIsAskedFor() {
        Sample missing = new Sample(OrderCancelled.class, 99);

        assertThatThrownBy(missing::bytes)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no sample of revision 99 of OrderCancelled")
                .hasMessageContaining("samples/OrderCancelled/99.json");
    }
}
