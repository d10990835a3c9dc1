package io.daybook.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class UpcastersTest {

    /** Something that has changed twice. */
    @Revision(3)
    private record Measured(String unit, long value) {}

    private static final String TYPE = Measured.class.getName();

    private final Upcasters upcasters = upcasters(
            from(2, fields -> fields.put("value", fields.path("value").asLong() * 10)),
            from(1, fields -> fields.put("unit", "cm")));

    @Test
    void goesThroughTheRevisionsInTheirOrderFromTheStoredOne() {
        assertThat(upcast(null, "{\"value\":2,\"precise\":1.50}"))
                .isEqualTo("{\"value\":20,\"precise\":1.50,\"unit\":\"cm\"}");
        assertThat(upcast("2", "{\"value\":2,\"unit\":\"m\"}")).isEqualTo("{\"value\":20,\"unit\":\"m\"}");
    }

    @Test
    void handsBackTheSameBytesWhereTheyAreOfTodayOrOfNoKnownType() {
        byte[] payload = "not even JSON".getBytes(StandardCharsets.UTF_8);

        assertThat(upcasters.upcast(TYPE, "3", payload)).isSameAs(payload);
        assertThat(upcasters.upcast("io.other.Type", "7", payload)).isSameAs(payload);
        assertThat(upcasters.isCurrent(TYPE, "3")).isTrue();
        assertThat(upcasters.isCurrent(TYPE, "2")).isFalse();
        assertThat(upcasters.isCurrent(TYPE, null)).isFalse();
    }

    @Test
    void refusesARevisionThatIsNotKnownYet() {
        assertThatThrownBy(() -> upcast("4", "{}"))
                .isInstanceOf(UnreadableRevision.class)
                .hasMessageContaining("Revision 4 of " + TYPE + " is not known")
                .hasMessageContaining("1 to 3");
        assertThatThrownBy(() -> upcast("two", "{}")).isInstanceOf(UnreadableRevision.class);
    }

    @Test
    void refusesAPayloadThatIsNotOfItsRevision() {
        assertThatThrownBy(() -> upcast("2", "[]"))
                .isInstanceOf(UnreadableRevision.class)
                .hasMessageContaining("not of revision 2");
    }

    @Test
    void aTypeWithoutAnUpcasterFromEachOfItsRevisionsIsNoticedAtOnce() {
        Upcaster second = from(2, _ -> {});
        assertThatThrownBy(() -> upcasters(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Measured needs one upcaster from revision 1 to 2, and has 0");
        Upcaster first = from(1, _ -> {});
        assertThatThrownBy(() -> upcasters(first, second, second))
                .hasMessage("Measured needs one upcaster from revision 2 to 3, and has 2");
    }

    private String upcast(@Nullable String revision, String payload) {
        byte[] upcast = upcasters.upcast(TYPE, revision, payload.getBytes(StandardCharsets.UTF_8));
        return new String(upcast, StandardCharsets.UTF_8);
    }

    private static Upcasters upcasters(Upcaster... upcasters) {
        return new Upcasters(List.of(Measured.class), List.of(upcasters));
    }

    private static Upcaster from(int revision, Consumer<ObjectNode> change) {
        return new Upcaster(Measured.class, revision, change);
    }
}
