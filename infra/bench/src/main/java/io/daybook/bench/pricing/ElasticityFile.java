package io.daybook.bench.pricing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.daybook.analytics.pricing.kernel.ElasticityFit;
import io.daybook.analytics.pricing.kernel.ElasticityKernel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Elasticities from a file, learned from one row after another; none is kept. A {@code .gz} is unpacked on the way. */
final class ElasticityFile {

    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "null");

    private ElasticityFile() {}

    /** By group, from a CSV with the columns {@code group,price,quantity} in any order, among others or not. */
    static Map<String, ElasticityFit> ofGroups(Path file) {
        return learn(
                file,
                (row, groups) -> groups.computeIfAbsent(field(row, "group"), any -> new ElasticityKernel())
                        .observe(number(row, "price"), number(row, "quantity")));
    }

    /** By brand, from the orange juice of Dominick's Finer Foods, as the R package bayesm has it. */
    static Map<String, ElasticityFit> ofOrangeJuice(Path file) {
        return learn(file, (row, brands) -> {
            String brand = field(row, "brand");
            brands.computeIfAbsent(brand, any -> new ElasticityKernel())
                    .observeLogarithms(Math.log(number(row, "price" + brand)), number(row, "logmove"));
        });
    }

    private interface Row {
        void learn(NamedCsvRecord row, Map<String, ElasticityKernel> groups);
    }

    private static Map<String, ElasticityFit> learn(Path file, Row learning) {
        Map<String, ElasticityKernel> groups = new TreeMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(unpacked)) {
            for (NamedCsvRecord row : rows) {
                learning.learn(row, groups);
            }
        } catch (IOException unread) {
            throw new UncheckedIOException("Cannot read " + file, unread);
        }
        Map<String, ElasticityFit> fits = new TreeMap<>();
        groups.forEach((group, kernel) -> fits.put(group, kernel.fit()));
        return fits;
    }

    private static double number(NamedCsvRecord row, String column) {
        String text = field(row, column).strip();
        if (MISSING.contains(text)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unfit) {
            throw new IllegalArgumentException(
                    "Line %d: %s is no number: '%s'".formatted(row.getStartingLineNumber(), column, text), unfit);
        }
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Line %d has no column %s".formatted(row.getStartingLineNumber(), column)));
    }
}
