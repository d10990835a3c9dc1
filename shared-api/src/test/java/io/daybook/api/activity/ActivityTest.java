package io.daybook.api.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.activity.RecommendationShown.Item;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ActivityTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static List<Activity> activities() {
        return Activities.ofEachType();
    }

    @ParameterizedTest
    @MethodSource("activities")
    void isWrittenWithItsTypeFirstAndReadBack(Activity activity) {
        String json = MAPPER.writerFor(Activity.class).writeValueAsString(activity);

        assertThat(json).startsWith("{\"type\":\"" + activity.getClass().getSimpleName() + "\"");
        assertThat(MAPPER.readValue(json, Activity.class)).isEqualTo(activity);
    }

    @Test
    void isOfATypeThatHasASample() {
        assertThat(activities())
                .extracting(activity -> (Object) activity.getClass())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(VisitorActivity.class.getPermittedSubclasses()),
                                Stream.of(SessionForgotten.class, CustomerForgotten.class))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void showsNothingWithAPropensityThatIsNone(double propensity) {
        assertThatThrownBy(() -> new Item("MUG", propensity)).isInstanceOf(InvalidValue.class);
    }
}
