package io.daybook.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The figures of the real file up to a day, added up in the plainest way and without any code of the importer: revenue
 * is quantity times price of every row.
 */
final class FileBook {

    final Map<LocalDate, BigDecimal> days = new TreeMap<>();
    final Map<String, BigDecimal> months = new TreeMap<>();
    final Map<String, BigDecimal> countries = new TreeMap<>();
    final Map<String, BigDecimal> customers = new HashMap<>();
    final Map<String, Map<LocalDate, Long>> unitsByProduct = new HashMap<>();
    final Set<String> products = new HashSet<>();
    final Set<String> orders = new HashSet<>();
    final Set<String> cancellations = new HashSet<>();
    final Set<String> customerIds = new HashSet<>();
    BigDecimal revenue = BigDecimal.ZERO;
    BigDecimal cancelled = BigDecimal.ZERO;
    long units;

    private FileBook() {}

    static FileBook until(LocalDate until) {
        FileBook book = new FileBook();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Repository.retailFile())), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(FileBook::fields).forEach(fields -> book.add(fields, until));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    private void add(List<String> fields, LocalDate until) {
        LocalDate date = LocalDate.parse(fields.get(4).substring(0, 10));
        if (!date.isBefore(until)) {
            return;
        }
        String invoice = fields.get(0);
        long quantity = Long.parseLong(fields.get(3));
        BigDecimal amount = new BigDecimal(fields.get(5)).multiply(BigDecimal.valueOf(quantity));
        revenue = revenue.add(amount);
        days.merge(date, amount, BigDecimal::add);
        months.merge(date.toString().substring(0, 7), amount, BigDecimal::add);
        countries.merge(fields.get(7), amount, BigDecimal::add);
        products.add(fields.get(1));
        if (!fields.get(6).isEmpty()) {
            customerIds.add(fields.get(6));
            customers.merge(fields.get(6), amount, BigDecimal::add);
        }
        if (invoice.startsWith("C")) {
            cancellations.add(invoice);
            cancelled = cancelled.add(amount);
        }
        boolean sold = quantity > 0 && !invoice.startsWith("A");
        if (sold) {
            orders.add(invoice);
        }
        if (sold || invoice.startsWith("C")) {
            units += quantity;
            unitsByProduct
                    .computeIfAbsent(fields.get(1), sku -> new TreeMap<>())
                    .merge(date, quantity, Long::sum);
        }
    }

    String bestCustomer() {
        return customers.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    String mostSoldProduct() {
        return unitsByProduct.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Long.compare(sum(one), sum(other))))
                .orElseThrow()
                .getKey();
    }

    private static long sum(Map<LocalDate, Long> unitsByDay) {
        return unitsByDay.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
