package io.daybook.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When people buy in the simulated shop: four fixed weeks, most on a Saturday, at noon and in the evening. The dates
 * are fixed so that the demo, run again another day, finds everything in place.
 */
final class Calendar {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 5);
    static final int DAYS = 28;

    private static final List<Integer> ORDERS_BY_WEEKDAY = List.of(19, 18, 20, 24, 31, 37, 26);
    private static final List<Integer> WEIGHT_BY_HOUR =
            List.of(1, 0, 0, 0, 0, 1, 2, 4, 6, 8, 10, 12, 14, 12, 9, 8, 8, 10, 12, 15, 16, 12, 6, 3);
    private static final int ALL_HOURS =
            WEIGHT_BY_HOUR.stream().mapToInt(Integer::intValue).sum();

    private final RandomGenerator random;

    Calendar(RandomGenerator random) {
        this.random = random;
    }

    /** How many orders come on a day: by weekday, growing a little from week to week. */
    int orders(LocalDate date) {
        int usual = ORDERS_BY_WEEKDAY.get(date.getDayOfWeek().getValue() - 1);
        long week = ChronoUnit.WEEKS.between(FIRST_DAY, date);
        return (int) (usual + week + random.nextInt(5) - 2);
    }

    Instant time(LocalDate date) {
        int drawn = random.nextInt(ALL_HOURS);
        int hour = 0;
        while (drawn >= WEIGHT_BY_HOUR.get(hour)) {
            drawn -= WEIGHT_BY_HOUR.get(hour);
            hour++;
        }
        return at(date, LocalTime.of(hour, random.nextInt(60), random.nextInt(60)));
    }

    static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
