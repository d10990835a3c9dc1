package io.daybook.local.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Rows of text in aligned columns: numbers to the right, everything else to the left. */
final class TextTable {

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... titles) {
        this.titles = List.of(titles);
    }

    /** A value for each column; whole numbers get separators, and what is not there a dash. */
    TextTable row(Object... values) {
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(text(value));
        }
        rows.add(row);
        return this;
    }

    static String text(Object value) {
        return switch (value) {
            case JsonNode node when node.isIntegralNumber() -> text(node.asLong());
            case JsonNode node when node.isNumber() -> "%,.1f".formatted(node.asDouble());
            case JsonNode node when node.isNull() || node.isMissingNode() -> "-";
            case JsonNode node when node.isValueNode() -> text(node.asString());
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case String text -> text.isEmpty() ? "-" : text;
            default -> value.toString();
        };
    }

    String print() {
        int[] widths = new int[titles.size()];
        boolean[] numbers = new boolean[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            int c = column;
            widths[c] = Math.max(
                    titles.get(c).length(),
                    rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0));
            numbers[c] = isOfNumbers(rows.stream().map(row -> row.get(c)).toList());
        }
        StringBuilder text = new StringBuilder(line(titles, widths, numbers));
        rows.forEach(row -> text.append(System.lineSeparator()).append(line(row, widths, numbers)));
        return text.toString();
    }

    private static boolean isOfNumbers(List<String> cells) {
        return cells.stream().allMatch(cell -> cell.matches("-|-?[0-9][0-9,.]*"))
                && cells.stream().anyMatch(cell -> !cell.equals("-"));
    }

    private static String line(List<String> cells, int[] widths, boolean[] numbers) {
        List<String> padded = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            padded.add(("%" + (numbers[c] ? "" : "-") + widths[c] + "s").formatted(cells.get(c)));
        }
        return padded.stream().collect(Collectors.joining("  ")).stripTrailing();
    }
}
