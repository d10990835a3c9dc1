package io.daybook.local.onlineretail;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small files in the form of the Online Retail data. */
final class RetailFiles {

    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private RetailFiles() {}

    static Path plain(Path folder, String... rows) {
        return write(folder.resolve("retail.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    static Path write(Path path, String content) {
        try {
            return Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path gzip(Path folder, String... rows) {
        Path path = folder.resolve("retail.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write((HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** What a file reads as. */
    record Reading(List<TradingDay> days, List<BrokenRow> broken, long rowsRead) {}

    static Reading read(Path path, LocalDate until) {
        List<BrokenRow> broken = new ArrayList<>();
        List<TradingDay> days = new ArrayList<>();
        try (RetailFile file = RetailFile.open(path)) {
            TradingDays reader = new TradingDays(file, until, broken::add);
            TradingDay day = reader.next();
            while (day != null) {
                days.add(day);
                day = reader.next();
            }
            return new Reading(days, broken, reader.rowsRead());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(Path path) {
        return read(path, LocalDate.MAX);
    }
}
