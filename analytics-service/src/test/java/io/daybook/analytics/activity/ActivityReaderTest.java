package io.daybook.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.activity.ActivityReader.Reading;
import io.daybook.analytics.platform.FieldProblem;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.RemovedFromCart;
import io.daybook.api.activity.Searched;
import io.daybook.api.activity.SessionForgotten;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

class ActivityReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-14T09:15:00.123Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ActivityReader reader = new ActivityReader(InstantSource.fixed(NOW), Duration.ofMinutes(5));
    private final ActivityFormat format = new ActivityFormat(new JsonFactory());

    static Stream<Activity> visits() {
        return Stream.of(
                new ProductViewed("v1", "s1", "c1", "France", NOW, "MUG-CREAM"),
                new ProductViewed(null, "s1", null, null, NOW.minusSeconds(100_000_000), "MUG/É"),
                new AddedToCart("a1", "s1", "c1", "France", NOW, "MUG-CREAM", 1_000_000_000_000L),
                new RemovedFromCart("r1", "s1", null, "France", NOW, "MUG-CREAM", 1),
                new Searched("q1", "s1", "c1", null, NOW, "a \"red\" \\ mug 🫖"),
                new RecommendationShown(
                        "x1",
                        "s1",
                        "c1",
                        "France",
                        NOW,
                        "rec:1/2",
                        "vmis",
                        List.of(new RecommendationShown.Item("A", 1), new RecommendationShown.Item("B", 0.1))),
                new RecommendationClicked("y1", "s1", "c1", "France", NOW, "rec:1/2", "A"));
    }

    static Stream<Activity> all() {
        return Stream.concat(visits(), Stream.of(new SessionForgotten("s1", NOW), new CustomerForgotten("c1", NOW)));
    }

    @ParameterizedTest
    @MethodSource("visits")
    void readsWhatItWrites(Activity activity) {
        assertThat(read(text(activity))).isEqualTo(new Reading.Fit((io.daybook.api.activity.VisitorActivity) activity));
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesWhatReadersOfTheTopicExpect(Activity activity) {
        String text = text(activity);

        assertThat(text).startsWith("{\"type\":\"" + activity.getClass().getSimpleName() + "\"");
        assertThat(JSON.readValue(text, Activity.class)).isEqualTo(activity);
    }

    @Test
    void takesItsOwnTimeWhereNoneIsGiven() {
        assertThat(read("{\"sku\":\"A\",\"sessionId\":\"s\",\"type\":\"ProductViewed\"}"))
                .isEqualTo(new Reading.Fit(new ProductViewed(null, "s", null, null, NOW, "A")));
    }

    @Test
    void takesNullForNotGivenAndAnyOffset() {
        assertThat(read("{\"type\":\"ProductViewed\",\"customerId\":null,\"sessionId\":\"s\",\"sku\":\"A\","
                        + "\"at\":\"2026-11-14T10:00:00+01:00\"}"))
                .isEqualTo(new Reading.Fit(
                        new ProductViewed(null, "s", null, null, Instant.parse("2026-11-14T09:00:00Z"), "A")));
    }

    @ParameterizedTest
    @CsvSource({"299, true", "300, true", "301, false"})
    void allowsForClocksThatAreAhead(int seconds, boolean fit) {
        Instant at = NOW.plusSeconds(seconds);

        assertThat(
                        read("{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"at\":\"" + at + "\"}")
                                instanceof Reading.Fit)
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | must be a JSON object",
                "7 | must be a JSON object",
                "{} | type is required; one of ProductViewed, AddedToCart, RemovedFromCart, Searched, RecommendationShown,"
                        + " RecommendationClicked",
                "{\"type\":\"Bought\"} | type is unknown; one of ProductViewed, AddedToCart, RemovedFromCart, Searched,"
                        + " RecommendationShown, RecommendationClicked",
                "{\"type\":\"SessionForgotten\",\"sessionId\":\"s\"} | type is unknown; one of ProductViewed, AddedToCart,"
                        + " RemovedFromCart, Searched, RecommendationShown, RecommendationClicked",
                "{\"type\":\"ProductViewed\"} | sessionId is required, sku is required",
                "{\"type\":\"ProductViewed\",\"sessionId\":\" \",\"sku\":\"-A\"} | sessionId must not be blank, sku must be 1"
                        + " to 100 letters; digits; spaces or . _ / # -; starting with a letter or digit",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":5} | sku must be a string",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"sku\":\"A\"} | sku must be given once",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"at\":\"0\"} | at must be a time such as"
                        + " 2026-11-14T09:15:00Z",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"at\":\"1969-12-31T23:59:59Z\"} | at must be a"
                        + " time of the years 1970 to 9999",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"quantity\":1} | quantity is not a field of"
                        + " ProductViewed",
                "{\"type\":\"ProductViewed\",\"sessionId\":\"s\",\"sku\":\"A\",\"colour\":{\"a\":[1]}} | colour is not a field"
                        + " of an activity",
                "{\"type\":\"AddedToCart\",\"sessionId\":\"s\",\"sku\":\"A\"} | quantity is required",
                "{\"type\":\"AddedToCart\",\"sessionId\":\"s\",\"sku\":\"A\",\"quantity\":0} | quantity must be 1 to"
                        + " 1000000000000",
                "{\"type\":\"AddedToCart\",\"sessionId\":\"s\",\"sku\":\"A\",\"quantity\":1.5} | quantity must be a whole"
                        + " number",
                "{\"type\":\"AddedToCart\",\"sessionId\":\"s\",\"sku\":\"A\",\"quantity\":99999999999999999999} | quantity"
                        + " must be a whole number of at most 18 digits",
                "{\"type\":\"Searched\",\"sessionId\":\"s\",\"text\":\"\\ud800\"} | text must not have control characters",
                "{\"type\":\"RecommendationShown\",\"sessionId\":\"s\",\"recommendationId\":\"r\",\"policy\":\"p\",\"items\":"
                        + "[{\"sku\":\"A\",\"propensity\":0},{\"sku\":1,\"propensity\":1},7,{\"propensity\":1,\"rank\":1}]} |"
                        + " items[0].propensity must be above 0 and at most 1, items[1].sku must be a string, items[2] must be"
                        + " an object, items[3].rank is not a field of an item, items[3].sku is required",
                "{\"type\":\"RecommendationShown\",\"sessionId\":\"s\",\"recommendationId\":\"r\",\"policy\":\"p\",\"items\":"
                        + "[]} | items must have 1 to 5000 lines",
            })
    void tellsAllThatIsUnfit(String text, String problems) {
        Reading reading = read(text);

        assertThat(reading).isInstanceOf(Reading.Unfit.class);
        assertThat(told(((Reading.Unfit) reading).problems())).isEqualTo(problems);
    }

    private static String told(List<FieldProblem> problems) {
        return String.join(
                ", ",
                problems.stream()
                        .map(problem -> (problem.field() + " " + problem.problem()).strip())
                        .map(problem -> problem.startsWith("sku must be 1") ? problem.replace(",", ";") : problem)
                        .toList());
    }

    private String text(Activity activity) {
        return new String(format.write(activity), StandardCharsets.UTF_8);
    }

    private Reading read(String text) {
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), text.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            return reader.read(parser);
        }
    }
}
