package io.daybook.bench.backtest;

import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.bench.recommend.Click;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors did, from lines of JSON as the intake takes them and a sink writes them.
 *
 * @param clicks looks at products and additions to a cart, in the order of time
 * @param exposures recommendations that were shown, in the order of time
 */
record VisitLog(List<Click> clicks, List<Exposure> exposures) {

    /** A recommendation that was shown, and which of its products were clicked in time. */
    record Exposure(RecommendationShown shown, Set<String> clicked) {

        Instant at() {
            return shown.at();
        }

        boolean isClicked() {
            return !clicked.isEmpty();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What of a file is wanted; {@code clickWindow} is how long after it was shown a click counts for a recommendation.
     */
    static VisitLog read(Path file, Predicate<Instant> wanted, Duration clickWindow) throws IOException {
        List<Click> clicks = new ArrayList<>();
        Map<String, Exposure> shown = new HashMap<>();
        List<RecommendationClicked> followed = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Activity activity = activity(line, file, number);
                if (wanted.test(activity.at())) {
                    take(activity, clicks, shown, followed);
                }
            }
        }
        for (RecommendationClicked click : followed) {
            Exposure exposure = shown.get(click.recommendationId());
            if (exposure != null && !click.at().isAfter(exposure.at().plus(clickWindow))) {
                exposure.clicked().add(click.sku());
            }
        }
        clicks.sort(Comparator.comparing(Click::at));
        List<Exposure> exposures = shown.values().stream()
                .sorted(Comparator.comparing(Exposure::at)
                        .thenComparing(exposure -> exposure.shown().recommendationId()))
                .toList();
        return new VisitLog(clicks, exposures);
    }

    private static void take(
            Activity activity, List<Click> clicks, Map<String, Exposure> shown, List<RecommendationClicked> followed) {
        switch (activity) {
            case ProductViewed view -> clicks.add(new Click(view.sessionId(), view.sku(), view.at()));
            case AddedToCart added -> clicks.add(new Click(added.sessionId(), added.sku(), added.at()));
            case RecommendationShown exposure ->
                shown.putIfAbsent(exposure.recommendationId(), new Exposure(exposure, new HashSet<>()));
            case RecommendationClicked click -> followed.add(click);
            default -> {}
        }
    }

    private static Activity activity(String line, Path file, int number) {
        try {
            return JSON.readValue(line, Activity.class);
        } catch (JacksonException e) {
            throw new Unfit("%s, line %d, is no activity: %s".formatted(file, number, e.getOriginalMessage()));
        }
    }
}
