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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors did, from lines of JSON as the intake takes them and a sink writes them.
 *
 * @param clicks looks at products and additions to a cart, in the order of time
 * @param shown by policy, how many recommendations were shown
 * @param clicked by policy, how many of them led to a click
 */
record VisitLog(List<Click> clicks, Map<String, Integer> shown, Map<String, Integer> clicked) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static VisitLog read(Path file, Predicate<Instant> wanted) throws IOException {
        List<Click> clicks = new ArrayList<>();
        Map<String, String> policies = new HashMap<>();
        Set<String> led = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Activity activity = activity(line, file, number);
                if (wanted.test(activity.at())) {
                    take(activity, clicks, policies, led);
                }
            }
        }
        clicks.sort(Comparator.comparing(Click::at));
        Map<String, Integer> shown = new TreeMap<>();
        Map<String, Integer> clicked = new TreeMap<>();
        policies.forEach((id, policy) -> {
            shown.merge(policy, 1, Integer::sum);
            clicked.merge(policy, led.contains(id) ? 1 : 0, Integer::sum);
        });
        return new VisitLog(clicks, shown, clicked);
    }

    private static void take(Activity activity, List<Click> clicks, Map<String, String> policies, Set<String> led) {
        switch (activity) {
            case ProductViewed view -> clicks.add(new Click(view.sessionId(), view.sku(), view.at()));
            case AddedToCart added -> clicks.add(new Click(added.sessionId(), added.sku(), added.at()));
            case RecommendationShown shown -> policies.put(shown.recommendationId(), shown.policy());
            case RecommendationClicked clicked -> led.add(clicked.recommendationId());
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
