package io.daybook.bench.cost;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The most that a command may cost: {@code budgets.properties}, by key {@code create_64.wal_syncs}. */
public final class Budgets {

    private final Properties most;

    private Budgets(Properties most) {
        this.most = most;
    }

    public static Budgets load() {
        Properties most = new Properties();
        try (InputStream file = Objects.requireNonNull(Budgets.class.getResourceAsStream("budgets.properties"))) {
            most.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("The budgets cannot be read", e);
        }
        return new Budgets(most);
    }

    /** What costs more than it may: each with its cost and its budget; empty where all is well. */
    public Map<String, String> exceeded(String kind, CommandCost cost) {
        Map<String, String> exceeded = new LinkedHashMap<>();
        cost.counts().forEach((count, value) -> {
            double budget = of(kind + "." + count);
            if (value > budget) {
                exceeded.put(kind + "." + count, "%.3f of %.3f".formatted(value, budget));
            }
        });
        return exceeded;
    }

    private double of(String key) {
        String value = most.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("There is no budget for " + key);
        }
        return Double.parseDouble(value);
    }
}
