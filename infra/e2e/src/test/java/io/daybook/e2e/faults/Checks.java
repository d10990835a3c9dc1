package io.daybook.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that has to hold of the store after the faults. */
final class Checks {

    private Checks() {}

    /** What does not hold; {@code caller} is who the clients are to the service. */
    static List<String> problems(Map<String, List<Told>> told, StoredLog log, String caller) {
        List<String> problems = new ArrayList<>(ToldCheck.problems(told, log, caller));
        problems.addAll(OrderOfLogCheck.problems(log));
        problems.addAll(processes(log));
        return problems;
    }

    /** What of it holds only when the automations have come to an end of their work. */
    static List<String> processes(StoredLog log) {
        StockCheck stock = new StockCheck(log);
        List<String> problems = new ArrayList<>(stock.problems());
        problems.addAll(OrderCheck.problems(log, stock.reservations()));
        return problems;
    }
}
